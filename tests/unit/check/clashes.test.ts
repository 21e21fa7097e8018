import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { urlClashes } from '../../../src/check/clashes.ts';

const post = (name: string, url: string, tags: string[] = [], redirectFrom: string[] = []) => ({
  path: name,
  url,
  terms: { categories: [], tags },
  redirectFrom,
  lineOf: () => 3,
});
const nothing = { pages: [], retracted: [], publicFolder: '/nowhere' };
const clashes = (...posts: ReturnType<typeof post>[]) => urlClashes({ ...nothing, posts });

describe('urlClashes', () => {
  it('finds nothing where every URL is used once', () => {
    expect(clashes(post('a.md', '/a/'), post('b.md', '/b/'))).toEqual([]);
  });

  it('lets a text name an old address twice, or that at which it is', () => {
    const old = ['/old/', '/old/index.html', '/a%3C/', '/a</', '/new/'];
    expect(clashes(post('a.md', '/new/', [], old))).toEqual([]);
    expect(clashes(post('a.md', '/new/', [], old), post('b.md', '/old/'))).toHaveLength(1);
    expect(clashes(post('a.md', '/new/', [], ['/x.html', '/x.html/y/']))).toHaveLength(1);
  });

  it('names both posts', () => {
    expect(clashes(post('a.md', '/x/'), post('b.md', '/x/'))).toMatchObject([
      {
        file: 'src/content/posts/b.md',
        value: '/x/',
        message: expect.stringContaining('src/content/posts/a.md'),
      },
    ]);
  });

  it.each([
    ['/x/', '/x/index.html'],
    ['/x', '/x.html'],
    ['/a%20b/', '/a b/'],
  ])('sees that %s and %s are one file', (one, other) => {
    expect(clashes(post('a.md', one), post('b.md', other))).toHaveLength(1);
  });

  it.each([
    ['/x.html', '/x.html/y/'],
    ['/x.html/y/z.html', '/x'],
    ['/x.html/', '/x'],
  ])('sees that of %s and %s one is a file, and one a folder', (one, other) => {
    for (const [first, second] of [
      [one, other],
      [other, one],
    ] as const) {
      expect(clashes(post('a.md', first), post('b.md', second))).toMatchObject([
        { file: 'src/content/posts/b.md', message: expect.stringContaining('posts/a.md') },
      ]);
    }
  });

  it.each(['/', '/404.html', '/tags/', '/archives/2026/', '/page/2/', '/rss.xml'])(
    'keeps %s for the site',
    (url) => {
      const expected = url.endsWith('.xml') ? 0 : 1;
      expect(clashes(post('a.md', url))).toHaveLength(expected);
    },
  );

  it('keeps the pages of tags for the site', () => {
    expect(clashes(post('a.md', '/tags/c-sharp/'), post('b.md', '/b/', ['C#']))).toHaveLength(1);
    expect(clashes(post('a.md', '/tags/ruby/'), post('b.md', '/b/', ['C#']))).toEqual([]);
  });

  it('keeps redirects from standing where a post stands', () => {
    const posts = [post('a.md', '/a/'), post('b.md', '/b/', [], ['/old/', '/a/'])];
    expect(clashes(...posts)).toMatchObject([{ field: 'redirect_from', value: '/a/' }]);
  });

  it('names a page that is in the way', () => {
    const data = { title: 'About', url: '/about/', redirectFrom: [], own: {} };
    const pages = [{ path: 'about.md', data, lineOf: () => 3 }];
    const posts = [post('a.md', '/about/')];
    expect(urlClashes({ ...nothing, posts, pages })).toMatchObject([
      { message: expect.stringContaining('src/content/pages/about.md') },
    ]);
  });

  it('does not let a post be published and retracted', () => {
    const posts = [post('a.md', '/a/'), post('b.md', '/b/')];
    expect(urlClashes({ ...nothing, posts, retracted: ['/gone/', '/b/'] })).toMatchObject([
      {
        file: 'src/site.config.ts',
        field: 'retracted',
        value: '/b/',
        message: expect.stringContaining('src/content/posts/b.md'),
      },
    ]);
  });

  it.each([
    ['/blog.html', [post('a.md', '/blog')], 'src/content/posts/a.md'],
    ['/rss.xml', [], 'src/site.config.ts'],
    ['/feed.xml', [], undefined],
    ['/blog/feed/', [post('a.md', '/blog/feed/')], 'src/content/posts/a.md'],
    ['/feed/:tag.xml', [post('a.md', '/a/', ['tea'])], undefined],
  ])('keeps the feed at %s from standing where something else stands', (feed, posts, file) => {
    expect(urlClashes({ ...nothing, posts, feeds: [feed] }).map((problem) => problem.file)).toEqual(
      file ? [file] : [],
    );
  });

  it('does not overwrite a file of public/', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'galley-'));
    mkdirSync(path.join(folder, 'x'));
    writeFileSync(path.join(folder, 'x/index.html'), '');
    const posts = [post('a.md', '/x/')];
    expect(urlClashes({ ...nothing, posts, publicFolder: folder })).toHaveLength(1);
  });

  it('is in no folder that is a file of public/', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'galley-'));
    writeFileSync(path.join(folder, 'x'), '');
    const posts = [post('a.md', '/x/y/z/'), post('b.md', '/xx/')];
    expect(urlClashes({ ...nothing, posts, publicFolder: folder })).toMatchObject([
      { value: '/x/y/z/', message: expect.stringContaining('public/x') },
    ]);
  });
});
