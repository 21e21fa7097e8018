import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { pageName } from '../../../src/build/reuse.ts';
import { sitemapOfCanonicalPages } from '../../../src/build/sitemap.ts';
import { writtenPages } from '../../../src/build/write-pages.ts';
import { scriptsIn } from '../../../src/html/content-policy.ts';
import { sitemapEntry } from '../../../src/html/sitemap-entry.ts';
import { sitemapKnown, type SitemapRow } from '../../../src/source/sitemap-rows.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'galley-sitemap-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');

type Hooks = AstroIntegration['hooks'];
type Options<Name extends 'astro:config:done' | 'astro:build:done'> = Parameters<
  NonNullable<Hooks[Name]>
>[0];

/** Writes the sitemap of pages, of which the heads are given by path. */
async function sitemapOf(
  heads: Record<string, string>,
  base = '/',
  told: readonly SitemapRow[] = [],
): Promise<string[]> {
  writtenPages.clear();
  for (const [page, head] of Object.entries(heads)) {
    const html = `<head>${head}</head><body></body>`;
    const scripts = scriptsIn(html, 'https://example.org');
    writtenPages.set(pageName(`/${page}`), { scripts, entry: sitemapEntry(html) });
  }
  const { hooks } = sitemapOfCanonicalPages();
  const config = { site: 'https://example.org', base, build: { format: 'directory' } };
  await hooks['astro:config:done']?.({ config } as unknown as Options<'astro:config:done'>);
  sitemapKnown.send(told);
  await hooks['astro:build:done']?.({
    dir: pathToFileURL(`${folder}/`),
    pages: Object.keys(heads).map((pathname) => ({ pathname })),
  } as unknown as Options<'astro:build:done'>);
  return [...read('sitemap-0.xml').matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = '']) => url);
}

it('names the pages that search engines may know, each by its canonical address', async () => {
  const canonical = (url: string) => `<link rel="canonical" href="${url}">`;
  const heads = {
    '': canonical('https://example.org/blog/'),
    'tea/': canonical('https://example.org/blog/tea'),
    'hidden/': '<meta name="robots" content="noindex">',
    'a&b/': canonical('https://example.org/blog/a&amp;b/'),
    'plain/': '',
  };
  expect(await sitemapOf(heads, '/blog')).toEqual([
    'https://example.org/blog/',
    'https://example.org/blog/a&amp;b/',
    'https://example.org/blog/plain/',
    'https://example.org/blog/tea',
  ]);
});

it('says when pages were changed, and leaves out what authors leave out', async () => {
  const told = [
    { url: 'https://example.org/tea/', lastmod: '2026-04-20T18:30:00+02:00' },
    { url: 'https://example.org/plan/', isLeftOut: true },
  ];
  expect(await sitemapOf({ 'tea/': '', 'plan/': '', 'about/': '' }, '/', told)).toEqual([
    'https://example.org/about/',
    'https://example.org/tea/',
  ]);
  expect(read('sitemap-0.xml')).toContain(
    '<loc>https://example.org/tea/</loc><lastmod>2026-04-20T16:30:00.000Z</lastmod>',
  );
});

it('answers at the usual address too, unless the owner does', async () => {
  await sitemapOf({ '': '' });
  expect(read('sitemap.xml')).toBe(read('sitemap-index.xml'));
  writeFileSync(path.join(folder, 'sitemap.xml'), 'the owner’s');
  await sitemapOf({ '': '' });
  expect(read('sitemap.xml')).toBe('the owner’s');
});
