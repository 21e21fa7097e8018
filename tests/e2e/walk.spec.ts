import { expect } from '@playwright/test';
import { manualPosts, PAGE_SIZE } from '../support/manual.ts';
import { test } from './pages.ts';

/** Every kind of page, as readers reach it: by links from the home page. */
test.beforeEach(async ({ page }) => {
  await page.goto('./');
});

test('home lists posts, pinned first, and leads to older ones', async ({ page, site }) => {
  const titles = site.entries.locator('.p-name');
  const rest = (await manualPosts()).length - PAGE_SIZE;
  await expect(titles).toHaveCount(PAGE_SIZE);
  await expect(titles.first()).toHaveText('A folder of posts');

  await page.getByRole('link', { name: 'Older', exact: true }).click();
  await expect(page).toHaveURL(/\/page\/2\/$/);
  await expect(titles).toHaveCount(Math.min(rest, PAGE_SIZE));
  await page.getByRole('link', { name: 'Newer', exact: true }).click();
  await expect(titles).toHaveCount(PAGE_SIZE);
});

test('what is new has the largest title of a list, below what is pinned too', async ({
  page,
  site,
}) => {
  const sizes = () =>
    site.entries
      .locator('.p-name')
      .evaluateAll((titles) =>
        titles.map((title) => Number.parseFloat(getComputedStyle(title).fontSize)),
      );
  const [pinned = 0, newest = 0, ...others] = await sizes();
  expect(newest).toBeGreaterThan(pinned);
  expect(new Set([pinned, ...others]).size).toBe(1);
  await page.goto('./page/2/');
  expect(new Set(await sizes()).size).toBe(1);
});

test('a list shows the covers of posts, small, beside their excerpts', async ({ page, site }) => {
  await page.goto('./tags/reference/');
  const cover = page.locator('.thumbnail img');
  for (const width of [360, 800, 1200]) {
    await page.setViewportSize({ width, height: 900 });
    await cover.scrollIntoViewIfNeeded();
    await expect
      .poll(() => cover.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBe(240);
    const [picture, text] = await Promise.all([
      cover.boundingBox(),
      site.entries.filter({ has: cover }).locator('.summary').boundingBox(),
    ]);
    expect((picture?.y ?? 0) - (text?.y ?? 0), `at ${width}`).toBeLessThan(30);
    expect(picture?.x, `at ${width}`).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? Infinity));
    expect(await site.overflow()).toBeLessThanOrEqual(0);
  }
});

test('a post is a whole h-entry', async ({ page, site, post }) => {
  await site.choose('Archive');
  await page.getByRole('link', { name: '日本語で書く' }).click();
  await expect(page).toHaveURL(/\/posts\/(日本語で書く|%E6%97%A5[^/]*)\/$/);

  const entry = post.entries;
  await expect(entry.locator('h1.p-name')).toHaveText('日本語で書く');
  await expect(post.published).toHaveAttribute('datetime', '2026-03-23T12:00:00+09:00');
  await expect(entry.locator('.p-author.h-card')).toContainText('The Galley authors');
  await expect(entry.locator('.p-category')).toHaveText(['Manual', '日本語', 'writing']);
  await expect(post.content).toContainText('記事のファイル名');
  await expect(post.content).not.toContainText('日本語で書く');
  await expect(entry.locator('a.u-url').first()).toHaveAttribute('href', /\/posts\//);
});

test('posts lead to their neighbours in time', async ({ page, site, post }) => {
  await post.open('code');
  await page.getByRole('link', { name: 'Moving from Jekyll' }).last().click();
  await expect(site.title).toHaveText('Moving from Jekyll');
  await page.getByRole('link', { name: 'Code in posts' }).last().click();
  await expect(site.title).toHaveText('Code in posts');
});

for (const [name, slug] of [
  ['C', 'c'],
  ['C#', 'c-sharp'],
  ['C++', 'c-plus-plus'],
  ['日本語', '日本語'],
] as const) {
  test(`the tag ${name} has a page of its own`, async ({ page, site }) => {
    await site.choose('Tags');
    await site.main.getByRole('link', { name, exact: true }).click();
    expect(decodeURI(page.url())).toMatch(new RegExp(`/tags/${slug}/$`));
    await expect(site.entries).toHaveCount(1);
  });
}

test('categories have pages', async ({ site }) => {
  await site.choose('Categories');
  await site.main.getByRole('link', { name: 'Design' }).click();
  await expect(site.entries.locator('.p-name')).toContainText(['How the site is built']);
});

test('the archive has a page for each year', async ({ page, site }) => {
  await site.choose('Archive');
  await site.main.getByRole('link', { name: '2026', exact: true }).first().click();
  await expect(page).toHaveURL(/\/archives\/2026\/$/);
  await expect(site.main).toContainText('A folder of posts');
});

test('pages outside the flow of posts', async ({ page, site }) => {
  await site.choose('About');
  await expect(site.title).toHaveText('About');
  await page.getByRole('link', { name: 'A folder of posts' }).first().click();
  await expect(site.title).toHaveText('A folder of posts');
});

test('what is not there gets a page that says so', async ({ page, site }) => {
  const response = await page.goto('./no/such/page/');
  expect(response?.status()).toBe(404);
  await expect(site.title).toBeVisible();
  await site.main.getByRole('link').first().click();
  await expect(page).not.toHaveURL(/no\/such/);
});

test('MDX is computed while the site is built', async ({ post }) => {
  await post.open('components-in-a-post');
  await expect(post.content).toContainText('There are 38 posts');
  await expect(post.content.locator('tbody tr')).toHaveCount(3);
});

test('a picture beside a post is shown with its size', async ({ post }) => {
  await post.open('pictures');
  const picture = post.pictures.first();
  await expect(picture).toHaveAttribute('width', /\d+/);
  await expect(picture).toHaveAttribute('height', /\d+/);
  await picture.scrollIntoViewIfNeeded();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(100);
});

test('no page scrolls sideways', async ({ page, site }) => {
  for (const path of ['./', './posts/code/', './posts/writing-a-post/', './tags/', './archives/']) {
    await page.goto(path);
    const overflow = await site.overflow();
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
});

test('code and prose are highlighted and complete', async ({ post }) => {
  await post.open('code');
  await expect(post.code.nth(1)).toContainText('export const half');
  await expect(post.content.locator('pre span').first()).toBeAttached();
});
