import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { write as writeAtom } from '../../../src/feeds/formats/atom.xml.ts';
import type { Feed, FeedItem } from '../../../src/feeds/feed.ts';
import { write as writeJsonFeed } from '../../../src/feeds/formats/feed.json.ts';
import { write as writeRss } from '../../../src/feeds/formats/rss.xml.ts';
import { writeFeed } from '../../../src/feeds/write.ts';
import { feedFormats } from '../../../src/source/feed-formats.ts';

const NASTY = `"Ink" & <paper> ]]> 'x'`;

const item: FeedItem = {
  id: 'tag:example.org,2014:/a',
  url: 'https://example.org/blog/posts/a/',
  title: NASTY,
  html: `<p>1 &lt; 2 &amp; "x"</p><![CDATA[]]>`,
  summary: NASTY,
  published: { time: Date.UTC(2025, 8, 4, 17, 53, 11), offset: -240 },
  updated: { time: Date.UTC(2025, 9, 1, 8), offset: 120 },
  authors: [{ name: 'Bond', email: 'bond@example.org' }, { name: NASTY }],
  categories: [NASTY, 'C++'],
  image: {
    url: 'https://example.org/blog/a.png?a=1&b=2',
    alt: NASTY,
    type: 'image/png',
    bytes: 1234,
    width: 640,
    height: 480,
  },
  lang: 'de',
};

const plain: FeedItem = {
  id: 'https://example.org/blog/posts/b/',
  url: 'https://example.org/blog/posts/b/',
  title: '2001',
  html: '',
  summary: '',
  published: { time: Date.UTC(2024, 0, 1), offset: 0 },
  updated: undefined,
  authors: [{ name: 'Ada', url: 'https://example.org/ada' }],
  categories: [],
  image: undefined,
  lang: undefined,
};

const feed: Feed = {
  title: NASTY,
  description: 'All of it',
  lang: 'en',
  author: { name: 'Ada', url: 'https://example.org/ada' },
  url: 'https://example.org/blog/',
  updated: { time: Date.UTC(2025, 9, 1, 8), offset: 120 },
  items: [item, plain],
};

const empty: Feed = { ...feed, description: '', updated: undefined, items: [] };

function parse(xml: string) {
  return new XMLParser({
    ignoreAttributes: false,
    parseTagValue: false,
    processEntities: true,
    trimValues: false,
    isArray: (name) => ['item', 'entry', 'category', 'author', 'dc:creator', 'link'].includes(name),
  }).parse(xml);
}

it.each(feedFormats)('$name has a writer, which knows its own address', (format) => {
  expect(writeFeed(feed, format)).toContain(feed.url + format.file);
});

it('what XML cannot hold is in none of them, wherever it comes from', () => {
  const illegal = 'a\u0003b\ud83c\ufffe';
  const person = { name: illegal, email: `x${illegal}@example.org` };
  const hostile = {
    ...feed,
    title: illegal,
    description: illegal,
    author: person,
    items: [
      { ...item, title: illegal, html: illegal, authors: [person], categories: [illegal] },
      { ...plain, summary: illegal, authors: [{ name: 'A', url: `https://a.example/${illegal}` }] },
    ],
  };
  for (const xml of [writeRss(hostile), writeAtom(hostile)]) {
    expect(xml).not.toMatch(/\p{Cc}(?<!\n)|\p{Cs}|\ufffe/u);
    expect(xml.match(/ab/g)?.length).toBeGreaterThan(6);
  }
});

describe('RSS', () => {
  it('says what the feed says', () => {
    const { channel } = parse(writeRss(feed)).rss;
    expect(channel).toMatchObject({
      title: NASTY,
      description: 'All of it',
      language: 'en',
      lastBuildDate: 'Wed, 01 Oct 2025 08:00:00 GMT',
    });
    expect(channel['atom:link']).toMatchObject({
      '@_href': 'https://example.org/blog/rss.xml',
      '@_rel': 'self',
    });
    expect(channel.link).toEqual(['https://example.org/blog/']);
    expect(channel.item[0]).toMatchObject({
      title: NASTY,
      link: [item.url],
      guid: { '#text': item.id, '@_isPermaLink': 'false' },
      description: NASTY,
      pubDate: 'Thu, 04 Sep 2025 17:53:11 GMT',
      'atom:updated': '2025-10-01T10:00:00+02:00',
      'dc:language': 'de',
      enclosure: { '@_url': item.image?.url, '@_length': '1234', '@_type': 'image/png' },
      'media:content': {
        '@_url': item.image?.url,
        '@_medium': 'image',
        '@_fileSize': '1234',
        '@_width': '640',
        '@_height': '480',
        'media:description': { '#text': NASTY },
      },
      'content:encoded': item.html,
      category: [NASTY, 'C++'],
      author: ['bond@example.org (Bond)'],
      'dc:creator': ['Bond', NASTY],
    });
    expect(channel.item[1]).toMatchObject({
      title: '2001',
      guid: { '#text': plain.url, '@_isPermaLink': 'true' },
      'dc:creator': ['Ada'],
    });
    expect(channel.item[1]).not.toHaveProperty('author');
  });

  it('can be empty', () => {
    const { channel } = parse(writeRss(empty)).rss;
    expect(channel).toMatchObject({ description: NASTY });
    expect(channel).not.toHaveProperty('lastBuildDate');
  });
});

describe('Atom', () => {
  it('says what the feed says', () => {
    const { feed: atom } = parse(writeAtom(feed));
    expect(atom).toMatchObject({
      '@_xmlns': 'http://www.w3.org/2005/Atom',
      '@_xml:lang': 'en',
      id: 'https://example.org/blog/',
      title: NASTY,
      subtitle: 'All of it',
      updated: '2025-10-01T10:00:00+02:00',
      author: [{ name: 'Ada', uri: 'https://example.org/ada' }],
    });
    expect(atom.link).toMatchObject([
      { '@_rel': 'alternate', '@_href': 'https://example.org/blog/' },
      { '@_rel': 'self', '@_href': 'https://example.org/blog/atom.xml' },
    ]);
    expect(atom.entry[0]).toMatchObject({
      '@_xml:lang': 'de',
      id: item.id,
      title: NASTY,
      published: '2025-09-04T13:53:11-04:00',
      updated: '2025-10-01T10:00:00+02:00',
      author: [{ name: 'Bond', email: 'bond@example.org' }, { name: NASTY }],
      category: [{ '@_term': NASTY }, { '@_term': 'C++' }],
      summary: NASTY,
      content: { '#text': item.html, '@_type': 'html' },
    });
    expect(atom.entry[1]).toMatchObject({ updated: '2024-01-01T00:00:00+00:00' });
    expect(atom.entry[1]).not.toHaveProperty('summary');
  });

  it('can be empty, and still has the date that Atom demands', () => {
    expect(parse(writeAtom(empty)).feed).toMatchObject({ updated: '1970-01-01T00:00:00+00:00' });
  });
});

describe('JSON Feed', () => {
  it('says what the feed says', () => {
    expect(JSON.parse(writeJsonFeed(feed))).toEqual({
      version: 'https://jsonfeed.org/version/1.1',
      title: NASTY,
      home_page_url: 'https://example.org/blog/',
      feed_url: 'https://example.org/blog/feed.json',
      description: 'All of it',
      language: 'en',
      authors: [{ name: 'Ada', url: 'https://example.org/ada' }],
      items: [
        {
          id: item.id,
          url: item.url,
          title: NASTY,
          content_html: item.html,
          summary: NASTY,
          image: item.image?.url,
          date_published: '2025-09-04T13:53:11-04:00',
          date_modified: '2025-10-01T10:00:00+02:00',
          authors: [{ name: 'Bond' }, { name: NASTY }],
          tags: [NASTY, 'C++'],
          language: 'de',
        },
        {
          id: plain.url,
          url: plain.url,
          title: '2001',
          content_html: '',
          date_published: '2024-01-01T00:00:00+00:00',
          authors: [{ name: 'Ada', url: 'https://example.org/ada' }],
        },
      ],
    });
  });

  it('can be empty', () => {
    expect(JSON.parse(writeJsonFeed(empty))).toMatchObject({ items: [] });
  });
});
