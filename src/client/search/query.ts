import { filterNames, type Query } from './pagefind.ts';

/** What a form or the address of the search page asks for: `?q=words&tag=code&year=2026`. */
export function queryOf(params: URLSearchParams | FormData): Query {
  const value = (name: string) => String(params.get(name) ?? '').trim();
  const filters: Query['filters'] = {};
  for (const name of filterNames) if (value(name)) filters[name] = value(name);
  return { text: value('q'), filters };
}

/** The same as the part of an address that begins with `?`; empty where nothing is asked for. */
export function addressOf({ text, filters }: Query): string {
  const params = new URLSearchParams({ ...(text && { q: text }), ...filters }).toString();
  return params && `?${params}`;
}

/** Punctuation that Pagefind takes for a part of the word beside it; a character reference is one too. */
const AFTER_WORD = /((?:&\w+;|[^\p{L}\p{N};<>])+)<\/mark>/gu;
const BEFORE_WORD = /<mark>((?:&\w+;|[^\p{L}\p{N}&<>])+)/gu;

/** An excerpt that marks words alone, and says where a sentence begins before it or goes on behind it. */
export function tidyExcerpt(excerpt: string): string {
  return excerpt
    .replace(AFTER_WORD, '</mark>$1')
    .replace(BEFORE_WORD, '$1<mark>')
    .replace(/^(?=(?:<mark>)?\p{Ll})/u, '… ')
    .replace(/(?<=[\p{L}\p{N},;:](?:<\/mark>)?)$/u, ' …');
}

/** So many words are marked on the page of a result. */
const MOST_WORDS = 8;

/**
 * The address of a result, with the words that its page is to mark: those that were typed, and those
 * that were found, because a search for `prints` finds `printing`.
 * @param text what was searched for
 * @param excerpt HTML with `<mark>` around what was found
 */
export function resultAddress(url: string, text: string, excerpt: string): string {
  const found = [...excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, word = '']) => word);
  const words = [...text.split(/\s+/), ...found]
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word.length > 1 || /\p{Lo}/u.test(word));
  const params = new URLSearchParams(
    [...new Set(words)].slice(0, MOST_WORDS).map((word) => ['highlight', word]),
  ).toString();
  return params ? `${url}?${params}` : url;
}
