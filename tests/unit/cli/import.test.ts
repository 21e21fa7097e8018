import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { filesBelow } from '../../../src/lib/files.ts';

/** A Jekyll site that has one of each thing that an import meets. */
const JEKYLL = {
  '_config.yml':
    'title: Tides\nurl: https://tides.example\npermalink: /:year/:title/\ntheme: minima\ngoogle_analytics: UA-1\nexclude: [secret]\nplugins: [jekyll-sitemap, jekyll-archives-v9]\n',
  '_posts/2014-01-05-ebb.md': '---\ntitle: Ebb\nlayout: post\n---\nIt {% include moon.html %}.\n',
  'sea/_posts/2014-01-06-flow.markdown': '---\ntags: a b\nredirect_from: /flow\n---\nIn.\n',
  '_posts/2014-01-07-hidden.md': '---\npublished: false\n---\nNot yet.\n',
  '_posts/no-date.md': 'Text.\n',
  '_drafts/spring.md': '---\ntitle: Spring\n---\nSoon.\n',
  '_includes/moon.html': 'waxes',
  '_data/ports.yml': '- Oslo\n',
  '_layouts/post.html': '{{ content }}',
  'about.md': '---\ntitle: About\n---\nWe.\n',
  'feed.xml': '---\n---\n<feed/>\n',
  'images/gull.png': 'bytes',
  'secret/plan.txt': 'No one may read this.',
  'sub/.env': 'KEY=1',
};

let site: string;
let project: string;
beforeAll(() => {
  site = mkdtempSync(path.join(tmpdir(), 'galley-jekyll-'));
  project = mkdtempSync(path.join(tmpdir(), 'galley-import-'));
  for (const [file, text] of Object.entries(JEKYLL)) write(site, file, text);
});
afterAll(() => {
  for (const folder of [site, project]) rmSync(folder, { recursive: true });
});

function write(root: string, file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

const read = (file: string) => readFileSync(path.join(project, file), 'utf8');

function importSite(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.resolve('src/cli/import.ts'), ...args],
    { cwd: project, encoding: 'utf8' },
  );
  return { status, said: stdout + stderr };
}

it('takes over a site byte for byte, and names all that it leaves out', () => {
  const { status, said } = importSite(site);
  expect(status, said).toBe(0);
  const taken = {
    'src/content/posts/2014-01-05-ebb.md': '_posts/2014-01-05-ebb.md',
    'src/content/posts/sea/_posts/2014-01-06-flow.markdown': 'sea/_posts/2014-01-06-flow.markdown',
    'src/content/posts/2014-01-07-hidden.md': '_posts/2014-01-07-hidden.md',
    'src/content/posts/_drafts/spring.md': '_drafts/spring.md',
    'src/content/pages/about.md': 'about.md',
    'src/liquid/config.yml': '_config.yml',
    'src/liquid/includes/moon.html': '_includes/moon.html',
    'src/liquid/data/ports.yml': '_data/ports.yml',
    'public/images/gull.png': 'images/gull.png',
  };
  expect(filesBelow(project)).toEqual(
    [...Object.keys(taken), 'src/site.config.ts', 'import-report.txt'].toSorted(),
  );
  for (const [to, from] of Object.entries(taken)) {
    expect(read(to)).toBe(JEKYLL[from as keyof typeof JEKYLL]);
  }
  expect(read('src/site.config.ts')).toMatch(/title: 'Tides'[^]*permalink: '\/:year\/:title\/'/);

  const report = read('import-report.txt');
  expect(report).toMatch(/^4 posts:\n {2}published: 2\n {2}draft: 2$/m);
  expect(report).toMatch(/^1 pages; .* 1 redirects$/m);
  for (const left of [
    '_posts/no-date.md',
    '_layouts/',
    'feed.xml',
    'secret/',
    'sub/.env',
    'theme',
    'google_analytics',
    'jekyll-archives-v9',
  ]) {
    expect(report).toContain(left);
    expect(said).toContain(left);
  }
});

it('writes nothing over what is there without being told to', () => {
  write(project, 'src/content/posts/mine.md', 'Mine.\n');
  const refused = importSite(site);
  expect(refused.status).toBe(1);
  expect(refused.said).toMatch(/^Nothing was written, because \d+ files are there already:/);
  expect(read('src/content/posts/mine.md')).toBe('Mine.\n');

  expect(importSite(site, '--replace').status).toBe(0);
  expect(filesBelow(path.join(project, 'src/content/posts'))).not.toContain('mine.md');
});

it('takes the place of the manual with all that is its own, which is kept aside', () => {
  write(project, 'src/site.config.ts', "export default { url: 'https://galley.example' };\n");
  write(project, 'src/content/pages/manual.md', 'Galley.\n');
  write(project, 'public/images/manual.png', 'bytes');
  expect(importSite(site, '--replace').status).toBe(0);
  const files = filesBelow(project);
  expect(files.filter((file) => /manual\.(?:md|png)$/.test(file))).toEqual([
    '.galley/manual/public/images/manual.png',
    '.galley/manual/src/content/pages/manual.md',
  ]);
  expect(files).toContain('src/content/pages/about.md');
  expect(read('public/favicon.svg')).toContain('>T</text>');
});

it.each([
  [
    'whose configuration has a mistake',
    '_config.yml',
    'title: Tides\ntitle2: "a\n',
    /_config\.yml:\d/,
  ],
  ['without one', 'about.md', 'We.\n', /a folder with a _config\.yml/],
  ['without posts', '_config.yml', 'title: Tides\n', /expected posts/],
])('changes nothing for a site %s, and says so', (_, file, text, says) => {
  const files = () => filesBelow(project).map((file) => [file, read(file)]);
  const before = files();
  const other = mkdtempSync(path.join(tmpdir(), 'galley-jekyll-'));
  write(other, file, text);
  const { status, said } = importSite(other, '--replace');
  rmSync(other, { recursive: true });
  expect(status).toBe(1);
  expect(said).toMatch(says);
  expect(said).not.toMatch(/^\s+at /m);
  expect(files()).toEqual(before);
});
