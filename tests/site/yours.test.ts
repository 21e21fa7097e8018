import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crawl } from '../support/crawl.ts';
import { post, Project } from './project.ts';

/** A site that decides everything there is to decide. */
const CONFIG = `import { defineSite } from './site/define.ts';

export default defineSite({
  url: 'https://tides.example',
  title: 'Tides',
  author: { name: 'Jane Doe' },
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

const text = (title: string, keys: string) =>
  `---\ntitle: ${title}\ntags: [sea]\n${keys}---\nOne.\n\n## A\n\n## B\n\n## C\n\nTwo.\n`;

let project: Project;
beforeAll(async () => {
  project = new Project({
    'src/site.config.ts': CONFIG,
    'src/content/pages/about.md': '---\ntitle: Who writes here\n---\nJane.\n',
    'public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
    'public/logo.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><path d="M0 0h30v20z"/></svg>',
    [post('2026-01-01-ebb.md')]: text('Ebb', ''),
    [post('2026-01-02-flow.md')]: text('Flow', 'share: false\nread_time: false\n'),
  });
  const { succeeded, log } = await project.build();
  expect(succeeded, log).toBe(true);
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
