import { expect } from '@playwright/test';
import { test } from './pages.ts';

test.beforeEach(async ({ post }) => {
  await post.open('every-element');
});

test('pictures come in several sizes and formats, and wait until they are near', async ({
  post,
}) => {
  const pictures = post.content.locator('picture');
  await expect(pictures).toHaveCount(2);
  for (const picture of await pictures.all()) {
    await expect(picture.locator('source').first()).toHaveAttribute('srcset', /\.avif 720w, /);
    await expect(picture.locator('source[src]')).toHaveCount(0);
    await expect(picture.locator('img')).toHaveAttribute('loading', 'lazy');
  }
});

test('a picture in public/ keeps its address', async ({ request, post }) => {
  const img = post.pictures.last();
  await expect(img).toHaveAttribute('src', /\/images\/type-case\.jpg$/);
  await expect(img).toHaveAttribute('width', '1800');
  await expect(img).toHaveAttribute('height', '1200');
  expect((await request.get('./images/type-case.jpg')).status()).toBe(200);
});

test('the page keeps the place of a picture', async ({ page, post }) => {
  // As if no picture ever arrived.
  await page.route(/\.(avif|webp|jpg|png)$/, (route) => route.abort());
  await page.reload();
  for (const img of await post.pictures.all()) {
    const { width = 0, height = 0 } = (await img.boundingBox()) ?? {};
    expect(width / height).toBeGreaterThan(1.2);
  }
});

test('pictures arrive', async ({ post }) => {
  for (const img of await post.pictures.all()) {
    await img.scrollIntoViewIfNeeded();
    await expect
      .poll(() => img.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(100);
  }
});
