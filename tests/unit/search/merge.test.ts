import { hash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { close, type IndexFile } from 'pagefind';
import { afterAll, describe, expect, it } from 'vitest';
import { isUnused } from '../../../src/search/index-files.ts';
import { mergeParts } from '../../../src/search/merge.ts';
import { searchPage } from '../../../src/search/page.ts';
import { commonFiles, indexPages } from '../../../src/search/pagefind.ts';
import { readPart } from '../../../src/search/part.ts';

afterAll(() => close());

interface Page {
  url: string;
  content: string;
}

/** What Pagefind writes of all pages at once. */
async function indexedAtOnce(pages: readonly Page[]) {
  const files = await indexPages(pages);
  return contents(
    files
      .filter(({ path }) => !isUnused(path))
      .map(({ path, content }) => ({ name: path, bytes: Buffer.from(content) })),
  );
}

/** What is made of its indexes of parts. */
async function merged(parts: readonly (readonly Page[])[]) {
  const read: ReturnType<typeof readPart>[] = [];
  for (const part of parts) read.push(readPart(await indexPages(part)));
  const indexes = mergeParts(read);
  const files = [...indexes.flatMap(({ files }) => files), ...(await commonFiles(indexes))];
  return contents(
    await Promise.all(
      files.map(async ({ name, packed }) => ({ name, bytes: Buffer.from(await packed()) })),
    ),
  );
}

function contents(files: readonly { name: string; bytes: Buffer }[]) {
  const texts = files.map(({ name, bytes }) => {
    const content = bytes[0] === 0x1f && /\.pf_/.test(name) ? gunzipSync(bytes) : bytes;
    return [name, hash('sha1', content)];
  });
  expect(new Set(texts.map(([name]) => name)).size).toBe(texts.length);
  return Object.fromEntries(texts);
}

/** Words that are ordered otherwise by bytes than by UTF-16, that have forms with diacritics, or are divided. */
const WORDS =
  'the of apple Äpfel apfel café cafe caffè naïve foo_bar can’t C++ x-ray 日本語のテキスト 中文 😀 \uFF41bc Ｚ 10,000 v1.2 résumé resume running runs'.split(
    ' ',
  );
const words = (most: number) =>
  fc.array(fc.constantFrom(...WORDS), { maxLength: most }).map((all) => all.join(' '));
const names = fc.uniqueArray(fc.constantFrom('b', 'a', 'ß', '😀', '\uFF41', '__proto__'), {
  maxLength: 3,
});
/** What has no words is no page of the index. */
const bodies = fc.oneof(
  words(30).map((text) => `<p>${text}</p>`),
  words(9).map((text) => `<h2 id="x">${text}</h2><p>${text} ${text}</p>`),
  words(9).map((text) => `<pre class="astro-code"><code>${text}</code></pre>`),
  words(9).map((text) => `<h1>${text}</h1><img src="/a.png" alt="Café"><p>${text}</p>`),
  words(9).map((text) => `<p>${text}</p><div data-pagefind-body>${text}</div>`),
  words(5).map((text) => `<p data-pagefind-meta="mood">${text}</p>`),
  fc.constant(''),
);
const posts = fc.record({
  title: words(3),
  lang: fc.constantFrom('en', 'en', 'de', 'ja', 'en-GB', 'tlh'),
  tags: names,
  categories: names,
  html: bodies,
});
const blogs = fc
  .array(fc.record({ post: posts, isLast: fc.boolean() }), { minLength: 1, maxLength: 12 })
  .map((all) => {
    const parts: Page[][] = [[]];
    for (const [i, { post, isLast }] of all.entries()) {
      const { html, ...facts } = post;
      const url = `/${i}/`;
      const document = { ...facts, url, date: `day ${i}`, time: i * 1e9, year: 2000 + (i >> 2) };
      parts.at(-1)?.push({ url, content: searchPage(document, html) });
      if (isLast) parts.push([]);
    }
    return parts;
  });

describe('merged parts are the index that Pagefind writes of all posts at once', () => {
  it('of blogs of chance', async () => {
    await fc.assert(
      fc.asyncProperty(blogs, async (parts) => {
        expect(await merged(parts)).toEqual(await indexedAtOnce(parts.flat()));
      }),
      { numRuns: 20 },
    );
  });

  it('of so many words that they stand in several files', async () => {
    const word = (n: number) => `w${(n * 7919) % 1009}${['a', 'ä', 'â', 'á'][n % 11] ?? ''}`;
    const pages = Array.from({ length: 60 }, (_, page) => ({
      url: `/${page}/`,
      content: `<html lang="en"><head></head><body>${Array.from({ length: 1200 }, (_, i) => word(i * i * page + i)).join(' ')}</body></html>`,
    }));
    const all = await indexedAtOnce(pages);
    expect(Object.keys(all).filter((name) => name.endsWith('.pf_index')).length).toBeGreaterThan(2);
    expect(await merged([pages.slice(0, 7), pages.slice(7, 31), pages.slice(31)])).toEqual(all);
  });

  it('of posts whose digests begin in the same way', async () => {
    const pages = [15926, 10055, 24263, 28753].map((n) => ({
      url: `/${n}/`,
      content: '<html lang="en"><body>word</body></html>',
    }));
    const all = await indexedAtOnce(pages);
    expect(Object.keys(all).filter((name) => /_ace4b15.?\.pf_fragment/.test(name))).toHaveLength(2);
    expect(await merged([pages.slice(0, 2), pages.slice(2)])).toEqual(all);
  });
});

it('an index of another version is refused', async () => {
  const files = await indexPages([{ url: '/', content: '<html lang="en"><body>x</body></html>' }]);
  const renamed = files.map((file): IndexFile =>
    file.path.startsWith('fragment/') ? { ...file, path: 'fragments/x' } : file,
  );
  expect(() => readPart(renamed)).toThrow(/Pagefind 1\.6\.0 is expected/);
});

it('more names of metadata than can be numbered anew are told', async () => {
  const page = (from: number) => ({
    url: `/${from}/`,
    content: `<html lang="en"><body>${Array.from({ length: 13 }, (_, i) => `<p data-pagefind-meta="m${from + i}">x</p>`).join('')}</body></html>`,
  });
  const parts = [readPart(await indexPages([page(0)])), readPart(await indexPages([page(13)]))];
  expect(() => mergeParts(parts)).toThrow('data-pagefind-meta has 26 names');
});
