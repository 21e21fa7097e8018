import { readdirSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
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
  './feeds/',
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

/** Contrasts of all that is written on a page, the least first. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrasts(page: Page): Promise<{ ratio: number; text: string; isText: boolean }[]> {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const pixel = (color: string): number[] => {
      canvas?.clearRect(0, 0, 1, 1);
      if (canvas) canvas.fillStyle = color;
      canvas?.fillRect(0, 0, 1, 1);
      return [...(canvas?.getImageData(0, 0, 1, 1).data ?? [])];
    };
    const luminance = (parts: number[]): number => {
      const [r = 0, g = 0, b = 0] = parts.map((part) =>
        part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ground = (element: Element | null): number[] => {
      const color = pixel(getComputedStyle(element ?? document.documentElement).backgroundColor);
      return color[3] === 255 || !element ? color : ground(element.parentElement);
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: { ratio: number; text: string; isText: boolean }[] = [];
    while (texts.nextNode()) {
      const text = texts.currentNode.nodeValue?.trim();
      const parent = texts.currentNode.parentElement;
      if (!text || !parent?.checkVisibility() || parent.closest('svg, option')) continue;
      const both = [pixel(getComputedStyle(parent).color), ground(parent)].map(luminance);
      const ratio = (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
      // Signs are red, and so is what stands apart from the texts; code has inks of its own.
      const isText = !parent.closest('pre, [role="doc-noteref"], .terms-index h2');
      found.push({ ratio, text, isText });
    }
    return found.toSorted((a, b) => a.ratio - b.ratio);
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`what is written can be read in ${colorScheme}: code and signs as AA asks, text as AAA does`, async ({
    page,
  }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    for (const address of [...PAGES, './search/?q=permalink']) {
      await page.goto(address);
      const all = await contrasts(page);
      expect(all.length).toBeGreaterThan(5);
      const hard = all.filter(({ ratio, isText }) => ratio < (isText ? 7 : 4.5));
      expect.soft(hard, address).toEqual([]);
    }
  });
}

test('a finger finds what it is for', async ({ page, isMobile }) => {
  test.skip(!isMobile);
  test.slow();
  for (const address of [...PAGES, './search/?q=permalink']) {
    await page.goto(address);
    const small = await page
      .locator('a, button, summary, select, input:enabled')
      .evaluateAll((targets) =>
        targets
          // Links in sentences are as large as their words. https://www.w3.org/TR/WCAG22/#target-size-enhanced
          .filter((target) => !target.closest('.prose :is(p, li, td, dd), .lead, .writer p + p'))
          .filter((target) => target.checkVisibility())
          .map((target) => ({ box: target.getBoundingClientRect(), html: target.outerHTML }))
          .filter(({ box }) => Math.min(box.width, box.height) < 43.9)
          .map(({ box, html }) => `${box.width} × ${box.height}: ${html.slice(0, 80)}`),
      );
    expect.soft(small, address).toEqual([]);
  }
});

test.describe('with scripts', () => {
  test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'Only a script can tell.');

  test('nothing moves for readers who ask for that', async ({ page }) => {
    await page.addInitScript(() => {
      addEventListener('pagereveal', (event) => {
        document.documentElement.dataset['moves'] = String(event.viewTransition !== null);
      });
    });
    for (const reducedMotion of ['no-preference', 'reduce'] as const) {
      await page.emulateMedia({ reducedMotion });
      await page.goto('./posts/every-element/');
      await page.locator('.post-footer').getByRole('link', { name: 'Writing a post' }).click();
      await expect(page).toHaveTitle(/Writing a post/);
      const html = page.locator('html');
      await expect(html).toHaveAttribute('data-moves', String(reducedMotion !== 'reduce'));
    }
    const moving = await page.locator('*').evaluateAll((elements) =>
      elements
        .map((element) => getComputedStyle(element))
        .filter(
          ({ animationName, transitionDuration, scrollBehavior }) =>
            animationName !== 'none' || transitionDuration !== '0s' || scrollBehavior === 'smooth',
        )
        .map(({ animationName }) => animationName),
    );
    expect(moving).toEqual([]);
  });

  test('what backgrounds say is said without them, in the colours of the reader', async ({
    page,
  }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto('./posts/every-element/');
    // The colours are chosen already.
    await expect(page.locator('.theme')).toBeHidden();
    const style = (selector: string, name: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), name);
    for (const framed of ['.prose pre', '.callout', '.line.marked']) {
      expect.soft(await style(framed, 'border-inline-start-style'), framed).toBe('solid');
    }
    expect(await style('.prose p a', 'text-decoration-line')).toBe('underline');
    expect(await style('.prose :checked', 'appearance')).not.toBe('none');
    await page.keyboard.press('Tab');
    expect(await style(':focus', 'outline-style')).toBe('solid');
  });
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
