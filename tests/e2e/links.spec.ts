import { expect, test } from '@playwright/test';
import { crawl } from '../support/crawl.ts';
import { testSites } from '../support/sites.ts';

/** Follows every link and resource of the site, from the home page on. */
test('every link and resource leads somewhere', async ({ request, baseURL }) => {
  const home = new URL(baseURL ?? '');
  const seen = new Set([home.href]);
  const queue = [home.href];
  const broken: string[] = [];

  for (let url = queue.pop(); url; url = queue.pop()) {
    const response = await request.get(url);
    if (!response.ok()) broken.push(url);
    if (!response.headers()['content-type']?.includes('text/html')) continue;
    const html = await response.text();
    for (const [, value = ''] of html.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
      const link = new URL(value.replaceAll('&amp;', '&'), url);
      if (link.origin !== home.origin) continue;
      link.hash = '';
      if (!link.pathname.startsWith(home.pathname)) broken.push(`${link.href} (in ${url})`);
      if (seen.has(link.href)) continue;
      seen.add(link.href);
      queue.push(link.href);
    }
  }

  expect(broken).toEqual([]);
  expect(seen.size).toBeGreaterThan(40);
});

for (const { outDir, base } of Object.values(testSites)) {
  test(`every address below ${base} has its file, and every fragment its id`, () => {
    const { followed, broken } = crawl(outDir, `https://galley.example${base}`);
    expect(broken).toEqual([]);
    expect(followed).toBeGreaterThan(1000);
  });
}
