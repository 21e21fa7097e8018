import { expect, type Locator } from '@playwright/test';
import { test } from './pages.ts';

const WIDTHS = [360, 640, 768, 960, 1024, 1120, 1440, 1920];
/** Two lines of the name at most. */
const ROW = 80;

test.beforeEach(async ({ page }) => {
  await page.goto('./');
});

/** Three more entries than the manual has, and a longer name. */
async function lengthen(masthead: Locator): Promise<void> {
  await masthead.evaluate((header) => {
    const title = header.querySelector('.masthead-title');
    if (title) title.textContent = 'The Letterpress Diary';
    const list = header.querySelector('ul');
    for (const label of ['Colophon', 'Subscribe', 'Contact']) {
      const item = list?.lastElementChild?.cloneNode(true) as HTMLElement;
      const link = item.querySelector('a');
      if (link) link.textContent = label;
      list?.append(item);
    }
  });
}

test('the header is one row at every width, with a long name and seven entries', async ({
  page,
  site,
  javaScriptEnabled,
}) => {
  const masthead = page.locator('.masthead');
  if (javaScriptEnabled !== false) await lengthen(masthead);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const box = await masthead.boundingBox();
    const title = await page
      .locator('.masthead-title')
      .evaluate((name) => name.clientHeight / Number.parseFloat(getComputedStyle(name).lineHeight));
    if (javaScriptEnabled !== false) expect.soft(title, `at ${width}`).toBeLessThan(2.5);
    expect.soft(box?.height, `at ${width}`).toBeLessThanOrEqual(ROW);
    expect.soft(await site.overflow(), `at ${width}`).toBeLessThanOrEqual(0);
    const middles = await masthead
      .locator('> :visible, nav:not([hidden]) > ul')
      .evaluateAll((parts) =>
        parts
          .filter((part) => part.checkVisibility())
          .map((part) => part.getBoundingClientRect())
          .filter(({ height }) => height > 0)
          .map(({ top, height }) => top + height / 2),
      );
    expect.soft(Math.max(...middles) - Math.min(...middles), `at ${width}`).toBeLessThan(4);
  }
});

test('a narrow screen has the entries in a menu, without any script', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const archive = page.getByRole('link', { name: 'Archive' });
  await expect(archive).toBeHidden();
  const button = page.getByRole('button', { name: 'Menu' });
  for (const part of [button, page.locator('.masthead-search svg')]) {
    const box = await part.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  }
  await button.click();
  for (const entry of await page.locator('#Page-menu a').all()) {
    expect((await entry.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  }
  await archive.click();
  await expect(page).toHaveURL(/archives\/$/);
});

test('one button says which colours there are, and goes on to the next', async ({
  page,
  javaScriptEnabled,
}) => {
  const button = page.getByRole('button', { name: 'Colours' });
  if (javaScriptEnabled === false) return expect(button).toBeHidden();
  const box = await button.boundingBox();
  expect([box?.width, box?.height]).toEqual([44, 44]);
  for (const state of ['As the system', 'Light', 'Dark', 'As the system']) {
    await expect(button).toHaveAccessibleName(`Colours: ${state}`);
    await button.click();
  }
});
