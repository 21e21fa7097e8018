import { expect } from '@playwright/test';
import sharp from 'sharp';
import { PALETTES } from '../../src/site/theme.ts';
import { test } from './pages.ts';

test.beforeEach(async ({ post }) => {
  await post.open('every-element');
});

test('callouts are the same, however they are written', async ({ page }) => {
  for (const name of ['Note', 'Tip', 'Info', 'Warning', 'Caution', 'Danger']) {
    const callout = page.getByRole('note', { name, exact: true });
    await expect(callout).toHaveClass(new RegExp(`callout-${name.toLowerCase()}`));
  }
  // The label is no text of the post.
  await expect(page.getByRole('note', { name: 'Warning' })).toHaveText('What may go wrong.');
  await expect(page.locator('.callout-title')).toHaveText('With a title of its own');
});

test('tasks have labels', async ({ page }) => {
  await expect(page.getByRole('checkbox', { name: 'Read the proof' })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Mark what is wrong' })).not.toBeChecked();
});

test('formulas are MathML', async ({ post }) => {
  await expect(post.content.locator('math')).toHaveCount(2);
  await expect(post.content.locator('math[display="block"] mfrac').first()).toBeVisible();
});

test('pictures have captions', async ({ post }) => {
  const captions = post.content.locator('figure:has(img) figcaption');
  await expect(captions.first()).toContainText('A line in emphasis');
});

test('nothing is asked of another server before the reader does', async ({
  page,
  context,
  post,
}) => {
  const asked: string[] = [];
  await context.route(/youtube/, (route) => {
    asked.push(route.request().url());
    return route.fulfill({ contentType: 'text/html', body: '<h1>A film</h1>' });
  });
  await page.reload();
  const frame = page.frameLocator('.e-content iframe');
  await post.content.locator('iframe').scrollIntoViewIfNeeded();
  await expect(frame.getByRole('link')).toHaveText('Load from www.youtube.com');
  expect(asked).toEqual([]);
  await frame.getByRole('link').click();
  await expect(frame.getByRole('heading')).toHaveText('A film');
  expect(asked).toEqual(['https://www.youtube.com/embed/aqz-KE-bpKQ']);
});

test.describe('with scripts', () => {
  test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false);

  test('a diagram is drawn when the reader comes near', async ({ page }) => {
    await page.locator('#diagrams').scrollIntoViewIfNeeded();
    await expect(page.locator('.diagram svg')).toContainText('Content store', { timeout: 15_000 });
  });

  test('a diagram has the inks and the type of the page, also when they change', async ({
    page,
    site,
  }) => {
    await page.locator('#diagrams').scrollIntoViewIfNeeded();
    const diagram = page.locator('.diagram svg');
    const label = diagram.getByText('Content store').last();
    const ink = () => label.evaluate((text) => getComputedStyle(text).color);
    const paper = () => page.evaluate(() => getComputedStyle(document.body).color);
    await expect(label).toBeVisible({ timeout: 15_000 });
    expect(await ink()).toBe(await paper());
    expect(await label.evaluate((text) => getComputedStyle(text).fontFamily)).toContain(
      'Source Serif 4',
    );
    const light = await paper();
    await site.setColours('Dark');
    expect(await paper()).not.toBe(light);
    await expect.poll(ink).toBe(await paper());
  });

  test('a film that waits stands on the paper that the reader has chosen', async ({
    post,
    site,
  }) => {
    const frame = post.content.locator('iframe');
    for (const [name, { paper }] of [
      ['Light', PALETTES.light],
      ['Dark', PALETTES.dark],
    ] as const) {
      await site.setColours(name);
      await frame.scrollIntoViewIfNeeded();
      await expect(frame.contentFrame().getByRole('link')).toBeVisible();
      const corner = sharp(await frame.screenshot())
        .extract({ left: 20, top: 20, width: 1, height: 1 })
        .removeAlpha();
      expect((await corner.raw().toBuffer()).toString('hex'), name).toBe(paper.slice(1));
    }
  });

  test('a film that waits is announced in the type of the page', async ({ post }) => {
    await post.content.locator('iframe').scrollIntoViewIfNeeded();
    const frame = await (await post.content.locator('iframe').elementHandle())?.contentFrame();
    const fonts = () =>
      frame?.evaluate(() => Array.from(document.fonts, ({ family, status }) => [family, status]));
    await expect.poll(fonts).toEqual([['book', 'loaded']]);
  });

  test('paper has the diagrams that nobody came near', async ({ page }) => {
    await page.addInitScript(() => {
      window.print = () => {
        document.documentElement.dataset['printed'] = String(
          document.querySelectorAll('.diagram svg').length,
        );
      };
    });
    await page.reload();
    await expect(page.locator('.diagram')).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+p');
    await expect(page.locator('html')).toHaveAttribute('data-printed', '1', { timeout: 15_000 });
  });

  test('a footnote shows beside its mark', async ({ page, post }) => {
    const preview = page.locator('.footnote-preview');
    await expect(preview).toBeHidden();
    await post.footnoteMark('pull').focus();
    await expect(preview).toContainText('To pull a proof is to print one copy');
    await expect(preview.getByRole('link')).toHaveCount(0);

    // It stays with its mark when the page scrolls.
    const distance = async () => {
      const [mark, note] = await Promise.all([
        post.footnoteMark('pull').boundingBox(),
        preview.boundingBox(),
      ]);
      return (note?.y ?? 0) - (mark?.y ?? 0);
    };
    const before = await distance();
    const scrolled = await page.evaluate(() => {
      const { scrollY } = window;
      window.scrollBy(0, -400);
      return scrollY - window.scrollY;
    });
    expect(scrolled).toBeGreaterThan(100);
    expect(await distance()).toBeCloseTo(before, 0);

    await page.keyboard.press('Escape');
    await expect(preview).toBeHidden();
  });

  test('a picture is enlarged by the keyboard, and gives the focus back', async ({ page }) => {
    const button = page.getByRole('button', { name: /^Enlarge: A printed proof sheet/ });
    await button.scrollIntoViewIfNeeded();
    await button.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Picture' });
    await expect(dialog.getByRole('img')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(button).toBeFocused();
  });
});

test('without scripts a diagram is what its author wrote', async ({ page, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled !== false);
  await expect(page.locator('pre:has(.language-mermaid)')).toContainText('flowchart LR');
});

test('without scripts a footnote is a link', async ({ page, javaScriptEnabled, post }) => {
  test.skip(javaScriptEnabled !== false);
  await post.footnoteMark('pull').click();
  await expect(page).toHaveURL(/#fn:pull$/);
});
