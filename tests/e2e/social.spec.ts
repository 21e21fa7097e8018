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
    const image = await page.request.get(new URL(address.pathname, base).href);
    expect(image.headers()['content-type']).toBe(meta(html, 'og:image:type'));
    if (!address.pathname.includes('/social/')) continue;

    const bytes = await image.body();
    // https://www.w3.org/TR/png/#11IHDR
    const size = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    expect(size).toEqual([1200, 630]);
    expect(['width', 'height'].map((side) => Number(meta(html, `og:image:${side}`)))).toEqual(size);
  }
});

test('the mark of the site is there as browsers, phones and apps want it', async ({ request }) => {
  const html = await (await request.get('./')).text();
  const base = /<link rel="icon" href="(.*?)favicon\.ico"/.exec(html)?.[1] ?? '';
  expect(html).toContain(`<link rel="apple-touch-icon" href="${base}apple-touch-icon.png">`);
  const get = async (file: string) => (await request.get(`${base}${file}`)).body();
  const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

  const ico = await get('favicon.ico');
  expect(ico.readUInt32LE(14)).toBe(ico.length - ico.readUInt32LE(18));
  expect(sizeOf(ico.subarray(ico.readUInt32LE(18)))).toEqual([32, 32]);
  const { icons } = JSON.parse(String(await get('manifest.json'))) as {
    icons: { src: string; sizes: string }[];
  };
  expect(icons.map(({ sizes }) => sizes)).toEqual(['180x180', '512x512']);
  for (const { src, sizes } of icons) {
    expect(src.startsWith(base)).toBe(true);
    expect(sizeOf(await (await request.get(src)).body()).join('x')).toBe(sizes);
  }
});

test('a page names those before and after it, and its language', async ({ request }) => {
  const head = async (path: string) =>
    (await (await request.get(path)).text()).split('</head>')[0] ?? '';
  const list = await head('./page/2/');
  expect(list).toMatch(/<link rel="prev" href="[^"]*\/"><link rel="next" href="[^"]*\/page\/3\/">/);
  const post = await head('./posts/front-matter/');
  expect(post).toMatch(/<link rel="prev" href="[^"]*"><link rel="next" href="[^"]*">/);
  expect(meta(post, 'og:locale')).toBe('en_US');
  expect(meta(post, 'article:section')).toBe('Manual');
  expect(meta(await head('./posts/日本語で書く/'), 'og:locale')).toBe('ja_JP');
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
