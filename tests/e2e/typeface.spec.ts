import { expect, test, type Page, type Response } from '@playwright/test';

/** A page of every template. */
const TEMPLATES = [
  './',
  './posts/front-matter/',
  './posts/code/',
  './posts/every-element/',
  './about/',
  './posts/日本語で書く/',
  './tags/',
  './tags/writing/',
  './categories/',
  './feeds/',
  './archives/',
  './archives/2026/',
  './nowhere/',
  './search/',
  './search/?q=permalink',
];
const FONTS = /\.woff2$/;
const MOST_FONT_BYTES = 45_000;

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
});

/** How far things moved that the reader saw already. */
async function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const { shifts } = window as unknown as { shifts: number[] };
        // Shifts are told after the frame that has them.
        requestAnimationFrame(() =>
          requestAnimationFrame(() =>
            setTimeout(() => resolve(shifts.reduce((sum, shift) => sum + shift, 0))),
          ),
        );
      }),
  );
}

async function firstPaint(page: Page): Promise<void> {
  await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint').length > 0,
  );
}

for (const address of ['./', './posts/front-matter/', './posts/every-element/', './archives/']) {
  test(`the fonts of a first visit to ${address} are light, and cached for ever by their names`, async ({
    page,
  }) => {
    const fonts: Response[] = [];
    page.on('response', (response) => {
      // A frame takes what the page has fetched.
      const isPage = response.frame() === page.mainFrame();
      if (isPage && FONTS.test(response.url())) fonts.push(response);
    });
    await page.goto(address, { waitUntil: 'networkidle' });
    const weights = new Map<string, number>();
    for (const font of fonts) weights.set(font.url(), (await font.body()).length);
    expect(weights.size).toBeGreaterThan(0);
    for (const url of weights.keys()) expect(url).toMatch(/\/_astro\/[\w-]+\.[\w-]{8}\.woff2$/);
    const sum = weights.values().reduce((sum, weight) => sum + weight, 0);
    expect(sum, [...weights.keys()].join()).toBeLessThanOrEqual(MOST_FONT_BYTES);
  });
}

test('the fonts that are fetched ahead are those of the page, so that none comes late', async ({
  page,
}) => {
  for (const address of ['./', './posts/front-matter/', './archives/', './search/', './404.html']) {
    await page.goto(address, { waitUntil: 'networkidle' });
    const ahead = page.locator('link[rel=preload][as=font]');
    const files = await ahead.evaluateAll((links) =>
      links.map((link) => link.getAttribute('href')),
    );
    const used = await page.evaluate(() =>
      Array.from(document.fonts)
        .filter(({ family, status }) => family === 'Source Serif 4' && status === 'loaded')
        .map(({ style, weight }) => `${style} ${weight}`),
    );
    expect.soft(files, address).toHaveLength(3);
    expect.soft(used.toSorted(), address).toEqual(['italic 400', 'normal 400', 'normal 700']);
  }
});

test('a second page is set in the typeface, with old-style figures', async ({ page }) => {
  await page.goto('./', { waitUntil: 'networkidle' });
  await page.goto('./posts/front-matter/', { waitUntil: 'networkidle' });
  const loaded = await page.evaluate(() =>
    Array.from(document.fonts)
      .filter(({ family, status }) => family === 'Source Serif 4' && status === 'loaded')
      .map(({ style, weight }) => `${style} ${weight}`),
  );
  expect(loaded).toContain('normal 400');
});

test.describe('nothing moves', () => {
  test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'Only a script can tell.');

  for (const address of TEMPLATES) {
    test(`on ${address} when fonts are slow, and when they do not come`, async ({ page }) => {
      const { promise: painted, resolve: release } = Promise.withResolvers<void>();
      await page.route(FONTS, async (route) => {
        await painted;
        await route.continue();
      });
      await page.goto(address, { waitUntil: 'domcontentloaded' });
      await firstPaint(page);
      // The text was there without them.
      release();
      await page.evaluate(() => document.fonts.ready);
      await page.waitForLoadState('networkidle');
      expect(await layoutShift(page)).toBe(0);

      await page.unroute(FONTS);
      await page.route(FONTS, (route) => route.abort());
      await page.goto(address, { waitUntil: 'networkidle' });
      expect(await layoutShift(page)).toBe(0);
    });
  }
});
