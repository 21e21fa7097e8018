import type { Author } from '../../source/data.ts';
import { toISO } from '../../jekyll/rules/date.ts';
import { once } from '../../lib/once.ts';
import type { Feed, FeedItem } from '../feed.ts';
import { element, markup, MEDIA_NAMESPACE, mediaContent, xmlDocument } from '../xml.ts';

/** Atom demands a date even of a feed without entries. */
const NEVER = { time: 0, offset: 0 };

/** A feed as Atom. https://www.rfc-editor.org/rfc/rfc4287 */
export function write(feed: Feed): string {
  const { url: href } = feed;
  const namespaces = { xmlns: 'http://www.w3.org/2005/Atom', 'xmlns:media': MEDIA_NAMESPACE };
  return xmlDocument(
    markup('feed', { ...namespaces, 'xml:lang': feed.lang }, [
      element('id', {}, href),
      element('title', {}, feed.title),
      feed.description && element('subtitle', {}, feed.description),
      element('updated', {}, toISO(feed.updated ?? NEVER)),
      element('link', { rel: 'alternate', type: 'text/html', href }),
      element('link', { rel: 'self', type: 'application/atom+xml', href: `${href}atom.xml` }),
      person(feed.author),
      ...feed.items.map(entry),
    ]),
  );
}

// The same entries are in the feeds of the site, its tags and its categories.
const entry = once((item: FeedItem): string => {
  const { url, image } = item;
  return markup('entry', { 'xml:lang': item.lang }, [
    element('id', {}, item.id),
    element('title', {}, item.title),
    element('link', { rel: 'alternate', type: 'text/html', href: url }),
    element('published', {}, toISO(item.published)),
    element('updated', {}, toISO(item.updated ?? item.published)),
    ...item.authors.map(person),
    ...item.categories.map((term) => element('category', { term })),
    item.summary && element('summary', {}, item.summary),
    element('content', { type: 'html' }, item.html),
    image?.bytes !== undefined &&
      element('link', { rel: 'enclosure', type: image.type, length: image.bytes, href: image.url }),
    image && mediaContent(image),
  ]);
});

function person({ name, url, email }: Author): string {
  return markup('author', {}, [
    element('name', {}, name),
    url && element('uri', {}, url),
    email && element('email', {}, email),
  ]);
}
