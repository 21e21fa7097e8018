import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import RssParser from 'rss-parser';

/** An item, as parsers of feeds that know nothing of this project read it. */
export interface ReadItem {
  id: string;
  url: string;
  title: string;
  html: string;
  summary: string;
  /** In milliseconds since 1970. */
  published: number;
  updated: number;
  authors: string[];
  categories: string[];
  image: string | undefined;
}

/** The items of a feed in a format, by feedsmith (which reads by fast-xml-parser). */
export function readItems(format: 'rss' | 'atom' | 'json', text: string): ReadItem[] {
  if (format === 'rss') {
    return (parseRssFeed(text).items ?? []).map((item) =>
      itemOf({
        id: item.guid?.value,
        url: item.link,
        title: item.title,
        html: item.content?.encoded,
        summary: item.description,
        published: item.pubDate,
        updated: item.atom?.updated,
        authors: item.dc?.creators,
        categories: item.categories?.map(({ name }) => name),
        image: item.media?.contents?.[0]?.url,
      }),
    );
  }
  if (format === 'atom') {
    return (parseAtomFeed(text).entries ?? []).map((entry) =>
      itemOf({
        id: entry.id,
        url: entry.links?.find(({ rel }) => rel === 'alternate')?.href,
        title: entry.title?.value,
        html: entry.content?.value,
        summary: entry.summary?.value,
        published: entry.published,
        updated: entry.updated,
        authors: entry.authors?.map(({ name }) => name),
        categories: entry.categories?.map(({ term }) => term),
        image: entry.media?.contents?.[0]?.url,
      }),
    );
  }
  return (parseJsonFeed(JSON.parse(text)).items ?? []).map((item) =>
    itemOf({
      id: item.id,
      url: item.url,
      title: item.title,
      html: item.content_html,
      summary: item.summary,
      published: item.date_published,
      updated: item.date_modified,
      authors: item.authors?.map(({ name }) => name),
      categories: item.tags,
      image: item.image,
    }),
  );
}

/** Those parts of items that rss-parser (which reads by xml2js and sax) gives of RSS and Atom alike. */
export async function readAgain(xml: string): Promise<Partial<ReadItem>[]> {
  const { items } = await new RssParser().parseString(xml);
  return items.map((item) => ({
    id: item.guid ?? item['id'],
    url: item.link ?? '',
    title: trimmed(item.title),
    html: trimmed(item['content:encoded'] ?? item.content),
    published: Date.parse(item.isoDate ?? ''),
  }));
}

function itemOf(read: {
  [K in keyof ReadItem]:
    (ReadItem[K] extends string[] ? (string | undefined)[] : string) | undefined;
}): ReadItem {
  const published = Date.parse(read.published ?? '');
  return {
    id: read.id ?? '',
    url: read.url ?? '',
    title: trimmed(read.title),
    html: trimmed(read.html),
    summary: trimmed(read.summary),
    published,
    updated: read.updated === undefined ? published : Date.parse(read.updated),
    authors: (read.authors ?? []).map(trimmed),
    categories: (read.categories ?? []).map(trimmed),
    image: read.image,
  };
}

/** Parsers take away white space around a text, and XML knows one end of a line. */
export function trimmed(text: string | undefined): string {
  return (text ?? '').replace(/\r\n?/g, '\n').trim();
}
