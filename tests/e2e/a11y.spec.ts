import { readdirSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { HtmlValidate } from 'html-validate';
import { testSites } from '../support/sites.ts';

/** One page of each template, and the one with every element. */
const PAGES = [
  './',
  './page/2/',
  './posts/every-element/',
  './posts/code/',
  './posts/日本語で書く/',
  './posts/components-in-a-post/',
  './about/',
  './tags/',
  './tags/writing/',
  './categories/',
  './archives/',
  './archives/2026/',
  './search/',
  './404.html',
];

test.describe('axe', () => {
  // It is a script itself.
  test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false);

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const address of PAGES) {
      test(`finds nothing on ${address} in ${colorScheme}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        await page.goto(address);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`)),
        ).toEqual([]);
      });
    }
  }
});

test('focus is always visible', async ({ page, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled === false);
  await page.goto('./posts/every-element/');
  const count = await page.locator('a:visible, button:visible, [tabindex="0"]:visible').count();
  for (let i = 0; i < count; i++) {
    await page.keyboard.press('Tab');
    const shown = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body || focused.tagName === 'IFRAME') return true;
      const { outlineStyle, outlineWidth, clipPath } = getComputedStyle(focused);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1 && clipPath === 'none';
    });
    expect(shown, `stop ${i + 1}`).toBe(true);
  }
});

test('every page is valid HTML', async () => {
  test.skip(test.info().project.name !== 'desktop');
  const { outDir } = testSites.root;
  const validator = new HtmlValidate({ extends: ['html-validate:standard'] });
  const pages = readdirSync(outDir, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.html'),
  );
  expect(pages.length).toBeGreaterThan(30);
  const mistakes: string[] = [];
  for (const page of pages) {
    const { results } = await validator.validateFile(path.join(outDir, page));
    for (const { messages } of results) {
      mistakes.push(...messages.map(({ line, message }) => `${page}:${line} ${message}`));
    }
  }
  expect(mistakes).toEqual([]);
});
