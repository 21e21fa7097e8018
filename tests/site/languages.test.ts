import { afterAll, beforeAll, expect, it } from 'vitest';
import { post, Project } from './project.ts';

const project = new Project({
  'src/liquid/config.yml':
    'collections: {books: {output: true, sort_by: rank}, words: {}}\nkramdown: {hard_wrap: true, smart_quotes: "apos,apos,quot,quot", auto_id_prefix: s-, toc_levels: 2}\n',
  'src/content/pages/_books/moby.md': '---\nrank: 2\n---\nCall me *{{ page.collection }}*.\n',
  'src/content/pages/_books/emma.html': '---\ntitle: Emma W.\nrank: 1\n---\n<p>Handsome.</p>\n',
  'src/content/pages/_books/secret.md': '---\npublished: false\n---\nNobody.\n',
  'src/content/pages/_words/sea.md': 'Where *ships* go.\n',
  'src/content/pages/list.md':
    '{% for b in site.books %}{{ b.title }} at {{ b.url }}, {% endfor %}\n\n{{ site.words[0].content }}\n',
  [post('2026-01-02-one.md')]:
    '---\nmath: true\n---\n* TOC\n{:toc}\n\n# Above\n\n## A "part"\n\nFirst $x_1$\nsecond. ${{ secrets.KEY }}\n',
});
let log: string;

beforeAll(async () => {
  project.edit(
    'src/site.config.ts',
    'defineSite({',
    'defineSite({ collections: { books: { output: true }, words: {} },',
  );
  const build = await project.build();
  if (!build.succeeded) throw new Error(build.log);
  log = build.log;
});
afterAll(() => project.remove());

const read = (page: string) => project.text(`dist/${page}/index.html`);

it('documents of a collection have pages of their own, or are shown where Liquid asks for them', () => {
  expect(read('books/moby')).toContain('<p>Call me <em>books</em>.</p>');
  expect(read('books/emma')).toContain('<p>Handsome.</p>');
  const list = read('list');
  expect(list).toContain('<p>Emma W. at /books/emma/, Moby at /books/moby/,</p>');
  expect(list).toContain('<p>Where <em>ships</em> go.</p>');
  const made = project.files().map(([file]) => file);
  expect(made.filter((file) => /secret|words/.test(file))).toEqual([]);
});

it('sitemaps name them, the header does not', () => {
  expect(project.text('dist/sitemap-0.xml')).toContain('/books/moby/</loc>');
  expect(/<header[^]*?<\/header>/.exec(read('list'))?.[0]).not.toContain('/books/');
});

it('a text is read under the options of kramdown, and its formulas are formulas', () => {
  const text = read('posts/one');
  expect(text).toMatch(/First <math>.*<\/math><br>\s*second\./);
  expect(text).toContain('<ul id="markdown-toc"><li><a href="#s-a-part">A "part"</a></li></ul>');
});

it('a variable that nobody defines is told with its line', () => {
  expect(log).toMatch(/one\.md:\d+[^]{0,80}`secrets` is defined nowhere/);
});
