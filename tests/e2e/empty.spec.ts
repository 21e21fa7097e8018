import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { filesBelow } from '../../src/lib/files.ts';
import { buildProject } from '../support/project.ts';
import { serveFolder } from '../support/serve.ts';

const SITE = 'https://blog.example';
const WIDTHS = [360, 720, 1100, 1440];

test.describe.configure({ timeout: 120_000 });
test.skip(
  ({ isMobile, javaScriptEnabled, baseURL }) =>
    isMobile || javaScriptEnabled === false || new URL(baseURL ?? '').pathname !== '/',
  'The test opens a browser of its own, so one project is enough.',
);

test('a blog of drafts alone says that nothing is published, in its column of text', async ({
  browser,
}) => {
  const site = buildProject('empty', {
    'src/site.config.ts': `import { defineSite } from './site/define.ts';
      export default defineSite({ url: '${SITE}', title: 'Blog', author: { name: 'A' }, logo: '/none.svg', theme: { type: 'system', paper: { light: '#fffefc', dark: '#101418' } } });`,
    'src/custom/Head.astro': `<script is:inline>document.documentElement.dataset.own = 'ran';</script>
<script is:inline src="https://stats.example/count.js"></script>`,
    'src/custom/styles.css': '.masthead { letter-spacing: 2px; }',
    'src/content/posts/2026-01-01-idea.md':
      '---\ntitle: Idea\ndraft: true\ntags: [a]\n---\n\nOne.\n',
  });
  // In the type of its readers: no font is sent.
  expect(filesBelow(site).filter((file) => file.endsWith('.woff2'))).toEqual([]);
  expect(readFileSync(`${site}/index.html`, 'utf8')).not.toContain('preload');
  const context = await browser.newContext();
  await serveFolder(context, SITE, site);
  const page = await context.newPage();
  for (const path of ['/', '/tags/', '/categories/', '/archives/', '/search/']) {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(SITE + path);
      const note = page.getByText('Nothing has been published yet.');
      await expect(note).toHaveCount(1);
      const box = await note.boundingBox();
      const column = await page.locator('.page-header > h1').boundingBox();
      expect.soft(box?.width, `${path} at ${width}`).toBeGreaterThan(300);
      if (path !== '/') expect.soft(box?.x, `${path} at ${width}`).toBe(column?.x);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect.soft(overflow, `${path} at ${width}`).toBeLessThanOrEqual(0);
    }
    // A logo that is not there is a warning, and no broken picture.
    await expect(page.locator('.masthead img')).toHaveCount(0);
    // There is nothing to be found.
    await expect(page.getByRole('link', { name: 'Search' })).toHaveCount(0);
    await expect(page.getByRole('searchbox')).toHaveCount(0);
  }
  // What its owner has chosen and added is there: scripts, also from elsewhere, styles, colours.
  await context.route('https://stats.example/**', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'document.title = "counted"' }),
  );
  for (const [colorScheme, paper] of [
    ['light', 'rgb(255, 254, 252)'],
    ['dark', 'rgb(16, 20, 24)'],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(SITE);
    await expect(page.locator('html')).toHaveCSS('background-color', paper);
  }
  await expect(page.locator('html')).toHaveAttribute('data-own', 'ran');
  await expect(page).toHaveTitle('counted');
  await expect(page.locator('.masthead')).toHaveCSS('letter-spacing', '2px');
  await context.close();
});
