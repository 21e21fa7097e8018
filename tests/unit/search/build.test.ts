import { hash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { filesBelow } from '../../../src/lib/files.ts';
import { buildSearchIndex, divide } from '../../../src/search/build.ts';
import type { SearchDocument } from '../../../src/search/document.ts';

let cache: string;
/** Addresses of the posts whose texts were asked for. */
let asked: string[];
/** Of the last index. */
let files: Awaited<ReturnType<typeof buildSearchIndex>>;
beforeEach(() => {
  cache = newCache();
  asked = [];
});

const newCache = () => path.join(newFolder(), 'parts');
const newFolder = () => mkdtempSync(path.join(tmpdir(), 'search-'));

/** Posts whose texts take the longer, the more turns they are given. */
const posts = (turnsOf: (post: number) => number = () => 0) =>
  Array.from({ length: 300 }, (_, post): SearchDocument => {
    // Divided into parts of 126, 13, 49, 22, 50 and 40.
    const url = `/a/${post}/`;
    return {
      key: url,
      url,
      title: `Post ${post}`,
      lang: post % 50 === 0 ? 'de' : 'en',
      date: 'today',
      time: post,
      year: 2026,
      tags: [`tag ${post % 5}`],
      categories: [],
      async html() {
        asked.push(url);
        for (let turn = turnsOf(post); turn > 0; turn--) await setImmediate();
        return `<p>Of ${post}, and of ${post % 7}.</p>`;
      },
    };
  });

const edited = (post: SearchDocument): SearchDocument => ({
  ...post,
  key: `${post.key} edited`,
  html: async () => '<p>Something else.</p>',
});

/** Builds an index. @returns its files with digests of their bytes */
async function indexOf(
  documents: readonly SearchDocument[],
  known: ReadonlyMap<string, string> = new Map(),
): Promise<Record<string, string>> {
  const folder = newFolder();
  const parts = await divide(documents, 'v1');
  files = await buildSearchIndex(parts, { folder, cache, versions: 'v1', known });
  return Object.fromEntries(
    filesBelow(folder).map((file) => [file, hash('sha1', readFileSync(path.join(folder, file)))]),
  );
}

it('an index is the same, however long the texts of posts are waited for', async () => {
  const atOnce = await indexOf(posts());
  cache = newCache();
  expect(await indexOf(posts((post) => (post * 7) % 40))).toEqual(atOnce);
});

it('without posts there is none', async () => {
  expect(await indexOf([])).toEqual({});
});

describe('after an earlier index', () => {
  const all = posts();
  const changes: [string, SearchDocument[]][] = [
    ['a post is edited', all.map((post, i) => (i === 150 ? edited(post) : post))],
    ['the newest post is new', [...all, { ...edited(all[0] as SearchDocument), url: '/new/' }]],
    ['the oldest post is gone', all.slice(1)],
    ['a post is gone', all.toSpliced(200, 1)],
    ['the oldest post is new', [{ ...edited(all[0] as SearchDocument), url: '/old/' }, ...all]],
    ['nothing has changed', all],
  ];

  it.each(changes)(
    'where %s, it is what it would be alone, read from one part',
    async (_, after) => {
      await indexOf(all);
      asked = [];
      const changed = await indexOf(after);
      expect(asked.length).toBeLessThanOrEqual(126);
      cache = newCache();
      expect(changed).toEqual(await indexOf(after));
    },
  );

  it('parts that are not used any more do not stay', async () => {
    await indexOf(all);
    const { size } = statSync(cache);
    await indexOf(all.map(edited));
    expect(statSync(cache).size).toBeLessThan(1.5 * size);
  });

  it.each<[string, (bytes: Buffer) => Buffer | string]>([
    ['cut off', (bytes) => bytes.subarray(0, 9000)],
    ['empty', () => ''],
    ['changed', (bytes) => bytes.fill('past', bytes.indexOf('post'), bytes.indexOf('post') + 4)],
    ['something else', () => 'nothing of the kind'],
  ])('parts that are %s are made anew', async (_name, damage) => {
    const sound = await indexOf(all);
    asked = [];
    writeFileSync(cache, damage(readFileSync(cache)));
    expect(await indexOf(all)).toEqual(sound);
    expect(asked.length).toBeGreaterThan(0);
  });

  it('a text that only rendering shows is looked at each time, and counts', async () => {
    const withCode = (html: string) =>
      all.map((post, i) => (i === 7 ? { ...post, key: undefined, html: async () => html } : post));
    await indexOf(withCode('<p>one</p>'));
    const changed = await indexOf(withCode('<p>two</p>'));
    cache = newCache();
    expect(changed).toEqual(await indexOf(withCode('<p>two</p>')));
  });
});

it('writes no file that is known', async () => {
  const all = posts();
  await indexOf(all);
  const known = new Map(files.map(({ name, digest }) => [name, digest]));
  expect(await indexOf(all, known)).toEqual({});
  const written = Object.keys(
    await indexOf(
      all.map((post, i) => (i === 150 ? edited(post) : post)),
      known,
    ),
  );
  expect(written.filter((file) => file.startsWith('fragment/'))).toHaveLength(1);
  expect(written.every((file) => !file.startsWith('wasm'))).toBe(true);
});

it('tells of a text that cannot be had, and leaves nothing of it', async () => {
  const html = () => Promise.reject(new Error('This text fails.'));
  const broken = posts()
    .slice(0, 3)
    .map((post) => ({ ...post, html }));
  await expect(indexOf(broken)).rejects.toThrow('This text fails.');
  expect(existsSync(cache)).toBe(false);
});
