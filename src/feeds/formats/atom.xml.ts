import { escapeMarkup } from '../../html/escape.ts';
import type { Author } from '../../source/data.ts';
import { toISO } from '../../jekyll/rules/date.ts';
import type { Feed, FeedItem } from '../feed.ts';
import { legalXml } from '../xml.ts';

/** Atom demands a date even of a feed without entries. */
const NEVER = { time: 0, offset: 0 };

/** A feed as Atom. https://www.rfc-editor.org/rfc/rfc4287 */
export function write(feed: Feed): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeMarkup(feed.lang)}">`,
    element('id', feed.url),
    element('title', feed.title),
    feed.description && element('subtitle', feed.description),
    element('updated', toISO(feed.updated ?? NEVER)),
    `<link rel="alternate" type="text/html" href="${escapeMarkup(feed.url)}"/>`,
    `<link rel="self" type="application/atom+xml" href="${escapeMarkup(feed.url)}atom.xml"/>`,
    person(feed.author),
    ...feed.items.map(entry),
    '</feed>\n',
  ];
  return legalXml(lines.filter(Boolean).join('\n'));
}

function entry(item: FeedItem): string {
  return [
    item.lang ? `<entry xml:lang="${escapeMarkup(item.lang)}">` : '<entry>',
    element('id', item.url),
    element('title', item.title),
    `<link rel="alternate" type="text/html" href="${escapeMarkup(item.url)}"/>`,
    element('published', toISO(item.published)),
    element('updated', toISO(item.updated ?? item.published)),
    ...item.authors.map(person),
    ...item.categories.map((name) => `<category term="${escapeMarkup(name)}"/>`),
    item.summary && element('summary', item.summary),
    `<content type="html">${escapeMarkup(item.html)}</content>`,
    '</entry>',
  ]
    .filter(Boolean)
    .join('\n');
}

function person({ name, url, email }: Author): string {
  return `<author>${[
    element('name', name),
    url && element('uri', url),
    email && element('email', email),
  ]
    .filter(Boolean)
    .join('')}</author>`;
}

function element(name: string, text: string): string {
  return `<${name}>${escapeMarkup(text)}</${name}>`;
}
