import { getRssString } from '@astrojs/rss';
import { escapeMarkup } from '../../html/escape.ts';
import type { Feed } from '../feed.ts';
import { legalXml } from '../xml.ts';

/** A feed as RSS 2.0. https://www.rssboard.org/rss-specification */
export async function write(feed: Feed): Promise<string> {
  const xml = await getRssString({
    title: feed.title,
    // RSS demands a description.
    description: feed.description || feed.title,
    site: feed.url,
    xmlns: { atom: 'http://www.w3.org/2005/Atom', dc: 'http://purl.org/dc/elements/1.1/' },
    customData: [
      `<language>${escapeMarkup(feed.lang)}</language>`,
      `<atom:link href="${escapeMarkup(feed.url)}rss.xml" rel="self" type="application/rss+xml"/>`,
      feed.updated && `<lastBuildDate>${new Date(feed.updated.time).toUTCString()}</lastBuildDate>`,
    ].join(''),
    items: feed.items.map((item) => ({
      title: item.title,
      link: item.url,
      description: item.summary,
      content: item.html,
      pubDate: new Date(item.published.time),
      categories: item.categories,
      // `author` is an e-mail address in RSS; names go into Dublin Core.
      ...mailOf(item.authors[0]),
      customData: item.authors
        .map(({ name }) => `<dc:creator>${escapeMarkup(name)}</dc:creator>`)
        .join(''),
    })),
  });
  return legalXml(xml);
}

function mailOf(author: Feed['author'] | undefined) {
  return author?.email ? { author: `${author.email} (${author.name})` } : {};
}
