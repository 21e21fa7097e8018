import { looksLike } from '../look-alike.ts';
import { readFlag } from './flag.ts';

/** Front matter that is meant and cannot be found: where it begins, what is wrong, what to write. */
export interface LostFrontMatter {
  /** Line of the text, counted from 1. */
  line: number;
  message: string;
  hint: string;
}

/** What ends a line in any system, and in no text that Jekyll reads. */
const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;

/** The line ends of old Macs: Jekyll sees one line. */
const LONE_CR = /\r(?!\n)/;

/** So many lines with something on them are looked at. */
const HEAD = 20;

/**
 * Finds front matter in a text in which no front matter was found: of another generator (`+++`, JSON,
 * a head without a first line of `---`), behind a comment, a heading or blank lines, in a block of
 * code, between other lines than `---`. A line that decides about publication and nothing else
 * (`published: false`, `"draft": true`, `Status: draft`) is enough; of other keys it takes two, or one
 * between the lines that enclose it. Prose with a colon in it stays prose.
 */
export function lostFrontMatter(text: string): LostFrontMatter | undefined {
  const lines = readLines(text);
  const head = lines.slice(0, HEAD);
  const [first] = head;
  const begin =
    (/\0/.test(text) || LONE_CR.test(text) ? head[0] : undefined) ??
    unclosed(head) ??
    enclosed(head) ??
    headOfKeys(head) ??
    enclosedBelow(lines) ??
    (first && MARK.test(first.text) ? first : undefined) ??
    head.find((line) => line.decides && !line.isCode);
  if (begin && begin === first && MARK.test(begin.text)) return markAt(begin);
  return begin && tell(begin, lines, text);
}

/**
 * Finds front matter in the text below a block of front matter: a second block, or a line that
 * decides about publication.
 */
export function secondFrontMatter(body: string): LostFrontMatter | undefined {
  const [line] = readLines(body.slice(0, body.indexOf('\n', body.search(/\S/)) + 1 || undefined));
  if (!line || /^ {4}|^[\t`~]/.test(line.raw)) return undefined;
  if (MARK.test(line.text)) return markAt(line);
  if (!line.isFlag && !line.opens) return undefined;
  const lines = readLines(body.split('\n', line.number + HEAD).join('\n'));
  const begin = line.isFlag ? line : enclosed(lines);
  if (!begin) return undefined;
  return {
    line: begin.number,
    message: 'more front matter stands below the first, and would be text',
    hint: 'Put all keys into one block between two lines of `---`.',
  };
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
  /** What ends the block of code that a line is in. */
  let fence: string | undefined;
  let isIndented = false;
  let afterBlank = true;
  let first = true;
  return source.split(LINE_END).flatMap((raw, i) => {
    const text = looksLike(raw).trim();
    if (text === '') {
      afterBlank = true;
      return [];
    }
    const [, marks = '', info = ''] = /^(`{3,}|~{3,})\s*([^`]*)$/.exec(text) ?? [];
    const isEnd = fence !== undefined && marks === fence && info === '';
    const isBegin = fence === undefined && marks !== '';
    // A block of YAML or the like at the very beginning could be meant.
    const isData = isBegin && first && DATA.test(info);
    isIndented = (afterBlank || isIndented) && /^(?: {4}|\t)/.test(raw);
    const isCode = fence !== undefined || (isBegin && !isData) || isIndented;
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

/** What is written behind the fence of code that could be front matter. */
const DATA = /^(?:ya?ml|toml|json5?|front-?matter|---)?\s*$/;

function classify(
  text: string,
): Pick<Line, 'opens' | 'closes' | 'key' | 'isPair' | 'isFlag' | 'decides'> {
  const bare = text.replace(/^<!-*|(?<!-)-*>$|<\/?[a-z]+\s*\/?>/g, '').trim();
  const [, key, value] = PAIR.exec(bare) ?? [];
  const plain = key?.replace(/[^a-z]/g, '');
  return {
    opens: OPENING.test(text),
    closes: CLOSING.test(text),
    key: value !== undefined && plain !== undefined && KEYS.has(plain) ? plain : undefined,
    isPair: value !== undefined,
    isFlag: isFlag(bare),
    decides:
      isFlag(bare) || STATE.test(bare) || LOGSEQ.test(bare) || INLINE.test(text.slice(0, 500)),
  };
}

const FENCE = String.raw`[-\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58]{2,}|[\u2012-\u2015\u2e3a\u2e3b]|\+{3,}|;{3,}|={3,}|\*{3,}|_{3,}|~{3,}|\x60{3,}|%{3,}|#{3,}|\.{3}`;
const OPENING = new RegExp(
  String.raw`^(?:<!-*\s*)?(?:${FENCE})\s*(?:(?:ya?ml|toml|json5?|js|cson|front-?matter|%.*|#.*|/.*)\s*)?$`,
);
const CLOSING = new RegExp(String.raw`^(?:${FENCE})\s*(?:(?<!-)-*>|>)?$`);

/** `title: X`, `"title": "X",`, `title = X`, `#+TITLE: X`, `:title: X`, `.. title: X` */
const PAIR =
  /^(?:#\+|:|\.\. |@|% )?["']?([a-z][\w-]{0,30})["']?\s*(?::=?(?=\s|["'[{\d]|$)|=(?!=))\s*(.*)$/;

const KEYS = new Set(
  `aliases author authors categories category comments cover created date datepublished dates description
  draft excerpt expirydate featured image keywords lang language lastmod layout modified permalink
  pubdate published publishdate redirectfrom series slug status subtitle summary tag tags template title
  toc type unlisted updated url visibility weight`.split(/\s+/),
);

/** Keys that books, recipes and letters have as well, which are no front matter by themselves. */
const EVERYDAY = new Set([
  'author',
  'authors',
  'title',
  'subtitle',
  'summary',
  'language',
  'series',
]);

const DECIDING =
  /^\W*(?:[a-z]+[-_.])*(?:is|un|not)?[-_ ]?(?:publish(?:ed)?|drafts?|unlisted|listed)\W*?\s*[:=]\s*\W*([a-z]+)\W*(?:\s(?:#|\/\/).*)?$/;
const STATE =
  /^\W*(?:[a-z]+[-_.])*(?:post)?(?:status|state|visibility|privacy|security)\W*?\s*[:=]\s*\W*(?:draft|private|pending|hidden|scheduled|unpublished|unlisted|future)\W*(?:\s(?:#|\/\/).*)?$/;
const LOGSEQ = /^\W*public\s*::\s*(?:false|no)$/;
const INLINE = new RegExp(
  String.raw`^(?:<!|\{(?![{%:])|[;%]|export\s+const\s|${FENCE}).*\b(?:published|draft|unlisted)\W*?\s*[:=]\s*["']?(?:true|false|yes|no|on|off)\b`,
);

/** A first line that says of the text that it is a draft, and nothing else: `<!-- draft -->`, `*DRAFT*`, `#wip`. */
const MARK =
  /^(?!#{1,6}\s|[-+*]\s|\d|\{:)[^a-z]*(?:this is (?:an? |still |only |first |rough )*)?(?:draft|wip|work in progress|unpublished|(?:do not|don.t|not to) publish|not for publication)(?:[^a-z]+(?:draft|wip|unpublished|(?:please )?(?:do not|don.t) publish|not for publication|yet))*[^a-z]*$/;

function markAt({ number }: Line): LostFrontMatter {
  return {
    line: number,
    message: 'the first line says that this is a draft, and hides nothing',
    hint: 'Write `published: false` into the front matter to hold it back, or take the line out.',
  };
}

function isFlag(text: string): boolean {
  const [, flag] = DECIDING.exec(text) ?? [];
  return flag !== undefined && readFlag(flag) !== undefined;
}

/** A first line of `---` alone, keys below it, and no end. */
function unclosed([first, second, third]: readonly Line[]): Line | undefined {
  if (!first?.opens || /^[*_=~`#.]/.test(first.text)) return undefined;
  const isMeant =
    second === undefined ||
    second.decides ||
    second.key !== undefined ||
    (second.isPair && !second.afterBlank && third?.isPair === true) ||
    /^\+{3}|^-.*[a-z]/.test(first.text);
  return isMeant ? first : undefined;
}

/** The first block between two lines that enclose front matter, with nothing but headings and comments above. */
function enclosed(lines: readonly Line[]): Line | undefined {
  const start = lines.findIndex(({ text }) => !/^#{1,6}\s/.test(text) && !COMMENT.test(text));
  const from = lines.slice(Math.max(start, 0));
  const [first] = from;
  if (!first) return undefined;
  if (/^[{;]\s*["']?[a-z]\w*["']?\s*:/.test(first.text)) return first;
  if (/^[{;]+$/.test(first.text)) return from[1]?.isPair ? first : undefined;
  if (!first.opens || first.isCode) return undefined;
  const end = from.findIndex((line, i) => i > 0 && line.closes);
  const inside = from.slice(1, end < 0 ? undefined : end);
  if (inside.some(({ decides }) => decides)) return first;
  const pair = inside.find(({ text }) => !text.startsWith('#'));
  if (end < 0 || !pair?.isPair) return undefined;
  if (/^[`~]/.test(first.text)) return hasKeys(inside) ? first : undefined;
  if (pair.key !== undefined && (!pair.afterBlank || hasKeys(inside))) return first;
  // Unknown keys count where nothing stands above, as before.
  return start === 0 && !pair.afterBlank && /^[-+]/.test(first.text) ? first : undefined;
}

/** Keys at the very beginning, without a line above: two of them, or one and a line that ends them. */
function headOfKeys(lines: readonly Line[]): Line | undefined {
  const start = lines.findIndex(({ text }) => !/^(?:<!-*|-*>)$/.test(text));
  const from = lines.slice(Math.max(start, 0));
  const end = from.findIndex((line) => !line.isPair || line.isCode);
  const head = from.slice(0, end < 0 ? undefined : end);
  const [first] = head;
  if (!first) return undefined;
  const after = end < 0 ? undefined : from[end];
  const isEnded = /^(?:-{3}|\+{3}|\.{3}|;{3}|[\u2013-\u2015])$/.test(after?.text ?? '');
  const hasKey = head.some(({ key }) => key !== undefined);
  return (isEnded && hasKey && !after?.afterBlank) || hasKeys(head) ? first : undefined;
}

function hasKeys(lines: readonly Line[]): boolean {
  const keys = new Set(lines.flatMap(({ key }) => key ?? []));
  return keys.size > 1 && [...keys].some((key) => !EVERYDAY.has(key));
}

/** A block further down: a line that encloses, keys alone, one of which decides, and such a line again. */
function enclosedBelow(lines: readonly Line[]): Line | undefined {
  return lines.find((line, i) => {
    if (!line.opens || line.isCode) return false;
    const rest = lines.slice(i + 1, i + 1 + HEAD);
    const end = rest.findIndex((line) => !line.isPair);
    return end > 0 && rest[end]?.closes === true && rest.slice(0, end).some((line) => line.decides);
  });
}

const WRITE = 'Write it as YAML between two lines of `---`, the first of which is the first line.';

function tell(begin: Line, lines: readonly Line[], source: string): LostFrontMatter {
  const [message, hint] = explain(begin, lines, source);
  return { line: begin.number, message, hint };
}

function explain(begin: Line, lines: readonly Line[], source: string): [string, string] {
  const { text, raw, number } = begin;
  if (source.includes('\0')) {
    return ['the text holds NUL characters, as UTF-16 does', 'Save the file in UTF-8.'];
  }
  if (LONE_CR.test(source)) {
    return [
      'the lines end in CR alone, as on old Macs',
      'Save the file with line ends of LF or CR LF.',
    ];
  }
  if (/^\+{3}|^-+\s*toml/.test(text)) return ['TOML front matter is not read', WRITE];
  if (/^[{;]|^-+\s*(?:json|js)/.test(text)) return ['JSON front matter is not read', WRITE];
  if (/^[`~]{3}/.test(text)) return ['front matter in a block of code is text', WRITE];
  if (text.startsWith('<!')) return ['front matter in a comment is not read', WRITE];
  if (/^-{3}$/.test(text)) {
    const rest = lines.filter((line) => line.number > number);
    if (raw !== '---' && number === 1) {
      return [
        'expected nothing but `---` on the line that opens the front matter',
        'Remove blanks and invisible characters around `---`.',
      ];
    }
    return number === 1 || !rest.some((line) => /^(?:-{3}|\.{3})$/.test(line.text))
      ? ['the front matter is not closed', 'Add a line with nothing but `---` below the last key.']
      : ['the front matter does not begin on the first line', 'Remove what stands before `---`.'];
  }
  if (begin.opens && /^-{3}\s*\S/.test(text) && !/^-+$/.test(text)) {
    return [
      'expected nothing but `---` on the line that opens the front matter',
      'Put what follows on a line of its own.',
    ];
  }
  if (begin.opens) {
    return [`expected \`---\` on the line that opens the front matter, not \`${text}\``, WRITE];
  }
  return ['front matter without a line of `---` above it is text', WRITE];
}
