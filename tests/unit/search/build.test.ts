import { hash } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { close } from 'pagefind';
import { afterAll, expect, it } from 'vitest';
import { filesBelow } from '../../../src/lib/files.ts';
import { buildSearchIndex } from '../../../src/search/build.ts';
import type { SearchDocument } from '../../../src/search/document.ts';

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

async function indexOf(documents: readonly SearchDocument[]): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'search-'));
  await buildSearchIndex(documents, folder);
  return filesBelow(folder).map(
    (file) => `${file} ${hash('sha1', readFileSync(path.join(folder, file)))}`,
  );
}

it('an index is the same, however long the texts of posts are waited for', async () => {
  const atOnce = await indexOf(posts(() => 0));
  expect(await indexOf(posts((post) => (post * 7) % 40))).toEqual(atOnce);
});
