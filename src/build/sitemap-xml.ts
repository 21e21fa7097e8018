import { escapeMarkup } from '../html/escape.ts';

/** What a sitemap says of a page. */
export interface SitemapPage {
  /** Whole address. */
  url: string;
  /** ISO 8601. */
  lastmod?: string | undefined;
}

/** So many pages are in one sitemap. Sitemaps may hold 50,000. https://www.sitemaps.org/protocol.html#index */
const LIMIT = 45_000;

const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
/** What nothing here uses, and readers of sitemaps may expect. */
const OTHERS = Object.entries({
  news: 'http://www.google.com/schemas/sitemap-news/0.9',
  xhtml: 'http://www.w3.org/1999/xhtml',
  image: 'http://www.google.com/schemas/sitemap-image/1.1',
  video: 'http://www.google.com/schemas/sitemap-video/1.1',
}).map(([prefix, name]) => `xmlns:${prefix}="${name}"`);

/**
 * Sitemaps and the index that names them, by the names of their files; none where there are no pages.
 * @param root address of the folder in which they lie, with `/` at its end
 */
export function sitemapFiles(pages: readonly SitemapPage[], root: string): Map<string, string> {
  const files = new Map<string, string>();
  const parts: SitemapPage[] = [];
  for (let i = 0; i * LIMIT < pages.length; i++) {
    const part = pages.slice(i * LIMIT, (i + 1) * LIMIT);
    const name = `sitemap-${i}.xml`;
    const names = [NAMESPACE, ...OTHERS].join(' ');
    files.set(name, xmlDocument('urlset', names, part.map(rowOf('url'))));
    parts.push({ url: root + name, lastmod: latest(part) });
  }
  if (parts.length > 0) {
    files.set(
      'sitemap-index.xml',
      xmlDocument('sitemapindex', NAMESPACE, parts.map(rowOf('sitemap'))),
    );
  }
  return files;
}

function xmlDocument(name: string, names: string, rows: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?><${name} ${names}>${rows.join('')}</${name}>`;
}

const rowOf =
  (name: string) =>
  ({ url, lastmod }: SitemapPage): string => {
    const when = lastmod && `<lastmod>${new Date(lastmod).toISOString()}</lastmod>`;
    return `<${name}><loc>${escapeMarkup(new URL(url).href)}</loc>${when ?? ''}</${name}>`;
  };

function latest(pages: readonly SitemapPage[]): string | undefined {
  const times = pages.flatMap(({ lastmod }) => (lastmod ? Date.parse(lastmod) : []));
  const last = times.reduce((a, b) => Math.max(a, b), -Infinity);
  return times.length === 0 ? undefined : new Date(last).toISOString();
}
