import { looksLike } from '../../lib/look-alike.ts';
import { DRAFT_WORDS, isWord, readFlag } from './flag.ts';

/** Front matter that is meant and cannot be found: where it begins, what is wrong, what to write. */
export interface LostFrontMatter {
  /** Line of the text, counted from 1. */
  line: number;
  message: string;
  hint: string;
}

/** What ends a line in any system, and in no text that Jekyll reads. */
const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;

/** Characters of which Jekyll sees no lines, what is said of them, and what to do. */
const ODD: [RegExp, ...Saying][] = [
  [/\0/, 'the text holds NUL characters, as UTF-16 does', 'Save the file in UTF-8.'],
  [
    /\r(?!\n)/,
    'the lines end in CR alone, as on old Macs',
    'Save the file with line ends of LF or CR LF.',
  ],
];

type Saying = [message: string, hint: string];

/** So many lines with something on them are looked at. */
const HEAD = 20;

/**
 * Finds front matter in a text in which no front matter was found. Every program writes it as lines of
 * keys and values, whatever signs it puts around them and whatever it encloses them in; so such blocks are
 * looked for, and what they hold. A line that decides about publication and nothing else
 * (`published: false`, `<meta name="draft" content="true">`, `Status: draft`) is enough; of other keys it
 * takes two, or one between the lines that enclose it. Prose with a colon in it stays prose.
 */
export function lostFrontMatter(text: string): LostFrontMatter | undefined {
  const lines = readLines(text);
  const [first] = lines;
  if (!first) return undefined;
  const [, ...odd] = ODD.find(([characters]) => characters.test(text)) ?? [];
  if (odd.length > 0) return told(first, odd);
  const block = blocks(lines).find(isMeant);
  if (block) return told(block.begin, explain(block));
  return isMark(first) ? told(first, MARKED) : undefined;
}

function told({ number }: Line, [message = '', hint = '']: readonly string[]): LostFrontMatter {
  return { line: number, message, hint };
}

/**
 * Finds front matter in the text below a block of front matter: a second block, or a line that
 * decides about publication.
 */
export function secondFrontMatter(body: string): LostFrontMatter | undefined {
  const [line] = readLines(body.slice(0, body.indexOf('\n', body.search(/\S/)) + 1 || undefined));
  if (!line || /^ {4}|^[\t`~]|^\{%/.test(line.raw)) return undefined;
  if (isMark(line)) return told(line, MARKED);
  if (!line.isPair && !line.opens) return undefined;
  const [block] = blocks(readLines(body.split('\n', line.number + HEAD).join('\n')));
  const isSaid = block?.keys.some(({ isFlag }) => isFlag) || (line.opens && block?.isClosed);
  if (!line.isFlag && !(block && isSaid && isMeant(block))) return undefined;
  const hint = 'Put all keys into one block between two lines of `---`.';
  return told(line, ['more front matter stands below the first, and would be text', hint]);
}

/** Whether a text has a line that could be one of front matter. */
export function holdsKeys(text: string): boolean {
  return readLines(text).some(({ key, decides }) => key !== undefined || decides);
}

/** Whether a text begins with a line that decides about publication, whatever encloses it. */
export function holdsFlag(text: string): boolean {
  return readLines(text)
    .slice(0, HEAD)
    .some(({ decides, isCode }) => decides && !isCode);
}

interface Line {
  /** Counted from 1. */
  number: number;
  raw: string;
  /** As a reader sees it. */
  text: string;
  /** Whether a blank line is above it. */
  afterBlank: boolean;
  /** Within a block of code. */
  isCode: boolean;
  /** What encloses front matter here or elsewhere: `---`, `+++`, an em dash; with what follows it. */
  opens: boolean;
  closes: boolean;
  /** A key that front matter usually has, in lower case. */
  key?: string | undefined;
  /** Reads like any key and its value. */
  isPair: boolean;
  /** A deciding key with true or false, and nothing else. */
  isFlag: boolean;
  /** Says whether something is published, and nothing else. */
  decides: boolean;
}

/** Lines that are not empty. */
function readLines(source: string): Line[] {
  /** What ends the block of code that a line is in, and whether it could be meant. */
  let fence: string | undefined;
  let isData = false;
  let isIndented = false;
  let afterBlank = true;
  let first = true;
  return source.split(LINE_END).flatMap((raw, i) => {
    const text = looksLike(raw).trim();
    if (/^\|[-:|\s]+$/.test(text)) return [];
    if (text === '') {
      afterBlank = true;
      return [];
    }
    const [, marks = '', info = ''] = /^(`{3,}|~{3,})\s*([^`]*)$/.exec(text) ?? [];
    const isEnd = fence !== undefined && marks === fence && info === '';
    const isBegin = fence === undefined && marks !== '';
    if (isBegin) isData = first && DATA.test(info);
    isIndented =
      (afterBlank || isIndented) && /^(?: {4}|\t)/.test(raw) && !(first && OPENING.test(text));
    const isCode = ((fence !== undefined || isBegin) && !isData) || isIndented;
    if (isEnd) fence = undefined;
    else if (isBegin) fence = marks;
    const line = { ...classify(text), number: i + 1, raw, text, afterBlank, isCode };
    afterBlank = false;
    first &&= COMMENT.test(text);
    return [line];
  });
}

/** A comment of one line. */
const COMMENT = /^<!--.*-->$/;

/** What is written behind the fence of code at the very beginning that could be front matter. */
const INFO = String.raw`[{.]*(?:ya?ml|toml|json5?|cson|ini|front-?matter|---)(?:[^\w-].*)?`;
const DATA = new RegExp(`^(?:${INFO})?$`);

function classify(
  text: string,
): Pick<Line, 'opens' | 'closes' | 'key' | 'isPair' | 'isFlag' | 'decides'> {
  const bare = text.replace(SHOWN, '$1$3: $2$4').replace(MARKUP, '').trim();
  const [, key] = PAIR.exec(bare) ?? [];
  const plain = key?.replace(/[^a-z]/g, '');
  const isFlag = says(FLAG, bare, isFlagWord) || ATTRIBUTE.test(bare);
  const decides = isFlag || says(STATE, bare, isState) || INLINE.test(text.slice(0, 500));
  return {
    opens: OPENING.test(text),
    closes: CLOSING.test(text),
    key: !SHOWN.test(text) && plain !== undefined && KEYS.has(plain) ? plain : undefined,
    isPair: key !== undefined || decides || TITLE_BLOCK.test(text),
    isFlag,
    decides,
  };
}

/** Keys and values as they are shown: a row of two cells, a `<meta>` of a page. */
const SHOWN =
  /^\|\s*([^|]*?)\s*\|\s*([^|]*?)\s*\|?$|^.*<meta\s+\w+=["']?([^\s"']+)["']?\s+\w+=["']?([^"'<>]*?)["']?\s*\/?>.*$/;

/** A line of Pandoc's title block. https://pandoc.org/MANUAL.html#extension-pandoc_title_block */
const TITLE_BLOCK = /^%\s+\S/;

/** Comment marks, and the tags around text. */
const MARKUP = /^<!-*|(?<!-)-*>$|<\/[^<>]*>|<(?:p|br|div|li|span|b|i|em|strong|code|pre)\s*\/?>/g;

/** Dashes, and any sign three times. */
const FENCE = String.raw`[-\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58]{2,}|[\u2012-\u2015\u2e3a\u2e3b]|_{3,}|([!-/:-@[-^{-~\x60])\1{2,}`;
const OPENING = new RegExp(
  String.raw`^(?:<!-*\s*)?(?:[{;]|(?:${FENCE})\s*(?:js|${INFO}|%.*|#.*|/.*)?\s*)$`,
);
const CLOSING = new RegExp(String.raw`^(?:${FENCE}|[};])\s*(?:(?<!-)-*>|>)?$`);

/** Lines that nobody begins a text with but front matter: `+++`, `---toml`, `{"title": …`, `% Title`. */
const UNMISTAKABLE = /^(?:\+{3}|-{2,}\s*[a-z]|[{;]\s*["']?[a-z]\w*["']?\s*:|%\s+\S)/;

/** Lines that many begin a text with: front matter between them is closed. */
const ORNAMENT = /^[^\p{Pd}+;{<]/u;

/** `title: X`, `"title": "X",`, `title = X`, `#+TITLE: X`, `:title: X`, `.. title: X` */
const PAIR =
  /^(?:#\+|:|\.\. |@|% )?["']?([a-z][\w-]{0,30})["']?\s*(?:::?=?(?=\s|["'[{\d]|$)|=(?!=))\s*(.*)$/;

const KEYS = new Set(
  `aliases author authors categories category comments cover created date datepublished dates description
  draft excerpt expirydate featured image keywords lang language lastmod layout modified permalink
  pubdate published publishdate redirectfrom series slug status subtitle summary tag tags template title
  toc type unlisted updated url visibility weight`.split(/\s+/),
);

/** Keys that books, recipes and letters have as well, which are no front matter by themselves. */
const EVERYDAY = new Set('author authors title subtitle summary language series'.split(' '));

/** Words that programs write before a key. */
const SYNTAX = 'assign|set|let|const|var|export|comment|post|page|article';

/** A key with its value and nothing else, whatever a program writes before it and between them. */
const only = (keys: string) =>
  new RegExp(
    String.raw`^(?!\|)\W*(?:(?:${SYNTAX})\b\W*)*(?:[a-z]+[-_.:])*(?:(?<=[:@])(?:${keys})\s+|(?:${keys})(?:[({]|(?=\W*?[:=>"'])\W)\W*)([a-z]+|[01])(?:\W*(?:\s(?:#|//).*)?|\s*,\s*["']?\w+["']?\s*[:=].*)$`,
  );
const FLAG = only(
  '(?:(?:is|un|(?:do )?not)[-_ ]?)?(?:publish(?:ed)?|drafts?|(?:un)?listed)|public(?=\\W*::)',
);
const STATE = only('(?:post)?(?:status|state|visibility|privacy|security)');

function says(pattern: RegExp, text: string, isValue: (value: string) => boolean): boolean {
  const [, value] = pattern.exec(text) ?? [];
  return value !== undefined && isValue(value);
}

const isFlagWord = (value: string) =>
  readFlag(value) !== undefined || ['t', 'nil', '0', '1'].includes(value);
const isState = isWord('draft private pending hidden scheduled unpublished unlisted future');

/** What AsciiDoc and reStructuredText set or unset without a value: `:draft:`, `:!published:`. */
const ATTRIBUTE = /^:!?(?:[a-z]+-)*(?:published|draft|unlisted)!?:$/;

/** One of several keys on a line that holds nothing but keys. */
const INLINE = new RegExp(
  String.raw`^(?:<!|\{(?![{%:])|\{%-? *comment|[;%]|\W*-\*-|export\s+(?:const|default)\s|${FENCE}).*\b(?:published|draft|unlisted)\W*?\s*[:=]\s*["']?(?:true|false|yes|no|on|off|t|nil)\b`,
);

/** A first line that says of the text that it is a draft, and nothing else: `<!-- draft -->`, `*DRAFT*`, `#wip`. */
const MARK =
  /^(?!#{1,6}\s|[-+*]\s|\d|\{[{:])[^a-z]*(?:this is (?:an? |still |only |first |rough )*)?(?:draft|wip|work in progress|unpublished|(?:do not|don.t|not to) publish|not (?:for publication|yet (?:public|published)))(?:[^a-z]+(?:draft|wip|unpublished|(?:please )?(?:do not|don.t) publish|not for publication|yet))*[^a-z]*$/;

function isMark({ text }: Line): boolean {
  return (
    MARK.test(text) ||
    (!/^(?:[-+*]\s|#)/.test(text) && DRAFT_WORDS.has(text.replace(/[^\p{L}]/gu, '')))
  );
}

const MARKED: Saying = [
  'the first line says that this is a draft, and hides nothing',
  'Write `published: false` into the front matter to hold it back, or take the line out.',
];

/** Keys and values, one below the other, and what encloses them. */
interface Block {
  /** The line that encloses, else the first key. */
  begin: Line;
  keys: Line[];
  /** The line below the keys. */
  end: Line | undefined;
  isClosed: boolean;
  /** Nothing but headings and comments is above. */
  isTop: boolean;
}

/** All blocks that begin in the head of a text, and those below it that are closed. */
function* blocks(lines: readonly Line[]): Generator<Block> {
  const top = lines.findIndex(({ text }) => !/^#{1,6}\s|^<!-*$/.test(text) && !COMMENT.test(text));
  for (const [i, begin] of lines.entries()) {
    if (begin.isCode || !(begin.opens || (begin.isPair && !lines[i - 1]?.isPair))) continue;
    const rest = lines.slice(begin.opens ? i + 1 : i, i + 1 + HEAD);
    const isWithin = ({ isCode, isPair, closes, raw }: Line) =>
      !isCode && !closes && (isPair || (begin.opens && INNER.test(raw)));
    const length = rest.findIndex((line) => !isWithin(line));
    const keys = rest.slice(0, length < 0 ? undefined : length);
    const end = rest[length];
    const isClosed = end?.closes === true;
    if (i < HEAD || isClosed) yield { begin, keys, end, isClosed, isTop: i === top };
  }
}

/** A line between keys: of a list, a comment, the head of a table, a value that goes on. */
const INNER = /^(?:\s|-\s|#|\[|["'])/;

function isMeant({ begin, keys, end, isClosed, isTop }: Block): boolean {
  if (keys.some(({ decides, text }) => decides && (isTop || !text.startsWith('|')))) return true;
  if (!isTop) return false;
  const { text, opens } = begin;
  const isPlain = isClosed || !opens || !ORNAMENT.test(text);
  if (UNMISTAKABLE.test(text) || (isPlain && hasKeys(keys))) return true;
  if (DATED.test(keys[0]?.text ?? '')) return true;
  if (!opens) return !end?.afterBlank && LAST.test(end?.text ?? '') && keys.some(({ key }) => key);
  const isRule = /^[\p{Pd}{;]/u.test(text);
  const first = keys.find(({ isPair }) => isPair);
  if (!first) return isRule && !end;
  if (isRule && first.key) return true;
  if (first.afterBlank || /^[`~]/.test(text)) return false;
  return first.key ? isPlain : isRule && (isClosed || keys.length > 1);
}

/** The moment at which a text is to appear, and nothing else. */
const DATED =
  /^\W*(?:date|post|pubdate|publish(?:ed)?[-_]?date)\W+\d{4}[-/.]\d\d?[-/.]\d\d?[^a-z]*$/;

/** What ends keys that no line stands above; that below a heading is longer. */
const LAST = /^(?:-{3}|\+{3}|\.{3}|;{3}|[\u2013-\u2015])$/;

function hasKeys(lines: readonly Line[]): boolean {
  const keys = new Set(lines.flatMap(({ key }) => key ?? []));
  return keys.size > 1 && [...keys].some((key) => !EVERYDAY.has(key));
}

const WRITE = 'Write it as YAML between two lines of `---`, the first of which is the first line.';

/** What begins like that, and what is to be said of it. */
const KINDS: [RegExp, string][] = [
  [/^\+{3}|^-+\s*toml/, 'TOML front matter is not read'],
  [/^[{;]|^-+\s*(?:json|js)/, 'JSON front matter is not read'],
  [/^[`~]{3}/, 'front matter in a block of code is text'],
  [/^<!/, 'front matter in a comment is not read'],
];

function explain({ begin, isClosed }: Block): Saying {
  const { text, raw, number } = begin;
  const kind = KINDS.find(([pattern]) => pattern.test(text));
  if (kind) return [kind[1], WRITE];
  if (!begin.opens) return ['front matter without a line of `---` above it is text', WRITE];
  const isOdd = text === '---' && raw !== '---' && number === 1;
  if (isOdd || /^-{3}\s*[^\s-]/.test(text)) {
    const hint = isOdd
      ? 'Remove blanks and invisible characters around `---`.'
      : 'Put what follows on a line of its own.';
    return ['expected nothing but `---` on the line that opens the front matter', hint];
  }
  if (text !== '---') {
    return [`expected \`---\` on the line that opens the front matter, not \`${text}\``, WRITE];
  }
  return isClosed && number > 1
    ? ['the front matter does not begin on the first line', 'Remove what stands before `---`.']
    : ['the front matter is not closed', 'Add a line with nothing but `---` below the last key.'];
}
