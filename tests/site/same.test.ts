import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endOf, picture, post, Project } from './project.ts';

const REPORT = post('2026-03-01-report.md');
const TEXT =
  'tags: [kitchen, audit]\nimage: /images/report.png\nredirect_from: /old/report/\n---\nWhat we found.\n\n![A chart](./chart.png)\n';
const published = `---\ntitle: Report\n${TEXT}`;
const retracted = `---\ntitle: Report\npublished: false\n${TEXT}`;

let project: Project;
beforeAll(async () => {
  project = new Project({
    [post('2026-01-01-tea.md')]:
      '---\ntitle: Tea\ntags: [kitchen]\n---\nBoil it. ![Cup](./cup.png)\n',
    [post('2026-02-01-coffee.mdx')]:
      '---\ntitle: Coffee\ntags: [kitchen]\n---\nimport cup from "./cup.png";\n\n<img src={cup.src} alt="Cup" /> $$x^2$$\n',
    [post('2026-06-01-later.md')]: '---\ntitle: Later\ndate: 2026-06-01 23:00:00\n---\nAt night.\n',
    [post('2026-03-02-draft.mdx')]:
      '---\ntitle: Draft\ndraft: true\n---\nimport plan from "./plan.png";\n\n<img src={plan.src} alt="Plan" />\n',
    [post('cup.png')]: await picture(70, 40),
    [post('plan.png')]: await picture(71, 40),
    [post('chart.png')]: await picture(80, 40),
    'public/images/report.png': await picture(90, 40),
  });
});
afterAll(() => project.remove());

async function hashesOf(args: string[] = [], environment: NodeJS.ProcessEnv = {}) {
  const { succeeded, log } = await project.build(args, environment);
  if (!succeeded) throw new Error(log);
  return project.hashes();
}

describe('a site is the same', () => {
  let first: Record<string, string>;
  beforeAll(async () => {
    project.write({ [REPORT]: published });
    first = await hashesOf();
  });

  it.each<[string, string[], NodeJS.ProcessEnv]>([
    ['in development', [], { NODE_ENV: 'development', TZ: 'Asia/Tokyo', LANG: 'ja_JP.UTF-8' }],
    [
      'in another mode, with output for developers',
      ['--mode', 'staging', '--devOutput'],
      { TZ: 'America/New_York' },
    ],
  ])('%s', async (_how, args, environment) => {
    expect(await hashesOf(args, environment)).toEqual(first);
  });

  it('from another folder, in which nothing is left', async () => {
    const elsewhere = mkdtempSync(path.join(tmpdir(), 'galley-elsewhere-'));
    const { succeeded, log } = await endOf(project.start(['--root', project.root], {}, elsewhere));
    expect(succeeded, log).toBe(true);
    expect(project.hashes()).toEqual(first);
    expect(readdirSync(elsewhere)).toEqual([]);
    rmSync(elsewhere, { recursive: true });
  });

  it('after a preview of the drafts, which is closed to robots', async () => {
    const { succeeded, log } = await project.build(['--drafts']);
    expect(succeeded, log).toBe(true);
    const preview = project.files('dist-drafts').map(([file]) => file);
    expect(preview).toContain('posts/draft/index.html');
    expect(preview.filter((file) => /\.xml$|feed\.json$/.test(file))).toEqual([]);
    expect(project.text('dist-drafts/robots.txt')).toBe('User-agent: *\nDisallow: /\n');
    for (const file of preview.filter((file) => file.endsWith('.html'))) {
      const html = project.text(`dist-drafts/${file}`);
      expect(html).toContain('<meta name="robots" content="noindex"');
      // A redirect is left before it can be read.
      if (!html.includes('http-equiv="refresh"'))
        expect(html, file).toContain('A preview with drafts.');
    }
    expect(project.text('dist/index.html')).not.toContain('A preview with drafts.');
    expect(project.hashes()).toEqual(first);
    expect(await hashesOf()).toEqual(first);
  });
});

it('what is retracted is gone, as if it had never been', async () => {
  project.write({ [REPORT]: published });
  expect(Object.keys(await hashesOf()).filter((file) => /report|chart/.test(file))).not.toEqual([]);
  project.write({ [REPORT]: retracted });
  const warm = await hashesOf();
  project.clean();
  expect(await hashesOf()).toEqual(warm);
  expect(Object.keys(warm).filter((file) => /report|chart|audit/.test(file))).toEqual([]);
});

it('what the owner says of a retracted post stands at its address, and nothing else of it', async () => {
  const config = 'src/site.config.ts';
  const said = `retracted: { '/posts/report/': 'gone', '/old/report/': '/posts/tea/' },`;
  project.write({
    [REPORT]: retracted,
    [config]: project.text(config).replace('defineSite({', `defineSite({ ${said}`),
  });
  const files = Object.keys(await hashesOf());
  expect(files.filter((file) => /report|chart|audit/.test(file))).toEqual([
    'old/report/index.html',
    'posts/report/index.html',
  ]);
  expect(project.text('dist/_redirects')).toBe(
    '/posts/report/ /posts/report/ 410!\n/old/report/ /posts/tea/ 301\n/feed/ /rss.xml 301\n',
  );
  const gone = project.text('dist/posts/report/index.html');
  expect(gone).toContain('<h1>This page is gone</h1>');
  expect(gone).toContain('<meta name="robots" content="noindex"');
  expect(gone).not.toMatch(/report|what we found/i);
  expect(project.text('dist/sitemap-0.xml')).not.toContain('report');
});
