import { toISO } from '../../jekyll/rules/date.ts';
import { once } from '../../lib/once.ts';
import type { Feed, FeedItem } from '../feed.ts';
import { element, markup, MEDIA_NAMESPACE, mediaContent, xmlDocument } from '../xml.ts';

const NAMESPACES = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': MEDIA_NAMESPACE,
};

/** A feed as RSS 2.0. https://www.rssboard.org/rss-profile */
export function write(feed: Feed): string {
  const channel = markup('channel', {}, [
    element('title', {}, feed.title),
    element('link', {}, feed.url),
    // RSS demands a description.
    element('description', {}, feed.description || feed.title),
    element('language', {}, feed.lang),
    feed.updated && element('lastBuildDate', {}, dateOf(feed.updated)),
    element('atom:link', {
      rel: 'self',
      type: 'application/rss+xml',
      href: `${feed.url}rss.xml`,
    }),
    ...feed.items.map(itemOf),
  ]);
  return xmlDocument(markup('rss', { version: '2.0', ...NAMESPACES }, [channel]));
}

// The same items are in the feeds of the site, its tags and its categories.
const itemOf = once((item: FeedItem): string => {
  const { id, url, image, authors } = item;
  return markup('item', {}, [
    element('title', {}, item.title),
    element('link', {}, url),
    element('guid', { isPermaLink: String(id === url) }, id),
    element('pubDate', {}, dateOf(item.published)),
    item.updated && element('atom:updated', {}, toISO(item.updated)),
    // `author` is an e-mail address in RSS; names go into Dublin Core.
    authors[0]?.email && element('author', {}, `${authors[0].email} (${authors[0].name})`),
    ...authors.map(({ name }) => element('dc:creator', {}, name)),
    item.lang && element('dc:language', {}, item.lang),
    ...item.categories.map((name) => element('category', {}, name)),
    item.summary && element('description', {}, item.summary),
    element('content:encoded', {}, item.html),
    // It has to have a length and a type.
    image?.bytes !== undefined &&
      image.type &&
      element('enclosure', { url: image.url, length: image.bytes, type: image.type }),
    image && mediaContent(image),
  ]);
});

/** https://www.rfc-editor.org/rfc/rfc822#section-5, with years of four digits */
function dateOf({ time }: { time: number }): string {
  return new Date(time).toUTCString();
}
