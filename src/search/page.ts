import { escapeMarkup } from '../html/escape.ts';
import type { SearchDocument } from './document.ts';

const TAG = /<(?:"[^"]*"|[^">])*>/g;
const BLOCK_OF_CODE = /<pre\b[^>]*>([^]*?)<\/pre>/g;
/** Stands where something was left out: what was around it is no sentence, to readers and to the audit. */
const OMISSION = ' · ';

/**
 * The page that Pagefind reads for a post: its text, and in the head what results and filters show
 * of it. Title and tags are found too: Pagefind searches metadata. So are blocks of code and the words of
 * diagrams, which say nothing in an excerpt.
 * https://pagefind.app/docs/metadata/ and https://pagefind.app/docs/filtering/
 * @param html the text of the post
 */
export function searchPage(document: Omit<SearchDocument, 'html' | 'key'>, html: string): string {
  const { title, lang, date, time, year, tags, categories } = document;
  const code = Array.from(html.matchAll(BLOCK_OF_CODE), ([, text = '']) => text.replace(TAG, ''));
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
  const head = facts.map(([kind, name, value = '']) => meta(kind, name, escapeMarkup(value)));
  // It is HTML already.
  if (code.length > 0)
    head.push(meta('meta', 'code', code.join(OMISSION).replaceAll('"', '&quot;')));
  const text = html.replace(BLOCK_OF_CODE, OMISSION);
  // Where a post marks a part of itself in this way, Pagefind takes no page that has no such mark.
  return `<html lang="${escapeMarkup(lang)}"><head>${head.join('')}</head><body data-pagefind-body>${text}</body></html>`;
}

const meta = (kind: string | undefined, name: string | undefined, content: string): string =>
  `<meta data-pagefind-${kind}="${name}[content]" content="${content}">`;
