import { expect, test } from '@playwright/test';

test.beforeEach(async ({ page }) => {
  await page.goto('./posts/every-element/');
});

test('pictures come in several sizes and formats, and wait until they are near', async ({
  page,
}) => {
  const pictures = page.locator('.e-content picture');
  await expect(pictures).toHaveCount(2);
  for (const picture of await pictures.all()) {
    await expect(picture.locator('source').first()).toHaveAttribute('srcset', /\.avif 720w, /);
    await expect(picture.locator('source[src]')).toHaveCount(0);
    await expect(picture.locator('img')).toHaveAttribute('loading', 'lazy');
  }
});

test('a picture in public/ keeps its address', async ({ page, request }) => {
  const img = page.locator('.e-content img').last();
  await expect(img).toHaveAttribute('src', /\/images\/type-case\.jpg$/);
  await expect(img).toHaveAttribute('width', '1800');
  await expect(img).toHaveAttribute('height', '1200');
  expect((await request.get('./images/type-case.jpg')).status()).toBe(200);
});

test('the page keeps the place of a picture', async ({ page }) => {
  // As if no picture ever arrived.
  await page.route(/\.(avif|webp|jpg|png)$/, (route) => route.abort());
  await page.reload();
  for (const img of await page.locator('main img').all()) {
    const { width = 0, height = 0 } = (await img.boundingBox()) ?? {};
    expect(width / height).toBeGreaterThan(1.2);
  }
});

test('pictures arrive', async ({ page }) => {
  for (const img of await page.locator('main img').all()) {
    await img.scrollIntoViewIfNeeded();
    await expect
      .poll(() => img.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(100);
  }
});
