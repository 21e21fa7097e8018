import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Feed, FeedItem } from '../../../src/feeds/feed.ts';
import { write as writeAtom } from '../../../src/feeds/formats/atom.xml.ts';
import { write as writeJson } from '../../../src/feeds/formats/feed.json.ts';
import { write as writeRss } from '../../../src/feeds/formats/rss.xml.ts';
import { readAgain, readItems, trimmed, type ReadItem } from '../../support/feed-items.ts';
import { rssFaults } from '../../support/rss-profile.ts';

/** What XML can hold, and markup of all kinds. */
const words = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom(
        '&',
        '&amp;',
        '&#8217;',
        '<b>',
        ']]>',
        '<![CDATA[',
        '<!--',
        '"',
        "'",
        '日本',
        '🎉',
        'a',
      ),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) =>
    parts
      .join(' ')
      .replace(/[\p{Cc}\p{Cs}\p{Cn}]/gu, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  .filter((text) => text !== '');
const webAddress = fc.webPath().filter((path) => !path.startsWith('//'));
const address = webAddress.map((path) => new URL(path, 'https://example.org/').href);
const date = fc.record({
  time: fc.integer({ min: 0, max: 4102444800 }).map((seconds) => seconds * 1000),
  offset: fc.integer({ min: -12 * 4, max: 14 * 4 }).map((quarters) => quarters * 15),
});
const author = fc.record({ name: words }, { requiredKeys: ['name'] });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const item: fc.Arbitrary<FeedItem> = fc.record({
  id: fc.oneof(address, fc.uuid()),
  url: address,
  title: words,
  html: words.map((text) => `<p>${text}</p>`),
  summary: words,
  published: date,
  updated: maybe(date),
  authors: fc.array(author, { minLength: 1, maxLength: 3 }),
  categories: fc.uniqueArray(words, { maxLength: 4 }),
  image: maybe(
    fc.record({
      url: address,
      alt: words,
      type: maybe(fc.constant('image/png')),
      bytes: maybe(fc.nat()),
    }),
  ),
  lang: maybe(fc.constantFrom('de', 'ar', 'zh-Hant')),
});

const feed: fc.Arbitrary<Feed> = fc.record({
  title: words,
  description: words,
  lang: fc.constantFrom('en', 'pt-BR'),
  author,
  url: fc.constant('https://example.org/blog/'),
  updated: maybe(date),
  items: fc.uniqueArray(item, { selector: ({ id }) => id, maxLength: 5 }),
});

const expected = ({ lang: _lang, ...item }: FeedItem): ReadItem => ({
  ...item,
  html: trimmed(item.html),
  published: item.published.time,
  updated: (item.updated ?? item.published).time,
  authors: item.authors.map(({ name }) => name),
  image: item.image?.url,
});

it('whatever posts say, parsers of others read the same in each format', async () => {
  await fc.assert(
    fc.asyncProperty(feed, async (feed) => {
      const [rss, atom] = [writeRss(feed), writeAtom(feed)];
      const items = feed.items.map(expected);
      expect(readItems('rss', rss)).toEqual(items);
      expect(readItems('atom', atom)).toEqual(items);
      expect(readItems('json', writeJson(feed))).toEqual(items);
      const again = items.map(({ id, url, title, html, published }) => ({
        id,
        url,
        title,
        html,
        published,
      }));
      expect(await readAgain(rss)).toEqual(again);
      expect(await readAgain(atom)).toEqual(again);
      expect(rssFaults(rss)).toEqual([]);
    }),
  );
});

const hasJing = spawnSync('jing', ['-h']).error === undefined;
if (!hasJing) console.warn('jing is not installed: Atom is not compared with its schema');

it.skipIf(!hasJing)('whatever posts say, Atom is what its schema has', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'galley-atom-'));
  const files = fc.sample(feed, 50).map((feed, i) => {
    const file = path.join(folder, `${i}.xml`);
    writeFileSync(file, writeAtom(feed));
    return file;
  });
  const { status, stdout } = spawnSync('jing', ['-c', 'tests/support/atom.rnc', ...files], {
    encoding: 'utf8',
  });
  expect(stdout).toBe('');
  expect(status).toBe(0);
});
