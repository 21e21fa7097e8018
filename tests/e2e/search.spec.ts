import { expect, type Page } from '@playwright/test';
import { test } from './pages.ts';

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

  test('nothing of the search is loaded before the reader opens it', async ({ page, search }) => {
    const requests = searchRequests(page);
    await page.goto('./posts/code/', { waitUntil: 'networkidle' });
    expect(requests).toEqual([]);
    await page.keyboard.press('/');
    await expect(search.dialog).toBeVisible();
    await expect.poll(() => requests.some((url) => url.includes('/pagefind/'))).toBe(true);
  });

  for (const key of ['/', 'Control+k']) {
    test(`${key} opens a dialog that finds posts by their words`, async ({
      page,
      post,
      search,
    }) => {
      await post.open('pictures');
      await page.keyboard.press(key);
      await expect(search.input).toBeFocused();
      await search.input.fill('permalink');
      await expect(search.results.first()).toBeVisible();
      await expect(search.status).toHaveText(/^Results: \d+$/);
      await search.dialog.getByRole('button', { name: 'Close' }).click();
      await expect(search.dialog).toBeHidden();
      await page.keyboard.press(key);
      await expect(search.dialog).toBeVisible();
    });
  }

  test('a result opens its post with the words marked', async ({ page, site, search }) => {
    await search.open('?q=scheduled');
    await search.result('Drafts and schedules').click();
    await expect(page).toHaveURL(/\/posts\/drafts-and-schedules\/\?highlight=/);
    await expect(site.title).toHaveText('Drafts and schedules');
    await expect
      .poll(() =>
        page.evaluate(() => [...(CSS.highlights.get('search') ?? [])].map(String).join(' ')),
      )
      .toMatch(/scheduled/i);
  });

  test('the address of the search page is the search', async ({ page, search }) => {
    await search.open();
    await search.input.fill('picture');
    await expect(search.results.first()).toBeVisible();
    await expect(page).toHaveURL(/\/search\/\?q=picture$/);
    const titles = await search.links.allTextContents();
    await page.reload();
    await expect(search.input).toHaveValue('picture');
    await expect(search.links).toHaveText(titles);
  });

  test('tags, categories and years narrow the search', async ({ page, search }) => {
    await search.open();
    await page.getByLabel('Category').selectOption('Design');
    await expect(search.result('How the site is built')).toBeVisible();
    await expect(search.result('Code in posts')).toHaveCount(0);
    await expect(page).toHaveURL(/\?category=Design$/);
    await page.getByLabel('Category').selectOption('');
    await page.getByLabel('Tag').selectOption('C#');
    await expect(search.links).toHaveText(['Code in posts']);
    await page.getByLabel('Year').selectOption('2026');
    await expect(search.links).toHaveText(['Code in posts']);
    await search.input.fill('zzqx');
    await expect(search.status).toHaveText('Nothing found.');
  });

  test('Japanese is found from an English page, by a part of a sentence', async ({ search }) => {
    await search.open('?q=日本語');
    await expect(search.result('日本語で書く')).toBeVisible();
    await search.input.fill('ファイル');
    await expect(search.result('日本語で書く')).toBeVisible();
  });

  test('neither the page nor the dialog scrolls sideways', async ({ page, post, search }) => {
    await search.open('?q=jekyll');
    await expect(search.results.first()).toBeVisible();
    expect(await search.overflow()).toBeLessThanOrEqual(0);
    await post.open('code');
    await page.keyboard.press('/');
    await search.input.fill('jekyll');
    await expect(search.results.first()).toBeVisible();
    expect(await search.overflow()).toBeLessThanOrEqual(0);
    expect(await search.overflow('dialog')).toBeLessThanOrEqual(0);
  });

  test('arrow keys go through the results, and Close stays within reach', async ({
    page,
    post,
    search,
  }) => {
    await post.open('code');
    await page.keyboard.press('/');
    await search.input.fill('post');
    await expect(search.results).toHaveCount(8);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(search.links.nth(1)).toBeFocused();
    for (let i = 2; i < 8; i++) await page.keyboard.press('ArrowDown');
    await expect(search.links.last()).toBeFocused();
    const close = search.dialog.getByRole('button', { name: 'Close' });
    await expect(close).toBeInViewport({ ratio: 1 });
    for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowUp');
    await expect(search.input).toBeFocused();
    await close.click();
    await expect(search.dialog).toBeHidden();
  });

  test('a misspelt word finds those that begin like it', async ({ search }) => {
    await search.open('?q=publsh');
    await expect(search.status).toHaveText(/^Nothing has just these words/);
    await expect(search.result('Drafts and schedules')).toBeVisible();
  });

  test('code finds its post, and is no part of what a result says', async ({ search }) => {
    await search.open('?q=lines.entries');
    const result = search.results.filter({ hasText: 'Every element' });
    await expect(result).toBeVisible();
    await expect(result.locator('p')).not.toContainText('lines.entries');
  });

  test('what is not published is not found', async ({ page, search }) => {
    await search.open('?q=leadership');
    await expect(search.status).toHaveText(/./);
    await expect(page.locator('.search ol')).not.toContainText(/nobody tells you|review/i);
  });

  test('the / key writes a / where text is written, and can be taken off the search', async ({
    page,
    post,
    search,
    isMobile,
  }) => {
    test.skip(isMobile, 'A phone has no keys.');
    await post.open('code');
    await page.keyboard.press('/');
    await expect(search.input).toBeFocused();
    await page.keyboard.press('/');
    await expect(search.input).toHaveValue('/');
    await search.dialog.getByRole('checkbox').uncheck();
    await page.reload();
    await page.keyboard.press('/');
    await page.keyboard.press('Control+k');
    await expect(search.input).toHaveValue('');
    await expect(search.dialog.getByRole('checkbox')).not.toBeChecked();
  });
});

test.describe('without JavaScript', () => {
  test.skip(({ javaScriptEnabled }) => javaScriptEnabled !== false);

  test('the search page offers the archive and the tags', async ({ page, search }) => {
    await page.goto('./');
    await page.getByRole('link', { name: 'Search' }).click();
    await expect(page.locator('main noscript p')).toBeVisible();
    await expect(search.input).toBeHidden();
    await expect(page.getByRole('checkbox')).toBeHidden();
    await search.main.getByRole('link', { name: 'Archive' }).click();
    await expect(page).toHaveURL(/\/archives\/$/);
    await search.open();
    await search.main.getByRole('link', { name: 'Tags' }).click();
    await expect(page).toHaveURL(/\/tags\/$/);
  });
});
