import { channel } from '../lib/channel.ts';

/** What a sitemap says of a page beside its address. https://www.sitemaps.org/protocol.html */
export interface SitemapRow {
  /** Whole address. */
  url: string;
  /** When what it shows was last changed, as far as authors say. */
  lastmod?: string | undefined;
  /** Left out because its author wants so. */
  isLeftOut?: boolean;
}

/** What sitemaps are to know of pages; of a page that is not among them, its address alone. */
export const sitemapKnown = channel<readonly SitemapRow[]>('sitemap');
