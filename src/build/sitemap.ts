import { copyFileSync, existsSync } from 'node:fs';
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import type { SitemapEntry } from '../html/sitemap-entry.ts';
import { decodePath } from '../lib/url.ts';
import { lastSite } from '../outputs/outputs.ts';
import { sitemapKnown, type SitemapRow } from '../source/sitemap-rows.ts';
import { pageName } from './reuse.ts';
import { writtenPages } from './write-pages.ts';

/**
 * The sitemap of what search engines may know. Each page says so itself: `noindex` keeps it out, and
 * its canonical link is its address. When it was changed, and whether its author leaves it out, is known from posts. Its index is at `/sitemap.xml` too, where many look for it.
 */
export function sitemapOfCanonicalPages(): AstroIntegration {
  let root = '';
  /** Of a page that is not made anew, what it said when it was. */
  const entryAt = (url: string): SitemapEntry => {
    const name = pageName(decodePath(`/${url.slice(root.length)}`));
    const noted = lastSite().noteOf(name, NOTE) as SitemapEntry | undefined;
    return writtenPages.get(name)?.entry ?? noted ?? { isListed: false };
  };
  let rows = new Map<string, SitemapRow>();
  const addressOf = (url: string) => entryAt(url).canonical ?? url;
  const { name, hooks } = sitemap({
    filter: (url) => entryAt(url).isListed && !rows.get(addressOf(url))?.isLeftOut,
    serialize(item) {
      const url = addressOf(item.url);
      const lastmod = rows.get(url)?.lastmod;
      return { ...item, url, ...(lastmod && { lastmod }) };
    },
  });
  return {
    name,
    hooks: {
      ...hooks,
      'astro:config:done'(options) {
        const { site, base } = options.config;
        sitemapKnown.receive((known) => (rows = new Map(known.map((row) => [row.url, row]))));
        root = new URL(base.replace(/\/?$/, '/'), site).href;
        return hooks['astro:config:done']?.(options);
      },
      async 'astro:build:done'(options) {
        for (const [name, { entry }] of writtenPages) lastSite().note(name, NOTE, entry);
        const kept = lastSite().keptNames.map((name) => ({ pathname: `${name.slice(1)}/` }));
        const pages = [...options.pages, ...kept];
        await hooks['astro:build:done']?.({ ...options, pages });
        const index = new URL('sitemap-index.xml', options.dir);
        const usual = new URL('sitemap.xml', options.dir);
        if (existsSync(index) && !existsSync(usual)) copyFileSync(index, usual);
      },
    },
  };
}

const NOTE = 'sitemap';
