import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { decodeEntities } from '../html/entities.ts';

/**
 * The sitemap of what search engines may know. Each page says so itself: `noindex` keeps it out, and
 * its canonical link is its address. Its index is at `/sitemap.xml` too, where many look for it.
 */
export function sitemapOfCanonicalPages(): AstroIntegration {
  let headAt = (_url: string) => '';
  const canonicals = new Map<string, string | undefined>();
  const { name, hooks } = sitemap({
    filter: (url) => {
      const head = headAt(url);
      const [, canonical] = /<link rel="canonical" href="([^"]+)"/.exec(head) ?? [];
      canonicals.set(url, canonical && decodeEntities(canonical));
      return !/<meta name="robots" content="noindex"/.test(head);
    },
    serialize: (item) => ({ ...item, url: canonicals.get(item.url) ?? item.url }),
  });
  let root = '';
  return {
    name,
    hooks: {
      ...hooks,
      'astro:config:done'(options) {
        const { site, base } = options.config;
        root = new URL(base.replace(/\/?$/, '/'), site).href;
        return hooks['astro:config:done']?.(options);
      },
      async 'astro:build:done'(options) {
        headAt = (url) => headOf(new URL(`./${url.slice(root.length)}index.html`, options.dir));
        await hooks['astro:build:done']?.(options);
        const index = new URL('sitemap-index.xml', options.dir);
        const usual = new URL('sitemap.xml', options.dir);
        if (existsSync(index) && !existsSync(usual)) copyFileSync(index, usual);
      },
    },
  };
}

function headOf(file: URL): string {
  const html = readFileSync(fileURLToPath(file), 'utf8');
  return html.slice(0, html.indexOf('</head>'));
}
