import {
  codesOf,
  DIGIT,
  foldCode,
  hashAt,
  hashOf,
  IDEOGRAPH,
  isConsonantal,
  kindOf,
  kinds,
  LETTER,
  mix,
  NOTHING,
  UNKNOWN,
  wordEnd,
} from './characters.ts';
import { entityCode, entityEnd } from './entities.ts';
import { Gap, Run } from './run.ts';

/**
 * How a text is written:
 * - `markup`: HTML and XML, also escaped inside other XML, with scripts and styles in it
 * - `markdown`: the same with the addresses of links, Liquid tags and attribute lists set apart
 * - `json`: strings with escapes, and markup in them
 * - `code`: JavaScript, style sheets: nothing that a reader reads
 */
export type Syntax = 'markup' | 'markdown' | 'json' | 'code';

/** Is told of every token: `run` holds it and those before it. */
export type Sink = (run: Run) => void;

/** Elements that do not end a sentence. */
const INLINE = hashes(
  'a abbr acronym b bdi bdo big br cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr',
);
/** The others that pages and feeds are full of. */
const BLOCK = hashes(
  'article aside blockquote body button category content dd details div dl dt entry fieldset figcaption figure footer form g guid h1 h2 h3 h4 h5 h6 head header hr html id img input item lastmod legend li link loc main meta nav ol option p path picture pre pubdate script section select source style summary svg table tbody td textarea tfoot th thead title tr ul updated url video',
);
/** Elements whose content is no text. */
const SCRIPT = hashOf('script');
const STYLE = hashOf('style');
/** Scripts that no browser runs: a program reads their text. */
const DATA = /\stype\s*=\s*["']?(?:[^"'\s]*json|text\/(?!(?:java|ecma)script))/i;
/** Elements whose attributes hold nothing an author wrote: those of formulas. */
const MATH = hashes(
  'math maction menclose merror mfenced mfrac mi mlabeledtr mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover semantics',
);
/** Attributes that do not either. */
const TECHNICAL = hashes('class style type rel d points transform integrity nonce xmlns viewbox');
const XMLNS = hashOf('xmlns');
const BASE64 = hashOf('base64');

const SPACE = 32;
const DOUBLE_QUOTE = 34;
const AMPERSAND = 38;
const SINGLE_QUOTE = 39;
const COMMA = 44;
const SLASH = 47;
const SEMICOLON = 59;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const BACKSLASH = 92;
const BACKTICK = 96;
const NEW_LINE = 10;

/** What is read, and what stands in tags, addresses and the like between it: the same for all texts. */
const body = new Run();
const aside = new Run();

/**
 * Cuts a text into tokens, words and numbers, and tells the sink of each, which scans no other text meanwhile. Two texts that read the same
 * give the same tokens: markup, entities, escapes, smart punctuation, case and accents make no
 * difference.
 * @param text a folded text
 * @param hasBreaks whether blocks, attributes and strings end a run. A source is read without: its
 * parts may be put together in any way, and are still found in it
 */
export function scan(text: string, syntax: Syntax, hasBreaks: boolean, sink: Sink): void {
  const codes = codesOf(text);
  const length = text.length;
  const isCode = syntax === 'json' || syntax === 'code';
  const isMarkdown = syntax === 'markdown';
  body.reset();
  aside.reset();
  body.readable = syntax !== 'code';

  let run = body;
  let gap: Gap = Gap.soft;
  /** What ends the aside one is in: `>`, for Markdown also `)`, `]`, `}`; 0 outside. */
  let closing = 0;
  /** The quotation mark around the value one is in, above 255 where it is written as an entity. */
  let quote = 0;
  /** Whether the tag one is in belongs to a formula. */
  let isFormula = false;
  /** Hash of the name of the script or style one is in, or 0. */
  let raw = 0;

  /** The token that is being read. */
  let start = -1;
  let hash = 0;
  let size = 0;

  let i = 0;
  while (i < length) {
    const begin = i;
    let code = codes[i] ?? 0;
    let kind = kinds[code] ?? 0;

    if (kind >= 48) {
      // A word of plain letters, as nearly all are.
      if (start < 0) {
        start = i;
        hash = 0x811c9dc5;
        size = 0;
      }
      do {
        hash = Math.imul(hash ^ kind, 0x01000193);
        if (kind > 57 || size > 0) size++;
        kind = kinds[codes[++i] ?? 0] ?? 0;
      } while (kind >= 48);
      continue;
    }

    let isWritten = true;
    i++;
    if (code === AMPERSAND && raw === 0) {
      let name = i;
      while (text.startsWith('amp;', name)) name += 4;
      const semicolon = entityEnd(codes, name);
      i = name;
      if (semicolon > 0) {
        code = entityCode(text.slice(name, semicolon));
        i = semicolon + 1;
        isWritten = false;
      }
      kind = kindOf(code);
    } else if (code === BACKSLASH && (isCode || raw !== 0)) {
      const escape = text[i] ?? '';
      const digits = escape === 'u' ? 4 : escape === 'x' ? 2 : 0;
      const value = digits && Number.parseInt(text.slice(i + 1, i + 1 + digits), 16);
      code = value ? foldCode(value) : /[nrtbfv]/.test(escape) ? SPACE : escape.charCodeAt(0);
      i += value ? 1 + digits : 1;
      isWritten = false;
      kind = kindOf(code);
    } else if (kind === UNKNOWN) kind = kindOf(code);

    if (kind === NOTHING) continue;
    if (kind === LETTER || kind === DIGIT || kind >= 48) {
      if (start < 0) {
        start = begin;
        hash = 0x811c9dc5;
        size = 0;
      }
      hash = Math.imul(hash ^ (kind >= 48 ? kind : code), 0x01000193);
      if ((kind !== DIGIT && !(kind >= 48 && kind <= 57)) || size > 0) {
        // Words without vowels are as long as if they had one more.
        size += size === 0 && isConsonantal(code) ? 2 : 1;
      }
      continue;
    }

    if (start >= 0) {
      run.push(mix(hash), size, gap, start, begin);
      start = -1;
      gap = Gap.soft;
      sink(run);
    }
    if (kind === IDEOGRAPH) {
      run.push(mix(Math.imul(code, 0x85ebca6b)), 1, gap, begin, i, true);
      gap = Gap.soft;
      sink(run);
      continue;
    }

    if (closing !== 0) {
      if (quote !== 0) {
        if (code === (quote & 255) && isWritten === quote < 256) {
          quote = 0;
          if (hasBreaks) {
            run.break();
            run.readable = false;
          }
        } else if (code === COMMA && run.token === BASE64) i = base64End(text, i);
        else gap = widest(gap, code);
      } else if (code === closing || (code === NEW_LINE && closing !== GREATER)) {
        closing = 0;
        run = body;
        gap = Gap.hard;
      } else if (closing === GREATER && syntax === 'json' && isWritten && code === DOUBLE_QUOTE) {
        // The string ends, and with it what looked like a tag.
        closing = 0;
        run = body;
        if (hasBreaks) run.break();
        gap = Gap.soft;
      } else if (
        closing === GREATER &&
        (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) &&
        isAfterEquals(codes, begin)
      ) {
        quote = isWritten ? code : code + 256;
        if (hasBreaks) run.break();
        gap = Gap.soft;
      } else if (code === EQUALS && closing === GREATER) {
        run.readable = !isFormula && !TECHNICAL.has(run.token) && run.previous !== XMLNS;
        gap = Gap.hard;
      } else {
        if (hasBreaks && code <= SPACE) run.readable = false;
        gap = widest(gap, code);
      }
      continue;
    }

    if (raw !== 0) {
      if (code === LESS && codes[i] === SLASH && hashAt(codes, i + 1) === raw) {
        raw = 0;
        body.readable = true;
        i = text.indexOf('>', i) + 1 || length;
        body.break();
      } else if (hasBreaks && isWritten && (code === DOUBLE_QUOTE || code === BACKTICK)) {
        run.break();
      }
      gap = widest(gap, code);
      continue;
    }

    if (code === LESS && syntax !== 'code') {
      const next = codes[i] ?? 0;
      const isEnd = next === SLASH;
      const first = ((isEnd ? codes[i + 1] : next) ?? 0) | 32;
      if (first >= 97 && first <= 122) {
        const name = hashAt(codes, isEnd ? i + 1 : i);
        if (hasBreaks && !INLINE.has(name)) body.break();
        if ((name === SCRIPT || name === STYLE) && !isEnd && hasBreaks && !isCode) {
          const end = text.indexOf('>', i);
          raw = name;
          body.readable = name === SCRIPT && DATA.test(text.slice(i, end));
          i = end + 1 || length;
          continue;
        }
        const isKnown = INLINE.has(name) || BLOCK.has(name);
        if (isKnown) {
          i = wordEnd(codes, isEnd ? i + 1 : i);
          if (codes[i] === GREATER) {
            i++;
            gap = Gap.hard;
            continue;
          }
        }
        closing = GREATER;
        quote = 0;
        run = aside;
        run.break();
        // What elements and attributes are called is no text.
        run.readable = !hasBreaks;
        isFormula = hasBreaks && MATH.has(name);
        gap = Gap.soft;
        continue;
      }
      if (next === 63 /* ? */ || text.startsWith('!doctype', i) || text.startsWith('!DOCTYPE', i)) {
        if (hasBreaks && syntax === 'markup') i = text.indexOf('>', i) + 1 || length;
      } else if (next === 33 /* ! */) {
        if (hasBreaks) run.break();
        if (text.startsWith('[CDATA[', i + 1)) i += 8;
      }
    } else if (isMarkdown) {
      if (code === NEW_LINE) i += listMarker(text, i);
      else {
        closing = asideEnd(code, codes[i] ?? 0);
        if (closing !== 0) {
          run = aside;
          run.break();
          run.readable = true;
          gap = Gap.soft;
          continue;
        }
      }
    } else if (code === COMMA && run.token === BASE64) {
      i = base64End(text, i);
    } else if (hasBreaks && isBar(code)) {
      run.break();
    } else if (isCode && hasBreaks && isWritten && (code === DOUBLE_QUOTE || code === BACKTICK)) {
      run.break();
    }
    gap = widest(gap, code);
  }
  if (start >= 0) {
    run.push(mix(hash), size, gap, start, length);
    sink(run);
  }
}

/** Whether a quotation mark in a tag opens a value: anywhere else it opens nothing. */
function isAfterEquals(codes: Uint16Array, quote: number): boolean {
  let before = quote - 1;
  while (before > 0 && (codes[before] ?? 0) <= SPACE) before--;
  return codes[before] === EQUALS;
}

/** The wider of a gap and what a character makes of it. */
function widest(gap: Gap, code: number): Gap {
  if (code === SLASH) return gap === Gap.hard ? gap : Gap.slash;
  const isList = code === COMMA || code === SEMICOLON || code === BACKSLASH;
  return isList || isBar(code) ? Gap.hard : gap;
}

/** What pages put between a title and the name of the site: a bar, a dot, a bullet. */
function isBar(code: number): boolean {
  return code === 124 || code === 183 || code === 0x2022;
}

/**
 * What ends the address of a link, the mark of a footnote, a Liquid tag or an attribute list that
 * begins with two characters; 0 for others.
 */
function asideEnd(first: number, second: number): number {
  if (first === 93 /* ] */) {
    if (second === 40 /* ( */) return 41;
    return second === 91 /* [ */ ? 93 : 0;
  }
  if (first === 91 /* [ */) return second === 94 /* ^ */ ? 93 : 0;
  const isBrace = first === 123 && (second === 37 || second === 123 || second === 58); // {% {{ {:
  return isBrace ? 125 : 0;
}

/** Length of the spaces and the number that begin an item of a numbered list. */
function listMarker(text: string, line: number): number {
  const marker = / *\d+[.)] /y;
  marker.lastIndex = line;
  return marker.test(text) ? marker.lastIndex - line : 0;
}

function base64End(text: string, from: number): number {
  const data = /[a-z0-9+/=]*/iy;
  data.lastIndex = from;
  data.test(text);
  return data.lastIndex;
}

function hashes(words: string): Set<number> {
  return new Set(words.split(' ').map(hashOf));
}
