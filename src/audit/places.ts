import { detached } from '../lib/detached.ts';
import { fold, IGNORED } from './characters.ts';
import { withoutEntities } from './entities.ts';

/** Where pages, feeds and indexes name a post or one of its terms. */
export interface Place {
  kind: 'title' | 'term';
  /** What stands there, as `placeName` writes it. */
  name: string;
  /** Offsets in the text. */
  start: number;
  end: number;
}

/** A pattern, and what everything that it matches begins with. */
type Pattern = readonly [sign: string, pattern: RegExp];

/** Titles of posts, and of nothing else. */
const OF_POST: readonly Pattern[] = [
  ['<title', /<title[^<>]*>([^]{1,300}?)<\/title>/iy],
  ['p-name', /\bp-name\b[^<>]*>([^]{1,300}?)<\/h/iy],
  [':title', /:title"? content="([^"]{1,300})"/iy],
  ['"title":', /"title": ?"((?:[^"\\]|\\.){1,300})"/iy],
  ['"headline":', /"headline": ?"((?:[^"\\]|\\.){1,300})"/iy],
];
/** Headings and links: they name posts too. */
const OF_ANY: readonly Pattern[] = [
  ['<h', /<h[1-6](?![\w-])[^<>]*>([^]{1,300}?)<\/h/iy],
  ['<a ', /<a [^<>]*>([^<>]{1,300}?)<\/a>/iy],
  ['"name":', /"name": ?"((?:[^"\\]|\\.){1,300})"/iy],
];
/** Terms in pages, feeds, structured data, addresses, and in names of classes and properties. */
const OF_TERM: readonly Pattern[] = [
  ['p-category', /p-category[^<>]*>([^<>]{1,100})</iy],
  ['<category', /<category[^<>]*>(?:\s*<!\[cdata\[)?([^<>\]]{1,100})/iy],
  ['<category', /<category[^<>]*\bterm="([^"]{1,100})"/iy],
  ['article:', /article:(?:tag|section)" content="([^"]{1,100})"/iy],
  ['tags/', /(?<=^|\/)tags\/([^"'/<>?#\s]{1,100})(?=["'/<>?#])/iy],
  ['categories/', /(?<=^|\/)categories\/([^"'/<>?#\s]{1,100})(?=["'/<>?#])/iy],
  ['tag-', /(?<![\p{L}\p{N}])tag-{1,2}((?:[\p{L}\p{N}]|-)+)(?=["'\s.,:{>])/iuy],
  ['tag_', /(?<![\p{L}\p{N}])tag_{1,2}((?:[\p{L}\p{N}]|-)+)(?=["'\s.,:{>])/iuy],
  ['category-', /(?<![\p{L}\p{N}])category-{1,2}((?:[\p{L}\p{N}]|-)+)(?=["'\s.,:{>])/iuy],
  ['style="', /style="[^"]*?--[\w-]+:\s*([^"';]{1,100})[";]/iy],
];
/** The same as values of attributes, settings and scripts. */
const OF_VALUE: readonly Pattern[] = [
  ['tag', /(?:\btag["']?\s*[:=]\s*["']|(?<=["'])tag:)([^"']{1,100})["']/iy],
  ['category', /(?:\bcategory["']?\s*[:=]\s*["']|(?<=["'])category:)([^"']{1,100})["']/iy],
];
const LISTS: readonly Pattern[] = [
  ['":', /(?<="(?:tags|categories|keywords|articlesection))": ?(\[[^\]]*\]|"(?:[^"\\]|\\.)*")/iy],
];

/**
 * Finds the places in a folded text where titles and terms stand by themselves. There also a name
 * that is too short, a number or a common word tells something.
 */
export function* titlesIn(text: string): Generator<Place & { isOfPost: boolean }> {
  for (const [i, patterns] of [OF_POST, OF_ANY].entries()) {
    for (const { start, end } of groupsIn(text, patterns)) {
      // Pages put a bar between a title and the name of the site.
      const whole = text.slice(start, end);
      const parts = /[|·•]/.test(whole) ? new Set([whole, ...whole.split(/\s[|·•]\s/)]) : [whole];
      for (const part of parts) {
        yield { kind: 'title', name: knownName(part), start, end, isOfPost: i === 0 };
      }
    }
  }
}

/** The same for terms. */
export function* termsIn(text: string): Generator<Place> {
  yield* placesIn(text, OF_TERM);
  for (const list of groupsIn(text, LISTS)) {
    const items = text.slice(list.start, list.end);
    for (const { 1: item = '', index } of items.matchAll(/"((?:[^"\\]|\\.)*)"/g)) {
      const start = list.start + index + 1;
      yield { kind: 'term', name: knownName(item), start, end: start + item.length };
    }
  }
}

/** The same for values that may be terms, or something else: `category: 'Comments'`. */
export function valuesIn(text: string): Generator<Place> {
  return placesIn(text, OF_VALUE);
}

function* placesIn(text: string, patterns: readonly Pattern[]): Generator<Place> {
  for (const { start, end } of groupsIn(text, patterns)) {
    yield { kind: 'term', name: knownName(text.slice(start, end)), start, end };
  }
}

/** Where the group of each pattern stands. */
function* groupsIn(
  text: string,
  patterns: readonly Pattern[],
): Generator<{ start: number; end: number }> {
  for (const [sign, pattern] of patterns) {
    for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + sign.length)) {
      pattern.lastIndex = at;
      const [match, group = ''] = pattern.exec(text) ?? [];
      if (match === undefined) continue;
      const start = at + match.lastIndexOf(group);
      yield { start, end: start + group.length };
    }
  }
}

/** Pages have the same links: what they are called is worked out once. */
const names = new Map<string, string>();
const MOST_NAMES = 20_000;

function knownName(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    if (names.size === MOST_NAMES) names.clear();
    names.set(detached(text), (name = detached(placeName(text))));
  }
  return name;
}

/** A name by which others that read the same are known: without markup, accents, case and hyphens. */
export function placeName(text: string): string {
  const isMarked = /[<&\\]/.test(text);
  return fold(isMarked ? plain(text) : text)
    .toLowerCase()
    .replace(IGNORED, '')
    .replace(/[^\p{L}\p{N}\p{S}\p{M}#&@.]+/gu, ' ')
    .replace(/(?:^|(?<=[\s.]))\.+(?=\s|$)/g, '')
    .trim();
}

function plain(markup: string): string {
  const unescaped = markup
    .replace(/\\u([\da-f]{4})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replace(/<!\[cdata\[|\]\]>/gi, '');
  return withoutEntities(unescaped).replace(/<[^<>]*>/g, '');
}

/** What stands between lines, cells, the texts of links and elements, quotations. */
const BETWEEN = /[\n\r[\]<>|*_"“”„«»`#]+/;
/** And between parts of these; an apostrophe does not. */
const WITHIN = /[{}()=:;,!?]+|(?<!\p{L})['’‘]|['’](?!\p{L})|\s[-–—·]\s|\.\s/u;

/** The parts of a published text that may stand by themselves, with and without their punctuation. */
export function partsOf(text: string): string[] {
  return text.split(BETWEEN).flatMap((part) => [part, ...part.split(WITHIN)]);
}
