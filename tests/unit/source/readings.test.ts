import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFolder } from '../../../src/source/folder.ts';
import { readPages, untilOf as untilOfPage } from '../../../src/source/read-page.ts';
import { untilOf, type ReadOptions } from '../../../src/source/read-post.ts';
import { Readings } from '../../../src/source/readings.ts';
import { defineSite } from '../../../src/site/define.ts';

const NOW = Date.parse('2026-03-01T00:00:00Z');
const SITE = defineSite({ url: 'https://example.com', title: 'T', author: { name: 'N' } });
const POSTS = 'src/content/posts';
const PAGES = 'src/content/pages';
const TEA = `${POSTS}/2026-01-01-tea.md`;
const CAKE = `${POSTS}/2026-01-02-cake.md`;

let root: string;
const write = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
};
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'readings-'));
  write(TEA, '---\ntitle: Tea\n---\nBoil.\n');
  write(CAKE, '---\ntitle: Cake\n---\nBake.\n');
  write(`${PAGES}/about.md`, '---\ntitle: About\n---\nWe.\n');
});
afterEach(() => rmSync(root, { recursive: true }));

describe('of posts', () => {
  let readings: Readings<Parameters<typeof untilOf>[0]>;
  const read = (options: Partial<ReadOptions> = {}) =>
    readFolder(root, { site: SITE, now: NOW, drafts: false, ...options }, { readings });
  const titles = (options?: Partial<ReadOptions>) => read(options).posts.map((post) => post.title);
  beforeEach(() => {
    readings = new Readings(untilOf);
  });

  it('what nobody has touched is not read again', () => {
    const before = read().posts;
    expect(before).toHaveLength(2);
    write(TEA, '---\ntitle: Green tea\n---\nBoil.\n');
    const after = read().posts;
    expect(after[0]?.title).toBe('Green tea');
    expect(after[1]).toBe(before[1]);
  });

  it('another text of the same length and age is', () => {
    utimesSync(path.join(root, TEA), 1, 1);
    expect(titles()).toEqual(['Tea', 'Cake']);
    write(TEA, '---\ntitle: Pea\n---\nBoil.\n');
    utimesSync(path.join(root, TEA), 1, 1);
    expect(titles()).toEqual(['Pea', 'Cake']);
  });

  it('what is retracted, deleted or new is noticed', () => {
    read();
    write(TEA, '---\ntitle: Tea\npublished: false\n---\nBoil.\n');
    rmSync(path.join(root, CAKE));
    write(`${POSTS}/2026-01-03-jam.md`, '---\ntitle: Jam\n---\nCook.\n');
    expect(titles()).toEqual(['Jam']);
    expect(read().withheld.map(({ path }) => path)).toEqual(['2026-01-01-tea.md']);
    expect(titles({ drafts: true })).toEqual(['Tea', 'Jam']);
    expect(titles()).toEqual(['Jam']);
  });

  it('a date that passes is noticed, and nothing is read for one that does not', () => {
    write(TEA, '---\ntitle: Tea\ndate: 2026-03-02 00:00 +0000\n---\nBoil.\n');
    expect(titles()).toEqual(['Cake']);
    const [{ verdict: before } = {}] = read().withheld;
    const [{ verdict: later } = {}] = read({ now: NOW + 3_600_000 }).withheld;
    expect(later).toBe(before);
    expect(titles({ now: NOW + 86_400_000 })).toEqual(['Tea', 'Cake']);
  });

  it('mistakes are told each time', () => {
    write(TEA, '---\ntitle: Tea\npublished: flase\n---\nBoil.\n');
    for (let i = 0; i < 2; i++) {
      expect(read().problems).toMatchObject([{ file: TEA, line: 3, field: 'published' }]);
    }
    write(TEA, '---\ntitle: Tea\nimage: [\n---\nBoil.\n');
    expect(read().problems).toHaveLength(1);
  });

  it('warnings are told each time', () => {
    write(TEA, '---\ntitle: Tea\npin: perhaps\n---\nBoil.\n');
    const { warnings } = read();
    expect(warnings).toMatchObject([{ file: TEA, line: 3, field: 'pin' }]);
    expect(read().warnings).toEqual(warnings);
  });

  it('the list of authors counts', () => {
    write('src/liquid/data/authors.yml', 'ann:\n  name: Ann\n');
    write(TEA, '---\ntitle: Tea\nauthor: ann\n---\nBoil.\n');
    const authors = () => read().posts[0]?.frontMatter.authors;
    expect(authors()).toMatchObject([{ name: 'Ann' }]);
    write('src/liquid/data/authors.yml', 'ann:\n  name: Anna\n');
    expect(authors()).toMatchObject([{ name: 'Anna' }]);
  });

  it('a site that is another counts', () => {
    read();
    const site = { ...SITE, permalink: '/:title/' };
    expect(read({ site }).posts[0]?.url).toBe('/tea/');
  });
});

it('of pages, the same', () => {
  const readings = new Readings(untilOfPage);
  const read = () => readPages(root, { site: SITE, now: NOW, drafts: false }, readings);
  const [before] = read().pages;
  expect(read().pages[0]).toBe(before);
  write(`${PAGES}/about.md`, '---\ntitle: About\ndraft: true\n---\nWe.\n');
  expect(read().withheld).toEqual(['about.md']);
  write(`${PAGES}/about.md`, '---\ntitle: About\ndraft: perhaps\n---\nWe.\n');
  for (let i = 0; i < 2; i++) expect(read().problems).toHaveLength(1);
});
