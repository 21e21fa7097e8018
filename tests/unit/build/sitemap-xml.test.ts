import { expect, it } from 'vitest';
import { sitemapFiles } from '../../../src/build/sitemap-xml.ts';

const ROOT = 'https://example.org/blog/';

it('each page has its row, in the order given, with addresses that can stand in XML', () => {
  const files = sitemapFiles(
    [
      { url: `${ROOT}über?a=1&b=2`, lastmod: '2026-04-20T18:30:00+02:00' },
      { url: `${ROOT}tea/`, lastmod: undefined },
    ],
    ROOT,
  );
  expect([...files.keys()]).toEqual(['sitemap-0.xml', 'sitemap-index.xml']);
  expect(files.get('sitemap-0.xml')).toMatch(
    /^<\?xml version="1.0" encoding="UTF-8"\?><urlset xmlns="http:\/\/www.sitemaps.org\/schemas\/sitemap\/0.9" /,
  );
  expect(files.get('sitemap-0.xml')).toContain(
    '><url><loc>https://example.org/blog/%C3%BCber?a=1&amp;b=2</loc><lastmod>2026-04-20T16:30:00.000Z</lastmod></url>' +
      '<url><loc>https://example.org/blog/tea/</loc></url></urlset>',
  );
});

it('more pages than one may hold are in several, of which the index tells the last change', () => {
  const pages = Array.from({ length: 45_001 }, (_, i) => ({
    url: `${ROOT}${i}/`,
    lastmod: i === 7 ? '2026-04-20' : i === 8 ? '2025-01-01' : undefined,
  }));
  const files = sitemapFiles(pages, ROOT);
  expect(files.get('sitemap-0.xml')?.match(/<url>/g)).toHaveLength(45_000);
  expect(files.get('sitemap-1.xml')).toContain('<url><loc>https://example.org/blog/45000/</loc>');
  expect(files.get('sitemap-index.xml')).toBe(
    '<?xml version="1.0" encoding="UTF-8"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">' +
      '<sitemap><loc>https://example.org/blog/sitemap-0.xml</loc><lastmod>2026-04-20T00:00:00.000Z</lastmod></sitemap>' +
      '<sitemap><loc>https://example.org/blog/sitemap-1.xml</loc></sitemap></sitemapindex>',
  );
});

it('a site without such pages has none', () => {
  expect(sitemapFiles([], ROOT).size).toBe(0);
});
