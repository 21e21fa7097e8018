import { expect, test, type Page } from '@playwright/test';
import { readItems } from '../support/feed-items.ts';
import { manualPosts } from '../support/manual.ts';
import { atomFaults, compareMetadata } from '../support/site-metadata.ts';
import { testSites } from '../support/sites.ts';
import site from '../../src/site.config.ts';

const SITE = 'https://galley.example';

/** Addresses in a document that a feed reader could not resolve. */
function relativeAddresses(html: string): string[] {
  return [...html.matchAll(/\s(?:href|src|poster)="([^"]*)"/g)]
    .map(([, address = '']) => address)
    .filter((address) => !/^(https?:|mailto:)/.test(address));
}

const background = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

test('RSS has whole posts, newest first, with absolute addresses', async ({ page, request }) => {
  const xml = await (await request.get('./rss.xml')).text();
  await page.setContent('<div></div>');
  const items = [...xml.matchAll(/<item>[^]*?<\/item>/g)].map(([item]) => item);
  const posts = await manualPosts();
  expect(items).toHaveLength(Math.min(posts.length, site.feeds.limit));
  expect(items[0]).toContain(`<title>${posts[0]?.frontMatter.title}</title>`);
  expect(items[0]).toContain(`<link>${SITE}`);
  expect(xml).toContain('find src/content/posts -name');
  const content = items.join('').replaceAll('&lt;', '<').replaceAll('&quot;', '"');
  expect(relativeAddresses(content)).toEqual([]);
  expect(content).toMatch(/src="https:\/\/galley\.example\/[^"]+\.webp"/);
});

test('a browser shows a feed in the look of the site, and says what it is for', async ({
  page,
}) => {
  const paper = await page.goto('./').then(() => background(page));
  for (const file of ['rss.xml', 'atom.xml']) {
    await page.goto(`./${file}`);
    const shown = page.locator('item > title, entry > title');
    await expect(shown.first()).toBeVisible();
    await expect(page.locator('guid, id').first()).toBeHidden();
    expect(await background(page)).toBe(paper);
    const said = await page.evaluate(
      () => getComputedStyle(document.documentElement, '::before').content,
    );
    expect(said).toContain('A feed brings new posts to you');
  }
});

test('RSS, Atom, JSON Feed and pages tell the same', async ({ baseURL }) => {
  const { pathname } = new URL(baseURL ?? '');
  const { outDir } =
    Object.values(testSites).find(({ base }) => base === pathname) ?? testSites.root;
  const { items, faults } = compareMetadata(outDir, SITE + pathname);
  expect(faults).toEqual([]);
  expect(items).toBe((await manualPosts()).length);
  expect(atomFaults(outDir) ?? '').toBe('');
});

test('tags and categories have feeds of their own in each format', async ({ request }) => {
  const atom = await (await request.get('./tags/c-sharp/atom.xml')).text();
  expect(readItems('atom', atom).map(({ title }) => title)).toEqual(['Code in posts']);
  for (const list of ['tags/c-sharp', 'categories/manual']) {
    for (const file of ['rss.xml', 'atom.xml', 'feed.json']) {
      expect((await request.get(`./${list}/${file}`)).status()).toBe(200);
    }
  }
});

test('a page says what feeds are, and names each', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Feed' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Feeds');
  for (const address of ['rss.xml', 'tags/c-sharp/atom.xml', 'categories/manual/feed.json']) {
    const link = page.locator(`main a[href$="/${address}"]`).first();
    await expect(link).toContainText(new RegExp(`^${SITE}/.*${address}$`));
  }
});

test('the sitemap names every post once', async ({ request }) => {
  const index = await (await request.get('./sitemap-index.xml')).text();
  const [, address = ''] = /<loc>([^<]*)<\/loc>/.exec(index) ?? [];
  const sitemap = await (await request.get(`./${address.split('/').at(-1)}`)).text();
  const locations = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, location]) => location);
  expect(locations.filter((location) => location?.endsWith('/posts/code/'))).toHaveLength(1);
  expect(locations.every((location) => location?.startsWith(SITE))).toBe(true);
  expect(new Set(locations).size).toBe(locations.length);
});

test('robots.txt names the sitemap', async ({ request }) => {
  const text = await (await request.get('./robots.txt')).text();
  expect(text).toMatch(/^Sitemap: https:\/\/galley\.example\/.*sitemap-index\.xml$/m);
});
