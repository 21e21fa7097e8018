import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readContent } from '../../../src/check/content.ts';
import { defineSite } from '../../../src/site/define.ts';
import type { SiteConfig } from '../../../src/site/schema.ts';

const now = Date.parse('2026-01-01T00:00:00Z');
const PAGES = 'src/content/pages';
const LIST = '{% for b in site.books %}{{ b.slug }} {% endfor %}';
let root: string;

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'galley-collections-'));
  write(`${PAGES}/_books/moby.md`, '---\nrating: 5\ntags: a b\n---\nWhale *text*.\n\nMore.');
  write(`${PAGES}/_books/2012-03-04-old-one.md`, 'Old.');
  write(`${PAGES}/_books/part/emma.md`, '---\nrating: 3\n---\nEmma.');
  write('src/content/posts/2020-01-04-two.md', 'x');
});
afterEach(() => rmSync(root, { recursive: true }));

async function read(settings: Partial<SiteConfig> = {}) {
  const config = { url: 'https://example.org', title: 'A', author: { name: 'A' } };
  const collections = { books: { output: true } };
  const site = defineSite({ ...config, permalink: 'pretty', collections, ...settings }, {});
  return readContent(root, { site, now, drafts: false });
}

/** What a post (or another file) makes of Liquid: its text, or what is wrong. */
async function render(liquid: string, file = 'src/content/posts/2020-01-04-two.md', settings = {}) {
  write(file, `---\ntitle: Two\n---\n${liquid}`);
  const { posts, pages, textOf, problems } = await read(settings);
  const found = [...posts, ...pages].find((source) => file.endsWith(`/${source.path}`));
  if (problems.length > 0) return problems.map(({ line, message }) => `${line}: ${message}`).join();
  return found && textOf(found);
}

const urls = async (settings: Partial<SiteConfig> = {}) =>
  (await read(settings)).pages.map(({ data }) => data.url);

describe('documents of a collection have pages', () => {
  it.each<[Partial<SiteConfig>, string[]]>([
    [{}, ['/books/2012-03-04-old-one/', '/books/moby/', '/books/part/emma/']],
    [
      { permalink: 'date' },
      ['/books/2012-03-04-old-one.html', '/books/moby.html', '/books/part/emma.html'],
    ],
    [
      { collections: { books: { output: true, permalink: '/b/:year/:title/' } } },
      ['/b/2012/old-one/', '/b/2026/moby/', '/b/2026/emma/'],
    ],
    [
      { collections: { books: { output: true, permalink: '/:collection/:name:output_ext' } } },
      ['/books/2012-03-04-old-one.html', '/books/moby.html', '/books/emma.html'],
    ],
    [{ collections: { books: {} } }, []],
    [{ collections: {} }, []],
  ])('%j', async (settings, expected) => {
    expect(await urls(settings)).toEqual(expected);
  });

  it('has its own permalink with placeholders, or a warning', async () => {
    write(`${PAGES}/_books/moby.md`, '---\npermalink: /:title/\n---\nW.');
    expect(await urls()).toContain('/moby/');
    write(`${PAGES}/_books/moby.md`, '---\npermalink: /:titel/\n---\nW.');
    const { pages, warnings } = await read();
    expect(pages.map(({ data }) => data.url)).toContain('/books/moby/');
    expect(warnings).toEqual([
      expect.objectContaining({ file: `${PAGES}/_books/moby.md`, line: 2, field: 'permalink' }),
    ]);
  });

  it('has the defaults of its type and folder', async () => {
    const values = { permalink: '/all/:name/' };
    for (const scope of [{ type: 'books' }, { path: '_books' }]) {
      expect(await urls({ defaults: [{ scope, values }] })).toContain('/all/moby/');
    }
    const { warnings } = await read({ defaults: [{ scope: { type: 'pages' }, values }] });
    expect(warnings).toEqual([expect.objectContaining({ field: 'defaults.0.scope' })]);
  });
});

describe('site.books', () => {
  const FIELDS =
    '{% assign b = site.books.last %}{{ b.title }} {{ b.url }} {{ b.path }} {{ b.relative_path }} {{ b.id }} {{ b.name }} {{ b.ext }} {{ b.collection }} {{ b.draft }}';
  it.each([
    [LIST, 'old-one moby emma '],
    [
      FIELDS,
      'Emma /books/part/emma/ _books/part/emma.md _books/part/emma.md /books/part/emma emma.md .md books false',
    ],
    [
      '{{ site.books.first.date | date: "%F" }} {{ site.books[1].date | date: "%F" }}',
      '2012-03-04 2026-01-01',
    ],
    [
      '{{ site.books[1].tags | join: "," }} {{ site.books[1].rating }} {{ site.books[1].categories | size }}',
      'a,b 5 0',
    ],
    ['{{ site.books[1].content }}', 'Whale *text*.\n\nMore.'],
    ['{{ site.books[1].excerpt | strip }}', '<p>Whale <em>text</em>.</p>'],
    ['{{ site.books[1].previous.title }}, {{ site.books[1].next.title }}', 'Old One, Emma'],
    [
      '{% for c in site.collections %}{{ c.label }} {{ c.docs.size }} {{ c.relative_directory }}; {% endfor %}',
      'books 3 _books; posts 1 _posts; ',
    ],
    ['{% for d in site.documents %}{{ d.slug }} {% endfor %}', 'two old-one moby emma '],
    ['{{ site.pages.size }} {{ site.posts.size }}', '0 1'],
    ['{% link _books/moby.md %}', '/books/moby/'],
    [
      '{{ site.posts | concat: site.books | map: "title" | join: ", " }}',
      'Two, Old One, Moby, Emma',
    ],
  ])('%s', async (liquid, expected) => {
    expect(await render(liquid)).toBe(expected);
  });

  it('a document that is not there is linked with a warning, where there would be a page', async () => {
    const liquid = '{% link _books/none.md %}';
    expect(await render(liquid)).toBe('/books/none/');
    expect((await read()).warnings).toEqual([
      expect.objectContaining({ line: 4, message: 'there is no such document' }),
    ]);
    expect(await render(liquid, undefined, { collections: { books: {} } })).toContain(
      'there is no',
    );
  });

  it.each([
    ['sort_by: rating', 'emma moby old-one '],
    ['order: [moby.md, part/emma.md]', 'moby emma old-one '],
    ['sort_by: [rating]', 'old-one moby emma '],
  ])('is sorted by %s', async (setting, expected) => {
    write('src/liquid/config.yml', `collections:\n  books:\n    ${setting}`);
    expect(await render(LIST)).toBe(expected);
  });

  it('is there without pages, too, and its mistakes are told', async () => {
    const settings = { collections: { books: {} } };
    const liquid = `${LIST}{{ site.books[1].url }}`;
    expect(await render(liquid, undefined, settings)).toBe('old-one moby emma /books/moby/');
    expect(await render('{% link _books/moby.md %}', undefined, settings)).toContain('there is no');
    write(`${PAGES}/_books/moby.md`, '{% nothing %}');
    expect(await render('x', undefined, settings)).toContain('1: expected a tag');
  });

  it('is made after the posts, in its order, and before pages', async () => {
    const liquid = '{{ site.posts[0].content }}{{ page.previous.content }}{{ page.next.content }}';
    expect(await render(liquid, `${PAGES}/_books/moby.md`)).toBe('<p>x</p>\n<p>Old.</p>\nEmma.');
    expect(await render('{{ site.books.last.content }}', `${PAGES}/list.md`)).toBe(
      '<p>Emma.</p>\n',
    );
  });

  it('has files, which lie where its pages do', async () => {
    write('public/books/a.png', 'a');
    write('public/other/b.png', 'b');
    const liquid = '{% for c in site.collections %}{{ c.files | map: "path" | join }}{% endfor %}';
    expect(await render(`${liquid} {{ site.documents.last.path }}`)).toBe(
      '/books/a.png /books/a.png',
    );
  });

  it('knows the document that is made', async () => {
    const liquid = '{{ page.title }} {{ page.collection }} {{ page.slug }} {{ page.url }}';
    expect(await render(liquid, `${PAGES}/_books/moby.md`)).toBe('Two books moby /books/moby/');
  });
});

describe('what depends on the moment of the build', () => {
  it.each([
    ['{{ site.books[1].date }}', {}, true],
    ['{{ site.books.first.date }}', {}, false],
    [LIST, {}, false],
    ['x', { books: { output: true, permalink: '/:year/:title/' } }, true],
  ])('%s, %j: %s', async (liquid, collections, expected) => {
    write('src/content/posts/2020-01-04-two.md', liquid);
    const settings = Object.keys(collections).length > 0 ? { collections } : {};
    expect((await read(settings)).until <= now).toBe(expected);
  });
});

describe('the gate holds for documents', () => {
  const EVERYWHERE = `${LIST}{{ site.books.size }} {{ site.documents.size }} {% for c in site.collections %}{{ c.docs.size }} {% endfor %}{% for d in site.documents %}{{ d.previous.slug }}{{ d.next.slug }}{% endfor %}`;
  it.each([
    ['_books/secret.md', 'published: false'],
    ['_books/secret.md', 'draft: true'],
    ['_books/secret.md', 'date: 2090-01-01'],
    ['_books/secret.md', 'unlisted: true'],
    ['_books/2090-01-01-secret.md', 'a: b'],
    ['_books/_secret.md', 'a: b'],
    ['_books/_drafts/secret.md', 'a: b'],
    ['_other/secret.md', 'a: b'],
  ])('%s, %s', async (file, line) => {
    const before = await render(EVERYWHERE);
    write(`${PAGES}/${file}`, `---\n${line}\n---\nS.`);
    expect(await render(EVERYWHERE)).toBe(before);
    if (line.startsWith('unlisted')) return;
    expect(await render(`{% link ${file} %}`)).toMatch(/that is published|there is no/);
  });

  it.each(['publised: false', 'published: flase'])('%s stops the build', async (line) => {
    write(`${PAGES}/_books/secret.md`, `---\n${line}\n---\nS.`);
    expect((await read({ collections: { books: {} } })).problems).toHaveLength(1);
  });
});
