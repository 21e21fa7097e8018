import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readContent } from '../../../src/check/content.ts';
import { defineSite } from '../../../src/site/define.ts';

const site = defineSite(
  {
    url: 'https://example.org',
    base: '/b/',
    title: 'A',
    author: { name: 'A' },
    permalink: 'pretty',
  },
  {},
);
const now = Date.parse('2026-01-01T00:00:00Z');
let root: string;

const POSTS = 'src/content/posts';
const PAGES = 'src/content/pages';

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'galley-variables-'));
  write(`${POSTS}/2020-01-01-one.md`, '---\ntags: [a]\ncategories: x\n---\nFirst *text*.\n\nMore.');
  write(
    `${POSTS}/2020-01-02-secret.md`,
    '---\nunlisted: true\ntags: [a, hid]\ncategories: y\n---\nU.',
  );
  write(`${POSTS}/2020-01-03-draft.md`, '---\npublished: false\ntags: a\n---\nD /img/draft.png');
  write(`${POSTS}/2020-01-05-three.md`, '---\ntags: [a]\n---\nThird.');
  write(`${PAGES}/about.md`, '---\ntitle: About us\n---\nHello <!-- note -->there.');
  write(`${PAGES}/docs/index.md`, '---\ntitle: Docs\n---\nAll.');
  write(`${PAGES}/hidden.md`, '---\npublished: false\n---\nH.');
  write('public/img/b.png', 'b');
  write('public/img/a.tar.gz', 'a');
  write('public/img/draft.png', 'd');
});
afterEach(() => rmSync(root, { recursive: true }));

/** What a post of 4 January (or another file) makes of Liquid: its text, or what is wrong. */
async function render(liquid: string, file = `${POSTS}/2020-01-04-two.md`) {
  write(file, `---\ntitle: Two\n---\n${liquid}`);
  const { posts, pages, textOf, problems } = await readContent(root, { site, now, drafts: false });
  const found = [...posts, ...pages].find((source) => file.endsWith(`/${source.path}`));
  if (problems.length > 0) return problems.map(({ line, message }) => `${line}: ${message}`).join();
  return found && textOf(found);
}

describe('lists name what may be known', () => {
  it.each([
    ['{% for p in site.posts %}{{ p.slug }} {% endfor %}', 'three two one '],
    ['{% for p in site.documents %}{{ p.slug }} {% endfor %}', 'one two three '],
    ['{{ site.tags.a | size }} {{ site.tags.hid | size }}', '2 0'],
    ['{% for t in site.tags %}{{ t[0] }} {% endfor %}', 'a '],
    ['{% for c in site.categories %}{{ c[0] }} {% endfor %}', 'x '],
    ['{% for p in site.related_posts %}{{ p.slug }} {% endfor %}', 'three one '],
    ['{% for p in site.pages %}{{ p.name }} {% endfor %}', 'about.md index.md '],
    ['{% for p in site.html_pages %}{{ p.url }} {% endfor %}', '/about/ /docs/ '],
    ['{% for f in site.static_files %}{{ f.path }} {% endfor %}', '/img/a.tar.gz /img/b.png '],
    ['{% for c in site.collections %}{{ c.label }} {{ c.docs.size }}{% endfor %}', 'posts 3'],
  ])('%s', async (liquid, expected) => {
    expect(await render(liquid)).toBe(expected);
  });

  it('no list tells an unlisted post from one that is not there', async () => {
    const file = `${POSTS}/2020-01-02-secret.md`;
    const liquid = '{{ page.previous.slug }}{{ page.next.slug }}.';
    write(file, `---\nunlisted: true\n---\n${liquid}`);
    const { posts, textOf } = await readContent(root, { site, now, drafts: false });
    const secret = posts.find(({ path }) => path.includes('secret'));
    expect(secret && textOf(secret)).toBe('.');
  });

  it('lists no file that only an unlisted text names', async () => {
    write('public/img/secret.png', 's');
    write(`${POSTS}/2020-01-02-secret.md`, '---\nunlisted: true\n---\n![](/img/secret.png)');
    write(`${PAGES}/unlisted.md`, '---\nunlisted: true\n---\nU /img/a.tar.gz');
    const list = '{% for f in site.static_files %}{{ f.name }} {% endfor %}';
    expect(await render(list)).toBe('b.png ');
    expect(await render('{% for p in site.pages %}{{ p.name }} {% endfor %}')).toBe(
      'about.md index.md ',
    );
  });

  it('lists a file that a published text names too', async () => {
    const list = '{% for f in site.static_files %}{{ f.name }} {% endfor %}';
    expect(await render(`${list}\n![](/img/draft.png)`)).toContain('b.png draft.png');
  });
});

describe('what a post and a page are', () => {
  it.each([
    ['{{ page.previous.slug }} {{ page.next.slug }}', 'one three'],
    ['{{ page.previous.previous.slug }}{{ page.next.next.slug }}.', '.'],
    ['{{ page.next.previous.title }}', 'Two'],
    [
      '{{ page.path }} {{ page.relative_path }}',
      '_posts/2020-01-04-two.md _posts/2020-01-04-two.md',
    ],
    [
      '{{ page.id }} {{ page.collection }} {{ page.name }}',
      '/2020/01/04/two posts 2020-01-04-two.md',
    ],
    ['{{ page.content | size }}', '25'],
    ['{{ page.previous.content | strip_newlines }}', '<p>First <em>text</em>.</p><p>More.</p>'],
    ['{{ page.next.content }}', 'Third.'],
    ['{{ site.posts.last.excerpt | strip }}', '<p>First <em>text</em>.</p>'],
    [
      '{{ site.pages[0].title }}, {{ site.pages[0].content }}',
      'About us, Hello              there.',
    ],
    ['{{ site.pages[1].dir }} {{ site.pages[1].path }}', '/docs/ docs/index.md'],
    [
      '{% assign f = site.static_files[0] %}{{ f.basename }} {{ f.extname }} {{ f.collection }}',
      'a.tar .gz ',
    ],
    ['{{ page | jsonify | size | at_least: 9 }}{{ page.next | jsonify | size }}', undefined],
  ])('%s', async (liquid, expected) => {
    const text = await render(liquid);
    if (expected === undefined) expect(text).toMatch(/^\d+$/);
    else expect(text).toBe(expected);
  });

  it('a page is made after the posts, and has no neighbours', async () => {
    const liquid = '{{ page.title }} {{ page.url }} {{ page.next.url }}{{ site.posts[0].content }}';
    expect(await render(liquid, `${PAGES}/list.md`)).toBe('Two /list/ <p>Third.</p>\n');
  });

  it('texts that show each other come to an end', async () => {
    const show =
      '{% for p in site.posts %}{{ p.slug }}: {{ p.content }} {{ p.excerpt }}{% endfor %}';
    write(`${POSTS}/2020-01-01-one.md`, `One. ${show}`);
    write(`${POSTS}/2020-01-05-three.md`, `Three. ${show}`);
    expect(await render(`Two. ${show}`)).toContain('Two. three: Three.');
  });
});

describe('what Galley has nothing of is told', () => {
  it.each([
    ['{% for b in site.books %}{{ b.title }}{% endfor %}', 'books'],
    ['{% if site.books.size > 0 %}x{% endif %}', 'books'],
    ['{{ site.books | map: "title" | join }}', 'books'],
    ['{{ site.posts[0].output | size }}', 'output'],
  ])('%s', async (liquid, named) => {
    write('src/liquid/config.yml', 'collections: {books: {output: true}, posts: {}}');
    expect(await render(`\n${liquid}`)).toMatch(new RegExp(`^5: .*${named}`));
  });

  it.each(['{{ site.books.size }}', '{{ site.nothing }}'])(
    '%s is nothing in Jekyll too',
    async (x) => {
      expect(await render(`${x}.`)).toBe('.');
    },
  );
});

describe('link', () => {
  it.each([
    ['about.md', '/b/about/'],
    ['/about.md', '/b/about/'],
    ['docs/index.md', '/b/docs/'],
    ['img/b.png', '/b/img/b.png'],
    ['_posts/2020-01-01-one.md', '/b/x/2020/01/01/one/'],
    ['tags.html', '/b/tags/'],
    ['search.md', '/b/search/'],
    ['404.md', '/b/404.html'],
    ['index.html', '/b/'],
  ])('finds %s', async (file, url) => {
    expect(await render(`{% link ${file} %}`)).toBe(url);
  });

  it.each([
    ['hidden.md', 'that is published'],
    ['abuot.md', 'there is no'],
    ['topics.html', 'there is no'],
    ['docs/about.md', 'there is no'],
  ])('does not find %s', async (file, message) => {
    expect(await render(`{% link ${file} %}`)).toContain(message);
  });
});

describe('what a site is read as holds', () => {
  const untilOf = async (liquid: string) => {
    write(`${POSTS}/2020-01-04-two.md`, liquid);
    return (await readContent(root, { site, now, drafts: false })).until;
  };

  it('until a date passes', async () => {
    expect(await untilOf('')).toBe(Infinity);
    write(`${POSTS}/2026-02-01-later.md`, 'Not yet.');
    expect(await untilOf('')).toBe(Date.parse('2026-02-01T00:00:00Z'));
    write(`${PAGES}/soon.md`, '---\ndate: 2026-01-02\n---\nNot yet.');
    expect(await untilOf('')).toBe(Date.parse('2026-01-02T00:00:00Z'));
  });

  it.each(['{{ site.time }}', '{{ "now" | date: "%Y" }}', '{{ "a,b" | split: "," | sample }}'])(
    'for a moment where a text shows what time it is: %s',
    async (liquid) => expect(await untilOf(liquid)).toBe(now),
  );

  it('for longer where it shows another one', async () => {
    expect(await untilOf('{{ page.date | date: "%Y" }}')).toBe(Infinity);
  });
});
