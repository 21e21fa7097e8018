import { expect, type Page } from '@playwright/test';
import { test } from './pages.ts';

declare global {
  interface Window {
    violations?: string[];
    ran?: boolean;
  }
}

test.skip(
  ({ isMobile, javaScriptEnabled }) => isMobile || javaScriptEnabled === false,
  'One window with scripts is enough.',
);

/** Every kind of page. */
const PAGES = [
  './',
  './page/2/',
  './posts/every-element/',
  './posts/components-in-a-post/',
  './posts/pictures/',
  './posts/code/',
  './about/',
  './tags/',
  './tags/start/',
  './categories/',
  './categories/manual/',
  './archives/',
  './archives/2026/',
  './search/?q=permalink',
  './404.html',
];

async function watchViolations(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      window.violations?.push(`${violatedDirective}: ${blockedURI}`);
    });
  });
  return () => page.evaluate(() => window.violations ?? []);
}

for (const address of PAGES) {
  test(`nothing of ${address} is against its policy`, async ({ page }) => {
    const violations = await watchViolations(page);
    await page.goto(address, { waitUntil: 'networkidle' });
    // What waits until a reader comes near: diagrams.
    const diagrams = page.locator('.prose code.language-mermaid');
    if ((await diagrams.count()) > 0) {
      await diagrams.first().scrollIntoViewIfNeeded();
      await expect(page.locator('.diagram svg').first()).toBeVisible({ timeout: 20_000 });
    }
    expect(await violations()).toEqual([]);
    const policy = page.locator('meta[http-equiv="content-security-policy"]');
    await expect(policy).toHaveAttribute('content', /script-src 'self' [^;]*'sha256-/);
  });
}

test('the search works under it', async ({ page, search }) => {
  const violations = await watchViolations(page);
  await page.goto('./posts/code/');
  await page.keyboard.press('/');
  await search.input.fill('permalink');
  await expect(search.results.first()).toBeVisible();
  expect(await violations()).toEqual([]);
});

test('a script that somebody has put into a page does not run', async ({ page }) => {
  const violations = await watchViolations(page);
  await page.goto('./');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.head.append(script);
    document.body.insertAdjacentHTML('beforeend', '<img src="x:" onerror="window.ran = true">');
  });
  await expect.poll(async () => (await violations()).length).toBeGreaterThan(1);
  expect(await page.evaluate(() => window.ran)).toBeUndefined();
});
