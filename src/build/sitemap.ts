import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { decodeEntities } from '../html/entities.ts';
import { once } from '../lib/once.ts';
import { decodePath } from '../lib/url.ts';
import { lastSite } from '../outputs/outputs.ts';
import { sitemapKnown, type SitemapRow } from '../source/sitemap-rows.ts';
import { pageName } from './reuse.ts';

/**
 * The sitemap of what search engines may know. Each page says so itself: `noindex` keeps it out, and
 * its canonical link is its address. When it was changed, and whether its author leaves it out, is known from posts. Its index is at `/sitemap.xml` too, where many look for it.
 */
export function sitemapOfCanonicalPages(): AstroIntegration {
  let entryAt = (_url: string): Entry => ({ isListed: false });
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
  let root = '';
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
        const kept = lastSite().keptNames.map((name) => ({ pathname: `${name.slice(1)}/` }));
        const pages = [...options.pages, ...kept];
        entryAt = once((url) => {
          const pathname = url.slice(root.length);
          const name = pageName(decodePath(`/${pathname}`));
          const known = lastSite().noteOf(name, 'sitemap') as Entry | undefined;
          const entry = known ?? entryOf(new URL(`./${pathname}index.html`, options.dir));
          lastSite().note(name, 'sitemap', entry);
          return entry;
        });
        await hooks['astro:build:done']?.({ ...options, pages });
        const index = new URL('sitemap-index.xml', options.dir);
        const usual = new URL('sitemap.xml', options.dir);
        if (existsSync(index) && !existsSync(usual)) copyFileSync(index, usual);
      },
    },
  };
}

/** What a page says of its place in the sitemap. */
interface Entry {
  isListed: boolean;
  canonical?: string | undefined;
}

function entryOf(file: URL): Entry {
  if (!existsSync(file)) return { isListed: false };
  const html = readFileSync(fileURLToPath(file), 'utf8');
  const head = html.slice(0, html.indexOf('</head>'));
  const [, canonical] = /<link rel="canonical" href="([^"]+)"/.exec(head) ?? [];
  return {
    isListed: !/<meta name="robots" content="noindex"/.test(head),
    canonical: canonical && decodeEntities(canonical),
  };
}
