import { expect, test } from '@playwright/test';
import { manualPosts } from '../support/manual.ts';

const SITE = 'https://galley.example';
const meta = (html: string, property: string) =>
  new RegExp(`<meta (?:property|name)="${property}" content="([^"]*)"`).exec(html)?.[1];

test('every post has an image for networks, of the size that they want', async ({
  page,
  baseURL,
}) => {
  const base = new URL(baseURL ?? '');
  const posts = await manualPosts();
  expect(posts.length).toBeGreaterThan(5);
  for (const { url } of posts) {
    const html = await (await page.request.get(`.${url}`)).text();
    const address = new URL(meta(html, 'og:image') ?? '');
    expect(address.origin).toBe(SITE);
    expect(address.pathname.startsWith(base.pathname)).toBe(true);
    expect(meta(html, 'twitter:card')).toBe('summary_large_image');
    expect(meta(html, 'og:image:alt')).toBeDefined();
    if (!address.pathname.includes('/social/')) continue;

    const image = await page.request.get(new URL(address.pathname, base).href);
    expect(image.headers()['content-type']).toBe('image/png');
    const bytes = await image.body();
    // https://www.w3.org/TR/png/#11IHDR
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
  }
});

test('pages that are no posts have none', async ({ request }) => {
  for (const path of ['./', './tags/', './about/']) {
    expect(meta(await (await request.get(path)).text(), 'og:image'), path).toBeUndefined();
  }
});

test('browsers may fetch pages of the site ahead, and nothing else', async ({ page, baseURL }) => {
  await page.goto('./');
  const rules = JSON.parse(
    (await page.locator('script[type=speculationrules]').textContent()) ?? '',
  );
  const [{ where, eagerness }] = rules.prefetch;
  expect(eagerness).toBe('conservative');
  expect(where.and[0].href_matches).toBe(`${new URL(baseURL ?? '').pathname}*`);
});
