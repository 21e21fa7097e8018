import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pluginsOf } from '../../../src/cli/import/plugins.ts';
import { readConfig } from '../../../src/cli/import/read-config.ts';
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
  'posts.json': '---\n---\n{{ site.posts | jsonify }}\n',
  'blog/index.html': '---\n---\n{% for post in paginator.posts %}{{ post.url }}{% endfor %}\n',
  'feed.xml': '---\n---\n{% for post in site.posts %}<entry>{{ post.url }}</entry>{% endfor %}\n',
  'tags.html': '---\npermalink: /tags/\n---\n{% for t in site.tags %}{{ t[0] }}{% endfor %}\n',
  'help/contact.html': '---\ntitle: Contact\n---\n<p>Write.</p>\n',
  'help/soon.html': '---\npublished: false\n---\n<p>Nothing yet.</p>\n',
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

const importSite = (...args: string[]) => importInto(project, ...args);

function importInto(folder: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.resolve('src/cli/import.ts'), ...args],
    { cwd: folder, encoding: 'utf8' },
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
    'src/content/pages/help/contact.html': 'help/contact.html',
    'src/content/pages/help/soon.html': 'help/soon.html',
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
  expect(report).toMatch(/^3 pages \(1 held back\); .* 1 redirects$/m);
  for (const left of [
    '_posts/no-date.md',
    'posts.json',
    'secret/plan.txt',
    'sub/.env',
    'google_analytics',
    'jekyll-archives-v9',
  ]) {
    expect(report).toContain(left);
    expect(said).toContain(left);
  }
  for (const made of ['tags', 'feed', 'blog/index', '_layouts/post']) {
    expect(report).toMatch(new RegExp(`^Files whose work[^]*^ {4}${made}\\.[^]*^Files left`, 'm'));
  }
});

/** The names under each heading of the report that begins with a word. */
function namesIn(report: string, kind: string): string[] {
  const sections = report.split('\n\n').filter((section) => section.startsWith(kind));
  return sections.flatMap((section) =>
    section.split('\n').flatMap((line) => {
      const [, taken, other] = /^ {2}(\S.*?) → |^ {4}(.+)$/.exec(line) ?? [];
      return taken ?? other ?? [];
    }),
  );
}

it.each(sites())('names every file, key and plugin of %s once', (_, folder) => {
  const { status, said } = importSite(folder ?? site, '--dry-run');
  expect(status, said).toBe(0);
  const files = namesIn(said, 'Files');
  const folders = files.filter((name) => name.endsWith('/'));
  const present = filesBelow(folder ?? site).filter(
    (file) => !folders.some((name) => file.startsWith(name)),
  );
  expect(files.filter((name) => !name.endsWith('/')).toSorted()).toEqual(present);

  const { jekyll } = readConfig(folder ?? site);
  const keys = Object.keys(jekyll).filter((key) => key !== 'kramdown');
  const named = namesIn(said, 'Keys').filter((key) => !key.startsWith('kramdown.'));
  expect(named.toSorted()).toEqual(keys.toSorted());
  expect(namesIn(said, 'Plugins').toSorted()).toEqual(pluginsOf(folder ?? site, jekyll).toSorted());
});

/** The site of this test, and that of the tests of posts. */
function sites(): [name: string, folder: string | undefined][] {
  return [
    ['this site', undefined],
    ['the fixtures', path.resolve('tests/fixtures/jekyll/site')],
  ];
}

it('writes nothing in a dry run, and says what it would do', () => {
  const empty = mkdtempSync(path.join(tmpdir(), 'galley-import-'));
  const { status, said } = importInto(empty, site, '--dry-run');
  expect(status, said).toBe(0);
  expect(said).toContain('_posts/2014-01-05-ebb.md → src/content/posts/2014-01-05-ebb.md');
  expect(readdirSync(empty)).toEqual([]);
  rmSync(empty, { recursive: true });
});

it('works a second time, and puts aside what was there', () => {
  write(project, 'src/content/pages/mine.md', 'Mine.\n');
  const before = read('import-report.txt');
  const { status, said } = importSite(site, '--replace');
  expect(status, said).toBe(0);
  expect(read('import-report.txt')).toBe(before);
  expect(read('.galley/replaced/src/content/pages/mine.md')).toBe('Mine.\n');
  expect(read('.galley/replaced/src/content/posts/2014-01-05-ebb.md')).toContain('Ebb');
  expect(filesBelow(path.join(project, 'src/content/pages'))).not.toContain('mine.md');
});

it('leaves tags out that nobody defines, where it is told to, and else says how', () => {
  const other = mkdtempSync(path.join(tmpdir(), 'galley-jekyll-'));
  write(other, '_posts/2014-01-05-a.md', '{% sparkline 1 %} {% sparkline 2 %}\n');
  const { said } = importSite(other, '--dry-run');
  expect(said).toMatch(
    /^To mend before the site can be built:[^]*src\/liquid\/tags\/sparkline\.ts/m,
  );
  expect(said).toContain('--drop-unknown-tags');
  const dropped = importSite(other, '--dry-run', '--drop-unknown-tags').said;
  expect(dropped).not.toContain('To mend');
  expect(dropped).toMatch(/^Passed over:[^]*sparkline/m);
  rmSync(other, { recursive: true });
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

it.each<[string, Record<string, string>, RegExp, string?]>([
  [
    'whose configuration has a mistake',
    { '_config.yml': 'title: Tides\ntitle2: "a\n' },
    /_config\.yml:\d/,
  ],
  ['that is none', { 'about.md': 'We.\n' }, /a folder with a _config\.yml/],
  ['that is empty', {}, /a folder with a _config\.yml/],
  ['without posts', { '_config.yml': 'title: Tides\n' }, /expected posts/],
  ['that leads out of its folder', { '_posts/2014-01-05-a.md': 'A.\n' }, /img\n.*leads out/, 'img'],
])('changes nothing for a site %s, and says so', (_, texts, says, link) => {
  const files = () => filesBelow(project).map((file) => [file, read(file)]);
  const before = files();
  const other = mkdtempSync(path.join(tmpdir(), 'galley-jekyll-'));
  for (const [file, text] of Object.entries(texts)) write(other, file, text);
  if (link !== undefined) symlinkSync(site, path.join(other, link));
  const { status, said } = importSite(other, '--replace');
  rmSync(other, { recursive: true });
  expect(status).toBe(1);
  expect(said).toMatch(says);
  expect(said).not.toMatch(/^\s+at /m);
  expect(files()).toEqual(before);
});

it('says of posts that cannot be read what is wrong with them, and takes the others', () => {
  const other = mkdtempSync(path.join(tmpdir(), 'galley-jekyll-'));
  write(other, '_posts/2014-01-05-a.md', '---\ntitle: "A\n---\nA.\n');
  write(other, '_posts/2014-01-06-b.md', 'B.\n');
  const { status, said } = importSite(other, '--dry-run');
  rmSync(other, { recursive: true });
  expect(status).toBe(0);
  expect(said).toMatch(/^2 posts:\n {2}published: 1\n {2}with mistakes: 1$/m);
  expect(said).toMatch(/^To mend before[^]*src\/content\/posts\/2014-01-05-a\.md:2$/m);
});
