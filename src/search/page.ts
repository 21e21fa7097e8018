import { escapeMarkup } from '../html/escape.ts';
import type { SearchDocument } from './document.ts';

/**
 * The page that Pagefind reads for a post: its text, and in the head what results and filters show
 * of it. Title and tags are found too: Pagefind searches metadata.
 * https://pagefind.app/docs/metadata/ and https://pagefind.app/docs/filtering/
 * @param html the text of the post
 */
export function searchPage(document: Omit<SearchDocument, 'html' | 'key'>, html: string): string {
  const { title, lang, date, time, year, tags, categories } = document;
  const facts = [
    ['meta', 'title', title],
    ['meta', 'date', date],
    ['meta', 'lang', lang],
    ['meta', 'tags', tags.join(', ')],
    ['sort', 'time', String(time)],
    ['filter', 'year', String(year)],
    ...tags.map((tag) => ['filter', 'tag', tag]),
    ...categories.map((category) => ['filter', 'category', category]),
  ];
  const head = facts.map(
    ([kind, name, value = '']) =>
      `<meta data-pagefind-${kind}="${name}[content]" content="${escapeMarkup(value)}">`,
  );
  return `<html lang="${escapeMarkup(lang)}"><head>${head.join('')}</head><body>${html}</body></html>`;
}
