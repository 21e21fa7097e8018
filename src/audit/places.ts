import { fold, IGNORED } from './characters.ts';
import { entityCode } from './entities.ts';

/** Where pages, feeds and indexes name a post or one of its terms. */
export interface Place {
  kind: 'title' | 'term';
  /** What stands there, as `placeName` writes it. */
  name: string;
  /** Offsets in the text. */
  start: number;
  end: number;
}

/** A pattern, and what stands in every text that it matches. */
type Pattern = readonly [sign: string, pattern: RegExp];

/** Titles of posts, and of nothing else. */
const OF_POST: readonly Pattern[] = [
  ['<title', /<title[^<>]*>([^]{1,300}?)<\/title>/gi],
  ['p-name', /\bp-name\b[^<>]*>([^]{1,300}?)<\/h/gi],
  [':title', /:title"? content="([^"]{1,300})"/gi],
  ['"title":', /"title": ?"((?:[^"\\]|\\.){1,300})"/gi],
  ['"headline":', /"headline": ?"((?:[^"\\]|\\.){1,300})"/gi],
];
/** Headings and links: they name posts too. */
const OF_ANY: readonly Pattern[] = [
  ['<h', /<h[1-6](?![\w-])[^<>]*>([^]{1,300}?)<\/h/gi],
  ['<a ', /<a [^<>]*>([^<>]{1,300}?)<\/a>/gi],
  ['"name":', /"name": ?"((?:[^"\\]|\\.){1,300})"/gi],
];
/** Terms in pages, feeds, structured data, addresses, and in names of classes and properties. */
const OF_TERM: readonly Pattern[] = [
  ['p-category', /p-category[^<>]*>([^<>]{1,100})</gi],
  ['<category', /<category[^<>]*>(?:\s*<!\[cdata\[)?([^<>\]]{1,100})/gi],
  ['<category', /<category[^<>]*\bterm="([^"]{1,100})"/gi],
  ['article:', /article:(?:tag|section)" content="([^"]{1,100})"/gi],
  ['tags/', /(?:^|\/)tags\/([^"'/<>?#\s]{1,100})(?=["'/<>?#])/gi],
  ['categories/', /(?:^|\/)categories\/([^"'/<>?#\s]{1,100})(?=["'/<>?#])/gi],
  ['tag-', /(?<![\p{L}\p{N}])tag-{1,2}((?:[\p{L}\p{N}]|-)+)(?=["'\s.,:{>])/giu],
  ['tag_', /(?<![\p{L}\p{N}])tag_{1,2}((?:[\p{L}\p{N}]|-)+)(?=["'\s.,:{>])/giu],
  ['category-', /(?<![\p{L}\p{N}])category-{1,2}((?:[\p{L}\p{N}]|-)+)(?=["'\s.,:{>])/giu],
  ['tag', /(?<=\btag["']?\s*[:=]\s*["']|["']tag:)([^"']{1,100})["']/gi],
  ['category', /(?<=\bcategory["']?\s*[:=]\s*["']|["']category:)([^"']{1,100})["']/gi],
  ['style="', /style="[^"]*?--[\w-]+:\s*([^"';]{1,100})[";]/gi],
];
const LISTS = /"(?:tags|categories|keywords|articlesection)": ?(\[[^\]]*\]|"(?:[^"\\]|\\.)*")/gi;

/**
 * Finds the places in a folded text where titles and terms stand by themselves. There also a name
 * that is too short, a number or a common word tells something.
 * @param ofPosts whether titles are looked for where posts alone have them
 */
export function* titlesIn(text: string, ofPosts: boolean): Generator<Place> {
  for (const place of groupsIn(text, ofPosts ? OF_POST : [...OF_POST, ...OF_ANY])) {
    // Pages put a bar between a title and the name of the site.
    const { start, end } = place;
    const whole = text.slice(start, end);
    for (const part of new Set([whole, ...whole.split(/\s[|·•]\s/)])) {
      yield { kind: 'title', name: placeName(part), start, end };
    }
  }
}

/** The same for terms. */
export function* termsIn(text: string): Generator<Place> {
  for (const { start, end } of groupsIn(text, OF_TERM)) {
    yield { kind: 'term', name: placeName(text.slice(start, end)), start, end };
  }
  if (!text.includes('":')) return;
  for (const match of text.matchAll(LISTS)) {
    for (const item of match[1]?.matchAll(/"((?:[^"\\]|\\.)*)"/g) ?? []) {
      const start = match.index + match[0].length - (match[1]?.length ?? 0) + item.index + 1;
      const name = item[1] ?? '';
      yield { kind: 'term', name: placeName(name), start, end: start + name.length };
    }
  }
}

/** Where the group of each pattern stands. */
function* groupsIn(
  text: string,
  patterns: readonly Pattern[],
): Generator<{ start: number; end: number }> {
  for (const [sign, pattern] of patterns) {
    if (!text.includes(sign)) continue;
    for (const { 0: match, 1: group = '', index } of text.matchAll(pattern)) {
      const start = index + match.lastIndexOf(group);
      yield { start, end: start + group.length };
    }
  }
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
  return markup
    .replace(/\\u([\da-f]{4})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replace(/<!\[cdata\[|\]\]>/gi, '')
    .replace(/&(?:amp;)*(#?\w+);/g, (_, name: string) => String.fromCodePoint(entityCode(name)))
    .replace(/<[^<>]*>/g, '');
}

/** The parts of a published text that may stand by themselves: lines, cells, links, items, strings. */
export function partsOf(text: string): string[] {
  return text.split(/[\n\r[\]<>|*_"“”‘’'`#{}()=:;,!?]+|\s[-–—·]\s|\.\s/);
}
