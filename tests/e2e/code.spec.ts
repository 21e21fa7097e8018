import { expect, test } from '@playwright/test';

test.beforeEach(async ({ page }) => {
  await page.goto('./posts/every-element/');
});

test('titles, numbers and marks of a block', async ({ page }) => {
  const block = page.getByRole('figure', { name: 'src/proof.ts' });
  await expect(block.locator('.line')).toHaveCount(9);
  await expect(block.locator('.marked')).toHaveCount(3);
  const number = await block
    .locator('.line')
    .nth(4)
    .evaluate((line) => getComputedStyle(line, '::before').content);
  expect(number).toContain('counter(line)');
  // Numbers are no text.
  const text = await block.locator('code').textContent();
  expect(text?.split('\n')[7]).toBe('  return marks;');
});

test('a comparison', async ({ page }) => {
  const ins = page.locator('.line.ins', { hasText: 'height' });
  await expect(ins).toHaveText('+export const height = 44;');
  await expect(ins.locator('.k').first()).toHaveText('export');
  await expect(page.locator('.line.del', { hasText: 'height' })).toHaveCount(1);
});

test('a terminal, and lines that wrap', async ({ page }) => {
  await expect(page.locator('.terminal pre')).toContainText('npm run dev');
  const wrapped = page.locator('pre.wrap');
  expect(await wrapped.evaluate((pre) => pre.scrollWidth - pre.clientWidth)).toBeLessThanOrEqual(0);
});

test('the button copies the code alone, of a comparison what it came to', async ({
  page,
  context,
  javaScriptEnabled,
}) => {
  test.skip(javaScriptEnabled === false);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const comparison = page.locator('.code', { hasText: 'height' });
  const button = comparison.getByRole('button');
  await expect(button).toHaveAccessibleName('Copy');
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(button).toHaveAccessibleName('Copied');
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  expect(await copied()).toBe('export const width = 31;\nexport const height = 44;');

  // A patch is copied with its signs.
  await comparison.locator('pre').evaluate((pre) => (pre.dataset['language'] = 'diff'));
  await button.click();
  await expect.poll(copied).toContain('-export const height = 40;\n+export const height = 44;');
});
