import { expect } from '@playwright/test';
import { PALETTES } from '../../src/site/theme.ts';
import { test } from './pages.ts';

test.beforeEach(async ({ post }) => {
  await post.open('every-element');
});

test('a post says when it was written and changed, by whom, and how long it is', async ({
  post,
}) => {
  await expect(post.published).toHaveText('April 6, 2026');
  await expect(post.updated).toHaveText('April 20, 2026');
  await expect(post.author).toHaveText('The Galley authors');
  await expect(post.main.locator('.byline')).toContainText('min read');
});

test('a post leads to the other parts of its series and to related posts', async ({
  page,
  post,
}) => {
  const series = page.getByRole('navigation', { name: 'Series: The look of a post' });
  await expect(series.getByRole('link')).toHaveText(['Pictures', 'Code in posts', 'Every element']);
  await expect(series.locator('[aria-current]')).toHaveText('Every element');
  await expect(post.related.getByRole('link')).toHaveCount(3);
});

test('a post ends with what to go on with', async ({ page, post }) => {
  await post.open('code');
  const next = page.getByRole('navigation', { name: 'Posts before and after' });
  await expect(next.getByRole('link')).toHaveText(['Moving from Jekyll', 'Pictures']);
  await expect(next.locator('.summary')).toContainText(/\w{4}/);
  const end = post.main.locator('.post-footer');
  await expect(end.getByRole('link', { name: 'The Galley authors' })).toBeVisible();
  await expect(end.getByRole('link', { name: 'Feed' })).toHaveAttribute('href', /\/feeds\/$/);
  // One block: every part begins at the same line.
  const starts = await end
    .locator('> :visible > :not(.label):visible')
    .evaluateAll((parts) => parts.map((part) => Math.round(part.getBoundingClientRect().left)));
  expect(new Set(starts).size).toBe(1);
});

test('on a wide screen notes stand beside their marks, and nothing lies on another', async ({
  page,
  post,
  isMobile,
}) => {
  test.skip(isMobile);
  await page.setViewportSize({ width: 1440, height: 900 });
  const notes = post.content.locator('.footnotes li');
  for (const [index, name] of ['pull', 'end'].entries()) {
    const mark = await post.footnoteMark(name).boundingBox();
    const note = await notes.nth(index).boundingBox();
    expect((note?.x ?? Infinity) + (note?.width ?? 0)).toBeLessThan(mark?.x ?? 0);
    expect(Math.abs((note?.y ?? Infinity) - (mark?.y ?? 0))).toBeLessThan(150);
  }
  const boxes = await post.content
    .locator('> *:not(.footnotes), .footnotes li')
    .evaluateAll((parts) =>
      parts
        .map((part) => part.getBoundingClientRect())
        .map(({ top, left, right, bottom }) => ({ top, left, right, bottom })),
    );
  for (const [index, a] of boxes.entries()) {
    for (const b of boxes.slice(index + 1)) {
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      expect.soft(across > 1 && down > 1, JSON.stringify([a, b])).toBe(false);
    }
  }
  // What is wider than the text takes the margin before it, and no more.
  const text = await post.content.boundingBox();
  const wide = await post.content.locator('> .wide').first().boundingBox();
  expect(wide?.x).toBeLessThan((text?.x ?? 0) - 100);
  expect((wide?.x ?? 0) + (wide?.width ?? 0)).toBeCloseTo((text?.x ?? 0) + (text?.width ?? 0), 0);
  expect(await post.overflow()).toBeLessThanOrEqual(0);

  await page.emulateMedia({ media: 'print' });
  const last = await post.content.locator('> p').last().boundingBox();
  expect((await notes.first().boundingBox())?.y).toBeGreaterThan(last?.y ?? Infinity);
});

test('what a reader wants to know first stands beside the title, above the cover', async ({
  page,
  post,
}) => {
  for (const width of [360, 768, 1024, 1440, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    const cover = await page.locator('.cover').boundingBox();
    for (const part of [post.title, post.published, post.author, page.locator('.byline')]) {
      const box = await part.boundingBox();
      expect
        .soft((box?.y ?? 0) + (box?.height ?? Infinity), `at ${width}`)
        .toBeLessThanOrEqual(cover?.y ?? 0);
    }
  }
});

test('lines hold 60 to 70 characters', async ({ page, post, isMobile }) => {
  test.skip(isMobile, 'A phone has room for fewer.');
  await post.open('threat-model');
  for (const width of [768, 1024, 1440, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    const count = await page.locator('.prose > p').evaluateAll((paragraphs) => {
      const lines: number[] = [];
      for (const paragraph of paragraphs) {
        const height = Number.parseFloat(getComputedStyle(paragraph).lineHeight);
        const count = Math.round(paragraph.getBoundingClientRect().height / height);
        // The last line of a paragraph is as long as it happens to be.
        if (count > 2) lines.push((paragraph.textContent ?? '').length / (count - 0.5));
      }
      return lines.reduce((sum, length) => sum + length, 0) / lines.length;
    });
    expect.soft(count, `at ${width}`).toBeGreaterThanOrEqual(60);
    expect.soft(count, `at ${width}`).toBeLessThanOrEqual(70);
  }
});

test('a heading links to itself', async ({ page }) => {
  const heading = page.getByRole('heading', { name: 'Tables', exact: true });
  await heading.getByRole('link').click();
  await expect(page).toHaveURL(/#tables$/);
});

test('the heading and the note that one arrives at are marked', async ({ page, post }) => {
  const heading = page.getByRole('heading', { name: 'Tables', exact: true });
  const note = post.content.locator('.footnotes li').first();
  for (const [place, marked] of [
    [heading, 'text-decoration-line'],
    [note, 'outline-style'],
  ] as const) {
    const mark = () =>
      place.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), marked);
    expect(await mark()).toBe('none');
    const id = await place.getAttribute('id');
    await page.goto(`./posts/every-element/#${id}`);
    expect(await mark()).not.toBe('none');
  }
});

test('the skip link comes first and leads to the text', async ({ page }) => {
  await page.keyboard.press('Tab');
  const skip = page.locator(':focus');
  await expect(skip).toHaveText('Skip to content');
  await expect(skip).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#Page-main$/);
});

test('the keyboard reaches what can be scrolled', async ({ page, post }) => {
  await expect(page.getByRole('group', { name: 'Table' })).toHaveAttribute('tabindex', '0');
  for (const block of await post.code.all()) {
    await expect(block).toHaveAttribute('tabindex', '0');
  }
});

test('from right to left nothing leaves the page', async ({ page, post }) => {
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  expect(await post.overflow()).toBeLessThanOrEqual(0);
});

test('on paper there is the text alone, and links say where they lead', async ({ page, post }) => {
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.neighbours')).toBeHidden();
  const starts = [page.locator('.masthead-title'), post.title].map((part) => part.boundingBox());
  const [name, title] = await Promise.all(starts);
  expect(name?.x).toBe(title?.x);
  await expect(post.related).toBeHidden();
  // A grid would be torn between pages, and its rows lie on each other.
  for (const part of ['main', '.post', '.post-footer']) {
    await expect(page.locator(part)).toHaveCSS('display', 'block');
  }
  // Paper does not scroll.
  await page.setViewportSize({ width: 642, height: 900 });
  expect(await post.overflow('.prose .table')).toBeLessThanOrEqual(0);
  const after = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(await after('.e-content a.bare')).toBe('none');
});

test('the interface speaks the language of the post', async ({ page, post }) => {
  await post.open('日本語で書く');
  await expect(page.locator('.skip')).toHaveText('本文へ移動');
  // Its script has more room between the lines, and no slanted letters.
  const style = await post.content
    .locator('p')
    .first()
    .evaluate((text) => {
      const { lineHeight, fontSize, fontSynthesisStyle } = getComputedStyle(text);
      return [Number.parseFloat(lineHeight) / Number.parseFloat(fontSize), fontSynthesisStyle];
    });
  expect(style).toEqual([expect.closeTo(1.8), 'none']);
  await expect(page.getByRole('navigation', { name: '関連記事' })).toBeVisible();
  // What is said in another language says so.
  const [description, next] = [page.locator('.writer span'), page.locator('.neighbours a').first()];
  for (const part of [description, next]) await expect(part).toHaveAttribute('lang', 'en');
});

test.describe('with scripts', () => {
  test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false);

  test('the chosen colours are remembered', async ({ page, site }) => {
    const paper = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await paper();
    await site.setColours('Dark');
    const dark = await paper();
    expect(dark).not.toBe(light);
    await page.reload();
    expect(await paper()).toBe(dark);
    // The window of the browser is of the same paper.
    const frame = page.locator('meta[name=theme-color][media=all]');
    await expect(frame).toHaveAttribute('content', PALETTES.dark.paper);
    await site.setColours('As the system');
    expect(await paper()).toBe(light);
  });

  test('the table of contents marks what is being read', async ({ page, isMobile }) => {
    if (isMobile) await page.getByText('Contents', { exact: true }).click();
    const toc = page.getByRole('navigation', { name: 'Contents' });
    await page.locator('#code').evaluate((heading) => heading.scrollIntoView());
    await expect(toc.locator('[aria-current]')).toHaveText('Code');
    await page.locator('#pictures').evaluate((heading) => heading.scrollIntoView());
    await expect(toc.locator('[aria-current]')).toHaveText('Pictures');
  });

  test('the link to a post can be copied', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect(page.locator('.share button').first()).toHaveText('Copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /^https:\/\/galley\.example\/.*posts\/every-element\/$/,
    );
  });
});

test('without scripts no button is shown that needs one', async ({ page, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled !== false);
  await expect(page.locator('main button:visible')).toHaveCount(0);
  await expect(page.locator('.theme')).toBeHidden();
});
