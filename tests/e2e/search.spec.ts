import { expect, test, type Page } from '@playwright/test';

const results = (page: Page) => page.locator('.search ol li');

/** What of the search the page has asked for. */
function searchRequests(page: Page): string[] {
  const requests: string[] = [];
  page.on('request', (request) => {
    if (/\/pagefind\/|\/search\//.test(request.url())) requests.push(request.url());
  });
  return requests;
}

test.describe('with JavaScript', () => {
  test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false);

  test('nothing of the search is loaded before the reader opens it', async ({ page }) => {
    const requests = searchRequests(page);
    await page.goto('./posts/code/', { waitUntil: 'networkidle' });
    expect(requests).toEqual([]);
    await page.keyboard.press('/');
    await expect(page.getByRole('dialog')).toBeVisible();
    await expect.poll(() => requests.some((url) => url.includes('/pagefind/'))).toBe(true);
  });

  for (const key of ['/', 'Control+k']) {
    test(`${key} opens a dialog that finds posts by their words`, async ({ page }) => {
      await page.goto('./posts/pictures/');
      await page.keyboard.press(key);
      const dialog = page.getByRole('dialog', { name: 'Search' });
      const input = dialog.getByRole('searchbox');
      await expect(input).toBeFocused();
      await input.fill('permalink');
      await expect(results(page).first()).toBeVisible();
      await expect(dialog.getByRole('status')).toHaveText(/^Results: \d+$/);
      await dialog.getByRole('button', { name: 'Close' }).click();
      await expect(dialog).toBeHidden();
      await page.keyboard.press(key);
      await expect(dialog).toBeVisible();
    });
  }

  test('a result opens its post with the words marked', async ({ page }) => {
    await page.goto('./search/?q=scheduled');
    await results(page).getByRole('link', { name: 'Drafts and schedules' }).click();
    await expect(page).toHaveURL(/\/posts\/drafts-and-schedules\/\?highlight=/);
    await expect(page.locator('h1')).toHaveText('Drafts and schedules');
    await expect
      .poll(() =>
        page.evaluate(() => [...(CSS.highlights.get('search') ?? [])].map(String).join(' ')),
      )
      .toMatch(/scheduled/i);
  });

  test('the address of the search page is the search', async ({ page }) => {
    await page.goto('./search/');
    await page.getByRole('searchbox').fill('picture');
    await expect(results(page).first()).toBeVisible();
    await expect(page).toHaveURL(/\/search\/\?q=picture$/);
    const titles = await results(page).locator('a').allTextContents();
    await page.reload();
    await expect(page.getByRole('searchbox')).toHaveValue('picture');
    await expect(results(page).locator('a')).toHaveText(titles);
  });

  test('tags, categories and years narrow the search', async ({ page }) => {
    await page.goto('./search/');
    await page.getByLabel('Category').selectOption('Design');
    await expect(results(page).getByRole('link', { name: 'How the site is built' })).toBeVisible();
    await expect(results(page).getByRole('link', { name: 'Code in posts' })).toHaveCount(0);
    await expect(page).toHaveURL(/\?category=Design$/);
    await page.getByLabel('Category').selectOption('');
    await page.getByLabel('Tag').selectOption('C#');
    await expect(results(page).locator('a')).toHaveText(['Code in posts']);
    await page.getByLabel('Year').selectOption('2026');
    await expect(results(page).locator('a')).toHaveText(['Code in posts']);
    await page.getByRole('searchbox').fill('nothing has these words');
    await expect(page.getByRole('status')).toHaveText('Nothing found.');
  });

  test('Japanese is found from an English page, by a part of a sentence', async ({ page }) => {
    await page.goto('./search/?q=日本語');
    await expect(results(page).getByRole('link', { name: '日本語で書く' })).toBeVisible();
    await page.getByRole('searchbox').fill('ファイル');
    await expect(results(page).getByRole('link', { name: '日本語で書く' })).toBeVisible();
  });

  test('neither the page nor the dialog scrolls sideways', async ({ page }) => {
    const overflow = () =>
      page.evaluate(() =>
        [document.documentElement, document.querySelector('dialog')].map((element) =>
          element ? element.scrollWidth - element.clientWidth : 0,
        ),
      );
    await page.goto('./search/?q=jekyll');
    await expect(results(page).first()).toBeVisible();
    for (const width of await overflow()) expect(width).toBeLessThanOrEqual(0);
    await page.goto('./posts/code/');
    await page.keyboard.press('/');
    await page.getByRole('searchbox').fill('jekyll');
    await expect(results(page).first()).toBeVisible();
    for (const width of await overflow()) expect(width).toBeLessThanOrEqual(0);
  });

  test('what is not published is not found', async ({ page }) => {
    await page.goto('./search/?q=leadership');
    await expect(page.getByRole('status')).toHaveText(/./);
    await expect(page.locator('.search ol')).not.toContainText(/nobody tells you|review/i);
  });

  test('the / key writes a / where text is written, and can be taken off the search', async ({
    page,
  }) => {
    await page.goto('./posts/code/');
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog');
    const input = dialog.getByRole('searchbox');
    await expect(input).toBeFocused();
    await page.keyboard.press('/');
    await expect(input).toHaveValue('/');
    await dialog.getByRole('checkbox').uncheck();
    await page.reload();
    await page.keyboard.press('/');
    await page.keyboard.press('Control+k');
    await expect(dialog.getByRole('searchbox')).toHaveValue('');
    await expect(dialog.getByRole('checkbox')).not.toBeChecked();
  });
});

test.describe('without JavaScript', () => {
  test.skip(({ javaScriptEnabled }) => javaScriptEnabled !== false);

  test('the search page offers the archive and the tags', async ({ page }) => {
    await page.goto('./');
    await page.getByRole('link', { name: 'Search' }).click();
    await expect(page.locator('main noscript p')).toBeVisible();
    await expect(page.getByRole('searchbox')).toBeHidden();
    await expect(page.getByRole('checkbox')).toBeHidden();
    await page.locator('main').getByRole('link', { name: 'Archive' }).click();
    await expect(page).toHaveURL(/\/archives\/$/);
    await page.goto('./search/');
    await page.locator('main').getByRole('link', { name: 'Tags' }).click();
    await expect(page).toHaveURL(/\/tags\/$/);
  });
});
