import { hash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { close } from 'pagefind';
import { afterAll, describe, expect, it } from 'vitest';
import { filesBelow } from '../../../src/lib/files.ts';
import { buildSearchIndex } from '../../../src/search/build.ts';
import type { SearchDocument } from '../../../src/search/document.ts';
import { isLasting } from '../../../src/search/index-files.ts';

afterAll(() => close());

/** Posts whose texts take the longer, the more turns they are given. */
const posts = (turnsOf: (post: number) => number) =>
  Array.from({ length: 60 }, (_, post): SearchDocument => {
    const title = `Post ${post}`;
    const html = async () => {
      for (let turn = turnsOf(post); turn > 0; turn--) await setImmediate();
      return `<p>Of ${post}, and of ${post % 7}.</p>`;
    };
    const tags = [`tag ${post % 5}`];
    return {
      key: title,
      url: `/${post}/`,
      title,
      lang: 'en',
      date: 'today',
      time: 0,
      year: 2026,
      tags,
      categories: [],
      html,
    };
  });

async function indexOf(
  documents: readonly SearchDocument[],
  folder = mkdtempSync(path.join(tmpdir(), 'search-')),
): Promise<string[]> {
  await buildSearchIndex(documents, folder);
  return filesBelow(folder).map(
    (file) => `${file} ${hash('sha1', readFileSync(path.join(folder, file)))}`,
  );
}

it('an index is the same, however long the texts of posts are waited for', async () => {
  const atOnce = await indexOf(posts(() => 0));
  expect(await indexOf(posts((post) => (post * 7) % 40))).toEqual(atOnce);
});

describe('beside the files of an earlier index', () => {
  /** A folder with what lasts of an index. */
  const earlier = async (documents: readonly SearchDocument[]) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'search-'));
    await indexOf(documents, folder);
    for (const file of filesBelow(folder)) if (!isLasting(file)) rmSync(path.join(folder, file));
    return folder;
  };
  const all = posts(() => 0);
  const edited = all.map((post, i) =>
    i === 7 ? { ...post, html: async () => '<p>Something else.</p>' } : post,
  );

  it.each([
    ['of the same posts', all],
    ['with a post that was edited since', edited],
    [
      'with posts that are gone',
      [...all, ...edited.map((post) => ({ ...post, url: `/x${post.url}` }))],
    ],
    ['without the newest post', all.slice(0, -1)],
    ['without the oldest post', all.slice(1)],
  ])('%s, an index is what it would be alone', async (_name, before) => {
    const folder = await earlier(before);
    expect(await indexOf(all, folder)).toEqual(await indexOf(all));
  });

  it('without posts, nothing is left', async () => {
    expect(await indexOf([], await earlier(all))).toEqual([]);
  });

  it('writes no fragment again', async () => {
    const folder = await earlier(edited);
    const times = () =>
      new Map(
        filesBelow(folder)
          .filter((file) => file.endsWith('.pf_fragment'))
          .map((file) => [file, statSync(path.join(folder, file)).mtimeMs]),
      );
    const before = times();
    await indexOf(all, folder);
    const made = [...times()].filter(([file, time]) => before.get(file) !== time);
    expect(made).toHaveLength(1);
  });
});
