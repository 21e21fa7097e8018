import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { SitemapEntry } from '../html/sitemap-entry.ts';
import { decodePath } from '../lib/url.ts';
import { lastSite } from '../outputs/outputs.ts';
import { sitemapKnown, type SitemapRow } from '../source/sitemap-rows.ts';
import { pageName } from './reuse.ts';
import { sitemapFiles } from './sitemap-xml.ts';
import { writtenPages } from './write-pages.ts';

/**
 * The sitemap of what search engines may know. Each page says so itself: `noindex` keeps it out, and
 * its canonical link is its address. When it was changed, and whether its author leaves it out, is known from posts. Its index is at `/sitemap.xml` too, where many look for it.
 */
export function sitemapOfCanonicalPages(): AstroIntegration {
  let rows = new Map<string, SitemapRow>();
  let root = '';
  return {
    name: 'galley:sitemap',
    hooks: {
      'astro:config:done'({ config: { site, base } }) {
        sitemapKnown.receive((known) => (rows = new Map(known.map((row) => [row.url, row]))));
        root = new URL(base.replace(/\/?$/, '/'), site).href;
      },
      'astro:build:done'({ dir, pages }) {
        for (const [name, { entry }] of writtenPages) lastSite().note(name, NOTE, entry);
        const folder = fileURLToPath(dir);
        const kept = lastSite().keptNames.map((name) => `${name}/`.slice(1));
        const made = pages.map(({ pathname }) => pathname);
        const urls = new Set([...made, ...kept].map((pathname) => new URL(root + pathname).href));
        const listed = [...urls]
          .map((url) => ({ url, ...entryAt(url.slice(root.length)) }))
          .filter(({ isListed }) => isListed)
          .toSorted((a, b) => inOrder(a.url, b.url))
          .map(({ url, canonical = url }) => ({ url: canonical, ...rows.get(canonical) }))
          .filter(({ isLeftOut }) => !isLeftOut);
        const files = sitemapFiles(listed, root);
        const index = files.get('sitemap-index.xml');
        if (index !== undefined && !existsSync(path.join(folder, 'sitemap.xml'))) {
          files.set('sitemap.xml', index);
        }
        for (const [name, xml] of files) writeFileSync(path.join(folder, name), xml);
      },
    },
  };
}

const NOTE = 'sitemap';

const { compare: inOrder } = new Intl.Collator('en', { numeric: true });

/**
 * What a page says; of one that is not made anew, what it said when it was.
 * @param pathname below the root of the site, percent-encoded
 */
function entryAt(pathname: string): SitemapEntry {
  const name = pageName(decodePath(`/${pathname}`));
  const noted = lastSite().noteOf(name, NOTE) as SitemapEntry | undefined;
  return writtenPages.get(name)?.entry ?? noted ?? { isListed: false };
}
