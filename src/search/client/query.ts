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

/** So many words are marked on the page of a result. */
const MOST_WORDS = 8;

/**
 * The address of a result, with the words that its page is to mark. They are those that were found,
 * because a search for `print` finds `printing`.
 * @param excerpt HTML with `<mark>` around them
 */
export function resultAddress(url: string, excerpt: string): string {
  const marked = [...excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, word = '']) =>
    word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''),
  );
  const words = [...new Set(marked)].filter(Boolean).slice(0, MOST_WORDS);
  const params = new URLSearchParams(words.map((word) => ['highlight', word])).toString();
  return params ? `${url}?${params}` : url;
}
