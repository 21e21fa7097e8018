import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath } from '../support/browser.ts';
import { crawl } from '../support/crawl.ts';
import { serveFolder } from '../support/serve.ts';
import { post, Project } from './project.ts';

/** A site that decides everything there is to decide. */
const CONFIG = `import { defineSite } from './site/define.ts';

export default defineSite({
  url: 'https://tides.example',
  title: 'Tides',
  author: { name: 'Jane Doe', bio: 'Counts waves.' },
  theme: {
    type: 'system',
    accent: { light: '#00629b', dark: '#7cc4f2' },
    paper: { light: '#ffffff', dark: '#101418' },
    ink: { light: '#1a1a1a', dark: '#e8e8e8' },
  },
  nav: [
    '/about/',
    'archives',
    { label: 'Feed', url: '/rss.xml' },
    { label: 'Code', url: 'https://code.example/jane' },
  ],
  show: { contents: false, related: false, search: false, themeSwitch: false, socialImages: false },
  logo: '/logo.svg',
  copyright: '© 2019–{year} Jane Doe',
  social: [{ name: 'Mastodon', url: 'https://social.example/@jane', icon: 'mastodon' }],
});
`;

/** One file for every place of `src/custom/`. */
const CUSTOM = {
  'styles.css': '.masthead { letter-spacing: 0.125em; }\n',
  'Head.astro': `---
import type { PageProps } from '../kit/index.ts';
const { title, post } = Astro.props as PageProps;
---
<meta name="verification" content={title} />
{post && <meta name="own" content={String(post.data.own.rating)} />}
<script is:inline>document.documentElement.dataset.own = 'ran';</script>
<script is:inline defer src="https://stats.example/count.js"></script>
<link rel="preconnect" href="https://api.example" />
`,
  'Header.astro': '<div class="own-header"><slot /><p>Fresh every tide</p></div>\n',
  'Footer.astro': `---
import { site, withBase } from '../kit/index.ts';
---
<div class="own-footer"><slot />Made by {site.author.name}, <a href={withBase('/about/')}>who writes here</a></div>
`,
  'Home.astro': `---
import { getPosts, PostList } from '../kit/index.ts';
const posts = await getPosts();
---
<section class="own-home"><p>{posts.length} posts</p><slot /></section>
<PostList posts={posts.slice(0, 1)} lang="en" />
`,
  'BeforePost.astro': `---
import type { PageProps } from '../kit/index.ts';
const { post } = Astro.props as PageProps;
---
<p class="own-before">Rated {post?.data.own.rating} of 5</p>
`,
  'AfterPost.astro': '<p class="own-after">Write to me.</p>\n',
  'mdx/Tide.astro': '<strong class="own-tide">{Astro.props.of} <slot /></strong>\n',
  'schema.ts': `import { z } from 'zod';

export const posts = z.object({ rating: z.number().min(1).max(5).default(3) });
export const pages = z.object({ portrait: z.string().optional() });
`,
  'markdown.ts': `import type { HastPluginDefinition } from 'satteri';

const marked: HastPluginDefinition = {
  name: 'marked',
  element: [
    {
      filter: ['blockquote'],
      visit(node, context) {
        context.setProperty(node, 'className', ['own-quote']);
      },
    },
  ],
};
export const hastPlugins = [marked];
`,
};

const text = (title: string, keys: string) =>
  `---\ntitle: ${title}\ntags: [sea]\n${keys}---\nOne.\n\n## A\n\n## B\n\n## C\n\nTwo.\n`;

let project: Project;
let said = '';
beforeAll(async () => {
  project = new Project({
    'src/site.config.ts': CONFIG,
    'src/content/pages/about.md': '---\ntitle: Who writes here\n---\nJane.\n',
    'public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
    'public/logo.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><path d="M0 0h30v20z"/></svg>',
    ...Object.fromEntries(
      Object.entries(CUSTOM).map(([file, code]) => [`src/custom/${file}`, code]),
    ),
    [post('2026-01-01-ebb.md')]: text('Ebb', 'rating: 5\n'),
    [post('2026-01-03-spring.mdx')]:
      '---\ntitle: Spring\nrating: 9\n---\n<Tide of="High">at noon</Tide>\n\n> Quoted.\n',
    [post('2026-01-04-secret.md')]:
      '---\ntitle: A dam in the estuary\ndraft: true\nrating: none of your business\n---\nNo.\n',
    [post('2026-01-02-flow.md')]: text('Flow', 'share: false\nread_time: false\n'),
  });
  const { succeeded, log } = await project.build();
  expect(succeeded, log).toBe(true);
  said = log;
});
afterAll(() => project.remove());

const page = (path: string) => project.text(`dist/${path}index.html`);

describe('what an owner decides', () => {
  it('the header has the entries that are named, in their order, and no others', () => {
    const [header = ''] = /<header[^]*?<\/header>/.exec(page('')) ?? [];
    const links = [...header.matchAll(/<a href="([^"]*)"[^>]*>\s*([^<]*?)\s*<\/a>/g)];
    expect(links.map(([, to, label]) => [to, label])).toEqual([
      ['/about/', 'Who writes here'],
      ['/archives/', 'Archive'],
      ['/rss.xml', 'Feed'],
      ['https://code.example/jane', 'Code'],
    ]);
    expect(header).toMatch(/<img src="\/logo\.svg" alt width="30" height="20">\s*Tides/);
    expect(header).not.toContain('<button type="button" class="theme"');
  });

  it('a post ends with its author and a line about them', () => {
    const [writer = ''] =
      /<div class="writer"[^]*?<\/div>\s*<\/div>/.exec(page('posts/ebb/')) ?? [];
    expect(writer).toMatch(/Jane Doe[^]*Counts waves\.[^]*href="\/feeds\/"/);
  });

  it('the foot has the copyright with the year of the build, and the icon with its name', () => {
    const [foot = ''] = /<footer class="colophon"[^]*?<\/footer>/.exec(page('')) ?? [];
    expect(foot).toContain('© 2019–2026 Jane Doe');
    expect(foot).toMatch(/<a rel="me"[^>]*>\s*<svg class="icon"[^]*<path[^]*Mastodon<\/span>/);
  });

  it('what is not to be shown is nowhere', () => {
    const files = project.files().map(([file]) => file);
    expect(files.filter((file) => /^(?:search|pagefind)\//.test(file))).toEqual([]);
    expect(files.filter((file) => file.startsWith('social/'))).toEqual([]);
    const ebb = page('posts/ebb/');
    expect(ebb).not.toMatch(/class="(?:toc|related)"|og:image|galley-theme/);
    expect(ebb).toContain('Copy link');
    expect(ebb).toContain('1 min');
    const flow = page('posts/flow/');
    expect(flow).not.toMatch(/Copy link|class="share"|1 min/);
    expect(page('')).toMatch(/1 min/);
  });

  it('colours are those that are chosen, but for readers who ask for more contrast', () => {
    const css = project
      .files()
      .filter(([file]) => /\.(?:css|html)$/.test(file))
      .map(([, bytes]) => bytes.toString())
      .join('\n');
    expect(css).toMatch(/@media not \(prefers-contrast:\s*more\)/);
    expect(css).toMatch(/--accent:\s*light-dark\(#00629b,\s*#7cc4f2\)/);
  });

  it('every link leads somewhere', () => {
    expect(crawl(`${project.root}/dist`, 'https://tides.example/').broken).toEqual([]);
  });
});

it('a browser shows it so, by day and by night', async () => {
  const executablePath = browserPath();
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  for (const [colorScheme, paper, accent] of [
    ['light', 'rgb(255, 255, 255)', 'rgb(0, 98, 155)'],
    ['dark', 'rgb(16, 20, 24)', 'rgb(124, 196, 242)'],
  ] as const) {
    const context = await browser.newContext({
      colorScheme,
      viewport: { width: 1280, height: 900 },
    });
    await serveFolder(context, 'https://tides.example', `${project.root}/dist`);
    await context.route('https://stats.example/**', (route) => route.fulfill({ body: '' }));
    const tab = await context.newPage();
    await tab.goto('https://tides.example/posts/ebb/');
    const seen = await tab.evaluate(() => {
      document.body.style.color = 'var(--accent)';
      const style = (selector: string) =>
        getComputedStyle(document.querySelector(selector) ?? document.body);
      const top = (selector: string) =>
        document.querySelector(selector)?.getBoundingClientRect().top ?? 0;
      return {
        paper: style('html').backgroundColor,
        accent: style('body').color,
        spacing: style('.masthead').letterSpacing !== 'normal',
        ran: document.documentElement.dataset['own'],
        order: ['.masthead', 'h1', '.own-before', '.e-content', '.own-after', '.own-footer'].map(
          top,
        ),
        logo: Boolean(document.querySelector<HTMLImageElement>('.masthead img')?.naturalWidth),
      };
    });
    expect(seen).toMatchObject({ paper, accent, spacing: true, ran: 'ran', logo: true });
    expect(seen.order).toEqual(seen.order.toSorted((a, b) => a - b));
    expect(new Set(seen.order).size).toBe(seen.order.length);
    await context.close();
  }
  await browser.close();
});

describe('what an owner adds', () => {
  it('components stand in the place that they have the name of, with what they are told', () => {
    const ebb = page('posts/ebb/');
    expect(ebb).toMatch(/<div class="own-header"[^]*<header class="masthead"[^]*Fresh every tide/);
    expect(ebb).toMatch(/Made by Jane Doe[^]*<a href="\/about\/"/);
    expect(ebb).toMatch(/Rated 5 of 5<\/p>\s*<\/div>\s*<div class="prose e-content"/);
    expect(ebb).toMatch(/<p class="own-after"[^]*<footer class="post-footer"/);
    expect(ebb).toContain('<meta name="own" content="5">');
    expect(page('posts/flow/')).toContain('Rated 3 of 5');
    expect(page('')).toMatch(/class="own-home"[^]*3 posts[^]*class="posts h-feed"/);
    expect(page('archives/')).not.toContain('own-home');
    expect(page('about/')).not.toContain('own-after');
  });

  it('components of MDX need no import, in feeds neither, and plugins see every text', () => {
    const spring = page('posts/spring/');
    expect(spring).toMatch(/<strong class="own-tide"[^>]*>High at noon<\/strong>/);
    expect(spring).toContain('<blockquote class="own-quote">');
    expect(project.text('dist/atom.xml')).toContain('High at noon');
  });

  it('styles are in the last layer, and scripts run, on other hosts too', () => {
    const html = page('posts/ebb/');
    const css = project
      .files()
      .filter(([file]) => file.endsWith('.css'))
      .map(([, bytes]) => bytes.toString())
      .concat(html);
    expect(css.some((one) => /\.masthead\s*\{\s*letter-spacing:\s*\.?0?\.?125em/.test(one))).toBe(
      true,
    );
    const [, policy = ''] = /content-security-policy" content="([^"]*)"/.exec(html) ?? [];
    expect(policy).toMatch(/script-src[^;]*'sha256-[^;]*https:\/\/stats\.example/);
    expect(policy).toMatch(/connect-src[^;]*https:\/\/api\.example/);
  });

  it('keys of the owner’s are checked with file and line, and those of drafts are nobody’s', () => {
    expect(said).toMatch(/2026-01-03-spring\.mdx:3\n {2}rating = 9: .*5/);
    expect(said).not.toContain('none of your business');
    expect(page('posts/spring/')).toContain('Rated 3 of 5');
    const output = project.files().map(([file, bytes]) => file + bytes.toString('latin1'));
    expect(output.filter((one) => /estuary|none of your/.test(one))).toEqual([]);
  });
});

it('mistakes in what an owner adds are told with file and line, and change nothing', async () => {
  const before = project.hashes();
  project.write({
    'src/custom/Haeder.astro': '<p>x</p>\n',
    'src/custom/schema.ts':
      "import { z } from 'zod';\n\nexport const posts = z.object({ rating: z.number(), by: z.string() });\n",
    [post('2026-01-05-odd.mdx')]: '---\ntitle: Odd\n---\n<Moon />\n',
  });
  const first = await project.build();
  expect(first.succeeded).toBe(false);
  expect(first.log).toMatch(/src\/custom\/Haeder\.astro\n.*place[^]*`Header\.astro`/);
  expect(first.log).toMatch(/2026-01-01-ebb\.md\n {2}by: is missing; expected a string/);
  rmSync(`${project.root}/src/custom/Haeder.astro`);
  project.write({ 'src/custom/schema.ts': "\n\nthrow new Error('No tide today');\n" });
  const second = await project.build();
  project.write({ 'src/custom/schema.ts': CUSTOM['schema.ts'] });
  rmSync(`${project.root}/${post('2026-01-05-odd.mdx')}`);
  expect(second.succeeded).toBe(false);
  expect(second.log).toMatch(/src\/custom\/schema\.ts:3\n {2}cannot be loaded: No tide today/);
  expect(second.log).toMatch(/2026-01-05-odd\.mdx:4\n {2}component = "Moon".*src\/custom\/mdx\//);
  expect(second.log).not.toMatch(/^\s+at /m);
  expect(project.hashes()).toEqual(before);
});

it('an entry of the header that is not published is an error, and says nothing of it', async () => {
  project.write({
    'src/content/pages/plan.md': '---\ntitle: The secret plan\ndraft: true\n---\nNot yet.\n',
  });
  const { undo } = project.edit(
    'src/site.config.ts',
    "'/about/',",
    "'/about/', '/plan/', { label: 'Plan', url: '/plan/' },",
  );
  const { succeeded, log } = await project.build();
  undo();
  rmSync(`${project.root}/src/content/pages/plan.md`);
  expect(succeeded).toBe(false);
  expect(log).toMatch(/src\/site\.config\.ts:\d+\n {2}nav = "\/plan\/": expected the path of/);
  expect(log).toMatch(/nav = "\/plan\/": leads to src\/content\/pages\/plan\.md/);
});

it('a component that reads what is not public by itself stops the build', async () => {
  const before = project.hashes();
  project.write({
    'src/custom/AfterPost.astro':
      "---\nconst all = import.meta.glob('../content/posts/*.md', { query: '?raw', import: 'default', eager: true });\n---\n<pre>{Object.values(all).join()}</pre>\n",
  });
  const { succeeded, log } = await project.build();
  project.write({ 'src/custom/AfterPost.astro': CUSTOM['AfterPost.astro'] });
  expect(succeeded).toBe(false);
  expect(log).toMatch(/2026-01-04-secret\.md.*\n.*is not for the public/);
  expect(project.hashes()).toEqual(before);
});

it('a newer Galley leaves what is theirs as it is, and the site is right', async () => {
  const git = (...args: string[]) =>
    spawnSync('git', ['-c', 'user.name=J', '-c', 'user.email=j@a.example', ...args], {
      cwd: project.root,
    });
  const before = project.hashes();
  const own = () => [
    project.hashes('src/custom'),
    project.hashes('src/content'),
    project.hashes('public'),
  ];
  const theirs = own();
  // An older one: a style that has changed since, a file that is gone, one that is new.
  project.edit('src/styles/page.css', '.masthead', '.mast');
  project.write({ '.gitignore': readFileSync('.gitignore'), 'src/lib/gone.ts': 'export {};\n' });
  rmSync(`${project.root}/src/styles/print.css`);
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'Mine');
  const { status, stderr } = spawnSync(
    process.execPath,
    [path.resolve('src/cli/update.ts'), process.cwd()],
    {
      cwd: project.root,
      encoding: 'utf8',
      env: {
        ...process.env,
        GIT_AUTHOR_NAME: 'J',
        GIT_AUTHOR_EMAIL: 'j@a.example',
        GIT_COMMITTER_NAME: 'J',
        GIT_COMMITTER_EMAIL: 'j@a.example',
      },
    },
  );
  expect(status, stderr).toBe(0);
  expect(own()).toEqual(theirs);
  expect(project.text('src/site.config.ts')).toBe(CONFIG);
  expect(existsSync(`${project.root}/src/lib/gone.ts`)).toBe(false);
  const { succeeded, log } = await project.build();
  expect(succeeded, log).toBe(true);
  expect(project.hashes()).toEqual(before);
});
