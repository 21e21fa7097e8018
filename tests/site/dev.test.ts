import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { chromium, expect as expectPage, type Browser, type Page } from '@playwright/test';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { browserPath } from '../support/browser.ts';
import { post, Project } from './project.ts';

const TEA = post('2026-01-01-tea.md');
const CHART = post('2026-01-02-chart.mdx');
const ABOUT = 'src/content/pages/about.md';
const NOTE = 'src/liquid/includes/note.html';
const FILES = {
  [TEA]: '---\ntitle: Tea\n---\nBoil it.\n\n{% include note.html %}\n',
  [CHART]: '---\ntitle: Chart\n---\nText.\n',
  [post('2026-01-03-idea.md')]: '---\ntitle: Idea\ndraft: true\n---\nText.\n',
  [ABOUT]: '---\ntitle: About\n---\nWe are here.\n',
  [NOTE]: 'A first note.\n',
};

const PICTURE = await sharp({
  create: { width: 40, height: 30, channels: 3, background: '#963' },
})
  .png()
  .toBuffer();

/** A dev server and what it has said. */
class DevServer {
  log = '';
  readonly address: string;
  readonly #process: ChildProcess;
  readonly #listeners = new Set<() => void>();

  constructor(root: string, port: number) {
    this.address = `http://127.0.0.1:${port}`;
    this.#process = spawn(
      'node_modules/.bin/astro',
      ['dev', '--host', '127.0.0.1', '--port', String(port)],
      {
        cwd: root,
        env: {
          ...process.env,
          NODE_ENV: '',
          NO_COLOR: '1',
          ASTRO_TELEMETRY_DISABLED: '1',
          // Astro serves no pages where it sees this.
          VITEST: undefined,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.on('data', (text) => {
        this.log += String(text);
        for (const listener of this.#listeners) listener();
      });
    }
  }

  /** Waits until the server has said something, from a place in its log on. */
  says(text: string | RegExp, from = 0): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        const said = this.log.slice(from);
        if (typeof text === 'string' ? !said.includes(text) : !text.test(said)) return;
        this.#listeners.delete(look);
        resolve();
      };
      this.#listeners.add(look);
      look();
    });
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.#process.on('exit', () => resolve());
      this.#process.kill();
    });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

let project: Project;
let server: DevServer;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  project = new Project(FILES);
  server = new DevServer(project.root, await freePort());
  const executablePath = browserPath();
  browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  await server.says('watching for file changes');
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  project.remove();
});

/** Opens a page in a tab of its own, which no reload of another can disturb. */
/** Resolves when the page would hear of something saved: until then it keeps what it has. */
let listens: Promise<unknown>;

async function open(url: string): Promise<void> {
  page = await browser.newPage();
  listens = page.waitForEvent('console', (message) => message.text() === '[vite] connected.');
  listens.catch(() => {});
  await page.goto(server.address + url, { waitUntil: 'commit' });
}
afterEach(() => page.close());

const heading = () => page.locator('main h1');
const overlay = () => page.locator('vite-error-overlay #message-content');
/** On a busy machine what is saved at once is noticed in more than one go. */
const A_FEW = 4;
const patient = expectPage.configure({ timeout: 30_000 });

describe('the dev server', () => {
  it('says that drafts are shown', async () => {
    expect(server.log).toContain('drafts and scheduled posts are shown');
    await open('/posts/idea/');
    await patient(heading()).toHaveText('Idea');
    await patient(page.locator('.proof')).toContainText('is a draft');
    await patient(page.locator('.proof')).toContainText('(`draft` is true)');
    await open('/');
    await patient(page.locator('.status', { hasText: '(`draft` is true)' })).toBeVisible();
  });

  it('names what is not public, and why', async () => {
    await open('/drafts/');
    await patient(heading()).toHaveText('Drafts');
    const idea = page.locator('main li', { hasText: 'Idea' });
    await patient(idea.locator('a')).toHaveAttribute('href', '/posts/idea/');
    await patient(idea).toContainText(/published|draft/);
  });

  it('tells editors which files are posts and pages', () => {
    const { entries } = JSON.parse(project.text('.astro/collections/collections.json')) as {
      entries: Record<string, string>;
    };
    const named = Object.fromEntries(
      Object.entries(entries).map(([address, collection]) => [
        decodeURI(address.slice(address.indexOf('src/content'))),
        collection,
      ]),
    );
    expect(named).toMatchObject({ [TEA]: 'posts', [CHART]: 'posts', [ABOUT]: 'pages' });
  });

  it.each([
    [
      'the front matter of a post',
      TEA,
      '/posts/tea/',
      '---\ntitle: Tea\npublished: flase\n---\nBoil it.\n',
      [`${TEA}:3`, 'published = "flase": expected true or false'],
    ],
    [
      'Liquid, with the dangerous words of a browser',
      TEA,
      '/posts/tea/',
      '---\ntitle: Tea\n---\nBoil it.\n\n{% document %}\n',
      [`${TEA}:6`, '`document`'],
    ],
    ['MDX', CHART, '/archives/', '---\ntitle: Chart\n---\nText.\n\n<b\n', [`${CHART}:6`, 'MDX']],
    [
      'the front matter of a page',
      ABOUT,
      '/about/',
      '---\ntitle: About\ndraft: perhaps\n---\nWe are here.\n',
      [`${ABOUT}:3`, 'draft = "perhaps"'],
    ],
    [
      'Liquid in a page',
      ABOUT,
      '/about/',
      '---\ntitle: About\n---\n{% nosuch %}\n',
      [`${ABOUT}:4`],
    ],
  ])(
    'tells a mistake in %s over every page, until it is mended',
    async (_kind, file, url, text, says) => {
      const from = server.log.length;
      await open(url);
      await patient(heading()).toBeVisible();
      const title = await heading().textContent();
      await listens;

      project.write({ [file]: text });
      for (const words of says) await patient(overlay()).toContainText(words);
      await server.says(says[0] ?? '', from);
      // The page is what it was, and the others tell it too.
      await page.close();
      await open(url);
      await patient(overlay()).toBeVisible();
      await patient(heading()).toHaveText(title ?? '');
      await page.close();
      await open('/archives/');
      for (const words of says) await patient(overlay()).toContainText(words);
      expect(server.log.slice(from)).not.toMatch(/Browser APIs|^ +at /m);

      project.write({ [file]: FILES[file] ?? '' });
      await patient(overlay()).toHaveCount(0);
      await page.close();
      await open(url);
      await patient(heading()).toHaveText(title ?? '');
      await patient(overlay()).toHaveCount(0);
    },
  );

  it('tells code of MDX that cannot be run on the page that needs it', async () => {
    const text = '---\ntitle: Chart\n---\nText.\n\n{nothing.here}\n';
    const from = server.log.length;
    project.write({ [CHART]: text });
    await server.says('posts loaded', from);
    await open('/posts/chart/');
    // Astro tells it a fifth of a second after it has answered, and only to browsers that listen by then.
    await expectPage(async () => {
      await page.reload();
      await expectPage(overlay()).toContainText(`${CHART}:6`, { timeout: 5000 });
    }).toPass({ timeout: 90_000 });
    await patient(overlay()).toContainText('nothing is not defined');
    project.write({ [CHART]: FILES[CHART] ?? '' });
    await patient(heading()).toHaveText('Chart');
  });

  it('shows a new post with code and a picture, until it is deleted', async () => {
    const cup = post('2026-01-04-cup.mdx');
    const linkToCup = () => page.locator('main a', { hasText: 'Cup' });
    const text = '---\ntitle: Cup\n---\nIt is {6 * 7} years old.\n\n![A cup](cup.png)\n';
    await open('/archives/');
    await patient(heading()).toBeVisible();
    await listens;
    project.write({ [post('cup.png')]: PICTURE, [cup]: text });
    await patient(linkToCup()).toBeVisible();
    await page.close();
    await open('/posts/cup/');
    await patient(page.locator('.e-content')).toContainText('It is 42 years old.');
    const isShown = (image: HTMLImageElement) => image.complete && image.naturalWidth > 0;
    await patient.poll(() => page.locator('.e-content img').evaluate(isShown)).toBe(true);
    await page.close();

    await open('/archives/');
    await patient(linkToCup()).toBeVisible();
    await listens;
    rmSync(path.join(project.root, cup));
    await patient(linkToCup()).toHaveCount(0);
    expect((await fetch(`${server.address}/posts/cup/`)).status).toBe(404);
  });

  it('shows what is saved in src/liquid', async () => {
    await open('/posts/tea/');
    await patient(page.locator('.e-content')).toContainText('A first note.');
    await listens;
    project.write({ [NOTE]: 'A second note.\n' });
    await patient(page.locator('.e-content')).toContainText('A second note.');
  });

  it('says what it has to be started again for', async () => {
    const from = server.log.length;
    project.write({ 'src/custom/markdown.ts': 'export const mdastPlugins = [];\n' });
    await server.says('src/custom/markdown.ts was saved: stop the dev server', from);
    await open('/posts/tea/');
  });

  it('shows what is saved after Astro has begun again', async () => {
    const from = server.log.length;
    const config = project.text('astro.config.mjs');
    project.write({ 'astro.config.mjs': `${config}// Another.\n` });
    await server.says('server restarted', from);
    await open('/posts/tea/');
    await listens;
    project.write({ [NOTE]: 'A third note.\n' });
    await patient(page.locator('.e-content')).toContainText('A third note.');
  });

  it('loads many new files at once, not one by one', async () => {
    const loads = (from: number) => server.log.slice(from).match(/posts loaded/g)?.length;
    const many = Array.from({ length: 1000 }, (_, i) => post(`many/2026-02-01-number-${i}.md`));
    const before = server.log.length;
    project.write(Object.fromEntries(many.map((file) => [file, '---\ntitle: One\n---\nText.\n'])));
    await server.says('1003 posts loaded', before);
    expect(loads(before)).toBeLessThanOrEqual(A_FEW);

    const after = server.log.length;
    project.write({ [TEA]: '---\ntitle: Tea\n---\nCool it.\n' });
    await server.says('1003 posts loaded', after);
    // A page that is just being loaded cannot hear that it should be once more.
    await open('/posts/tea/');
    await expectPage(async () => {
      await page.reload();
      await expectPage(page.locator('.e-content')).toContainText('Cool it.', { timeout: 5000 });
    }).toPass({ timeout: 90_000 });
    expect(loads(after)).toBeLessThanOrEqual(A_FEW);

    const removed = server.log.length;
    rmSync(path.join(project.root, post('many')), { recursive: true });
    await server.says(/\b3 posts loaded/, removed);
    expect(loads(removed)).toBeLessThanOrEqual(A_FEW);
  });
});
