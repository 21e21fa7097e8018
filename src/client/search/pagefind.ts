import { beginnings, isMeant } from './near.ts';

/** What a search can be narrowed by. */
export const filterNames = ['category', 'tag', 'year'] as const;
type FilterName = (typeof filterNames)[number];

/** Values of each filter, and how many posts have them. */
type Filters = Partial<Record<FilterName, Record<string, number>>>;

/** What the reader looks for. */
export interface Query {
  text: string;
  filters: Partial<Record<FilterName, string>>;
}

/** A post that was found. */
export interface Found {
  url: string;
  /** HTML: text, and `<mark>` around what was searched for. */
  excerpt: string;
  meta: { title: string; date: string; lang: string };
}

/** A search, best results first. Each is loaded when it is to be shown. */
export interface Results {
  results: { data(): Promise<Found> }[];
  /** Whether they have words like those that were searched for, because none has these. */
  isNear?: boolean;
}

/** The part of Pagefind that is used here. https://pagefind.app/docs/api/ */
export interface Pagefind {
  init(): Promise<void>;
  mergeIndex(folder: string, options: { language: string }): Promise<void>;
  filters(): Promise<Filters>;
  search(
    text: string | null,
    options: { filters: Query['filters']; sort: Record<string, string> },
  ): Promise<Results>;
}

const FOLDER = `${import.meta.env.BASE_URL.replace(/\/$/, '')}/pagefind/`;

let loaded: Promise<Pagefind> | undefined;

/** Loads Pagefind and the beginning of the index, once. @throws where the site has no index */
export function loadPagefind(): Promise<Pagefind> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Pagefind> {
  const pagefind: Pagefind = await import(/* @vite-ignore */ `${FOLDER}pagefind.js`);
  const entry = await (await fetch(`${FOLDER}pagefind-entry.json`)).json();
  await pagefind.init();
  // Pagefind makes an index of each language and searches the page's. Readers want to find all posts.
  for (const language of otherLanguages(entry.languages, document.documentElement.lang)) {
    // It would not load its own folder again, if that were written in the same way.
    await pagefind.mergeIndex(new URL(FOLDER, location.href).href, { language });
  }
  return pagefind;
}

/**
 * The languages whose index Pagefind does not search by itself. It takes that of the page's language,
 * or of its first part (`pt` for `pt-BR`), or the largest.
 * @param languages of `pagefind-entry.json`
 */
export function otherLanguages(
  languages: Readonly<Record<string, { page_count: number }>>,
  lang: string,
): string[] {
  const tag = lang.toLowerCase();
  const [base = ''] = tag.split('-');
  const names = Object.keys(languages);
  const largest = Object.entries(languages).toSorted(([, a], [, b]) => b.page_count - a.page_count);
  const own = [tag, base].find((name) => names.includes(name)) ?? largest[0]?.[0];
  return names.filter((name) => name !== own);
}

/** Searches. Without words it finds all that the filters let through, newest first; without both, nothing. */
export async function find({ text, filters }: Query): Promise<Results> {
  if (text === '' && Object.keys(filters).length === 0) return { results: [] };
  const pagefind = await loadPagefind();
  const sort: Record<string, string> = text === '' ? { time: 'desc' } : {};
  const search = (text: string) => pagefind.search(text || null, { filters, sort });
  if (text === '') return search(text);
  for (const words of [text, ...beginnings(text)]) {
    const { results } = await search(words);
    const isNear = words !== text;
    if (results[0] && isMeant(text, (await results[0].data()).excerpt, isNear)) {
      return { results, isNear };
    }
  }
  return { results: [] };
}
