import { expect, test, type BrowserContext } from '@playwright/test';
import { buildProject } from '../support/project.ts';
import { serveFolder } from '../support/serve.ts';

const SITE = 'https://blog.example';
const POST = `${SITE}/posts/talk/`;

/** The frame of a provider: it shows the last thing that the page told it. */
const FRAME = `<!doctype html><p>nothing</p><script>
  onmessage = ({ data }) => { document.querySelector('p').textContent = JSON.stringify(data); };
</script>`;

/** A provider's script, for the tests: it shows the settings that it was given, and a frame. */
const SCRIPT = `(() => {
  const script = document.currentScript;
  const settings = document.createElement('pre');
  settings.textContent = [...script.attributes].map(({ name, value }) => name + '=' + value).join('\\n');
  if (window.disqus_config) {
    const config = { page: {} };
    window.disqus_config.call(config);
    settings.textContent += JSON.stringify(config);
    window.DISQUS = { reset: () => { settings.textContent += ' reset'; } };
  }
  const frame = document.createElement('iframe');
  frame.src = new URL('/frame', script.src).href;
  script.after(settings, frame);
})();`;

const PROVIDERS = [
  {
    name: 'giscus',
    settings: `{ provider: 'giscus', repo: 'owner/name', repoId: 'R_1', category: 'Comments', categoryId: 'DIC_1' }`,
    script: 'https://giscus.app/client.js',
    says: [/data-repo=owner\/name/, /data-category-id=DIC_1/, /data-theme=light/, /data-lang=en/],
  },
  {
    name: 'utterances',
    settings: `{ provider: 'utterances', repo: 'owner/name', label: 'comment' }`,
    script: 'https://utteranc.es/client.js',
    says: [/repo=owner\/name/, /issue-term=pathname/, /label=comment/, /theme=github-light/],
  },
  {
    name: 'disqus',
    settings: `{ provider: 'disqus', shortname: 'my-blog' }`,
    script: 'https://my-blog.disqus.com/embed.js',
    says: [/"url":"https:\/\/blog\.example\/posts\/talk\/"/, /"title":"Talk"/],
  },
];

// Each test builds a site of its own.
test.describe.configure({ timeout: 120_000 });
test.skip(
  ({ isMobile, javaScriptEnabled, baseURL }) =>
    isMobile || javaScriptEnabled === false || new URL(baseURL ?? '').pathname !== '/',
  'The tests open browsers of their own, so one project is enough.',
);

for (const { name, settings, script, says } of PROVIDERS) {
  test(`${name} is asked for nothing before the reader wants to see comments`, async ({
    browser,
  }) => {
    const site = buildProject(`comments-${name}`, {
      'src/site.config.ts': `import { defineSite } from './site/define.ts';
        export default defineSite({ url: '${SITE}', title: 'Blog', author: { name: 'A' }, comments: ${settings} });`,
      'src/content/posts/2026-01-01-talk.md':
        '---\ntitle: Talk\ncomments: true\n---\n\nSay something.\n',
      'src/content/posts/2026-01-02-quiet.md': '---\ntitle: Quiet\n---\n\nSay nothing.\n',
    });
    const context = await browser.newContext({ colorScheme: 'light' });
    const foreign = await serve(context, site);
    const page = await context.newPage();

    await page.goto(`${SITE}/posts/quiet/`);
    await expect(page.locator('#Page-comments')).toHaveCount(0);
    await page.goto(POST, { waitUntil: 'networkidle' });
    const comments = page.getByRole('region', { name: 'Comments' });
    await expect(comments).toContainText(new URL(script).hostname.split('.').slice(-2).join('.'));
    await comments.scrollIntoViewIfNeeded();
    expect(foreign).toEqual([]);

    const button = comments.getByRole('button', { name: 'Show comments' });
    await context.route(`${new URL(script).origin}/**`, (route) => route.abort(), { times: 1 });
    await button.press('Enter');
    await expect(comments.getByRole('alert')).toContainText('could not be loaded');
    await expect(button).toBeFocused();

    await button.press('Enter');
    await expect(comments.getByRole('alert')).toHaveCount(0);
    const shown = comments.locator('pre');
    for (const setting of says) await expect(shown).toContainText(setting);
    expect(foreign[0]?.split('?')[0]).toBe(script);
    await expect(comments.getByRole('button')).toHaveCount(0);

    const frame = comments.frameLocator('iframe').locator('p');
    await expect(frame).toHaveText('nothing');
    const colours = page.getByRole('button', { name: 'Colours' });
    await colours.click();
    await colours.click();
    if (name === 'disqus') await expect(shown).toContainText('reset');
    else await expect(frame).toContainText('dark');

    const withoutScript = await browser.newContext({ javaScriptEnabled: false });
    await serve(withoutScript, site);
    const plain = await withoutScript.newPage();
    await plain.goto(POST);
    await expect(plain.locator('#Page-comments')).toBeVisible();
    await expect(plain.locator('#Page-comments button')).toBeHidden();
    await expect(plain.locator('#Page-comments noscript p')).toBeVisible();
    await Promise.all([context.close(), withoutScript.close()]);
  });
}

/** Serves the site and the providers to a browser. @returns the addresses elsewhere that it asks for */
async function serve(context: BrowserContext, folder: string): Promise<string[]> {
  const foreign: string[] = [];
  await context.route('**/*', (route) => {
    const { href, pathname } = new URL(route.request().url());
    foreign.push(href);
    return pathname === '/frame'
      ? route.fulfill({ contentType: 'text/html', body: FRAME })
      : route.fulfill({
          contentType: 'text/javascript',
          body: SCRIPT,
          headers: { 'access-control-allow-origin': '*' },
        });
  });
  await serveFolder(context, SITE, folder);
  return foreign;
}
