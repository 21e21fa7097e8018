import { detached } from '../lib/detached.ts';
import { decodeEntities } from './entities.ts';

/** What a page says of its place in the sitemap. */
export interface SitemapEntry {
  isListed: boolean;
  canonical?: string | undefined;
}

/** @param html of the whole page */
export function sitemapEntry(html: string): SitemapEntry {
  const head = html.slice(0, html.indexOf('</head>'));
  const [, canonical] = /<link rel="canonical" href="([^"]+)"/.exec(head) ?? [];
  return {
    isListed: !/<meta name="robots" content="noindex"/.test(head),
    canonical: canonical && detached(decodeEntities(canonical)),
  };
}
