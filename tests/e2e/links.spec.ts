import { expect, test } from '@playwright/test';

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

test('links to headings find them', async ({ request }) => {
  const html = await (await request.get('./posts/writing-a-post/')).text();
  const targets = [...html.matchAll(/\shref="#([^"]+)"/g)].map(([, id = '']) => decodeURI(id));
  const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
  expect(targets.length).toBeGreaterThan(0);
  expect(targets.filter((id) => !ids.has(id))).toEqual([]);
});
