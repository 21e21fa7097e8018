import { describe, expect, it } from 'vitest';
import { readFileName, titleFromSlug } from '../../../src/jekyll/rules/file-name.ts';

describe('readFileName', () => {
  it.each([
    ['2014-01-05-title.md', '2014-01-05', 'title', '.md'],
    ['2014-1-5-title.markdown', '2014-1-5', 'title', '.markdown'],
    ['14-01-05-title.md', '14-01-05', 'title', '.md'],
    ['2014-01-05-Slug-Upper-CASE.MD', '2014-01-05', 'Slug-Upper-CASE', '.MD'],
    ['2014-01-05-node.js.md', '2014-01-05', 'node.js', '.md'],
    ['2014-01-05-two.dots.html.md', '2014-01-05', 'two.dots.html', '.md'],
    ['2014-01-05-trailing..md', '2014-01-05', 'trailing', '.md'],
    ['2014-01-05--lead.md', '2014-01-05', '-lead', '.md'],
    ['2014-01-05-.md', '2014-01-05', '', '.md'],
    ['2014-01-05-ünïcode 日本語.md', '2014-01-05', 'ünïcode 日本語', '.md'],
    ['2014-02-31-title.md', '2014-02-31', 'title', '.md'],
    ['2014-01-05.md', undefined, '2014-01-05', '.md'],
    ['2014-01-post.md', undefined, '2014-01-post', '.md'],
    ['x-2014-01-05-post.md', undefined, 'x-2014-01-05-post', '.md'],
    ['about.md', undefined, 'about', '.md'],
    ['2014-01-05-none', '2014-01-05', 'none', ''],
  ])('%s', (path, date, slug, extension) => {
    const name = readFileName(path);
    expect([name.date, name.slug, name.extension]).toEqual([date, slug, extension]);
  });

  it.each([
    ['2014-01-05-a.md', [], '_posts/2014-01-05-a.md'],
    ['inside/2014/2014-01-05-a.md', [], '_posts/inside/2014/2014-01-05-a.md'],
    ['news/_posts/2014-01-05-a.md', ['news'], 'news/_posts/2014-01-05-a.md'],
    ['en/news/_posts/x/2014-01-05-a.md', ['en', 'news'], 'en/news/_posts/x/2014-01-05-a.md'],
    ['_drafts/a.md', [], '_drafts/a.md'],
    ['news/_drafts/a.md', ['news'], 'news/_drafts/a.md'],
  ])('%s has the categories %j', (path, categories, jekyllPath) => {
    expect(readFileName(path)).toMatchObject({ categories, jekyllPath });
  });
});

describe('a post in a folder of its own is named by it', () => {
  it.each([
    ['2014-01-05-trip/index.md', '2014-01-05', 'trip', '_posts/2014-01-05-trip.md'],
    ['first-trip/index.mdx', undefined, 'first-trip', '_posts/first-trip.mdx'],
    ['travel/2014-1-5-v1.2/Index.html', '2014-1-5', 'v1.2', '_posts/travel/2014-1-5-v1.2.html'],
    ['en/_posts/2014-01-05-trip/index.md', '2014-01-05', 'trip', 'en/_posts/2014-01-05-trip.md'],
    ['_drafts/trip/index.md', undefined, 'trip', '_drafts/trip.md'],
    ['index.md', undefined, 'index', '_posts/index.md'],
    ['en/_posts/index.md', undefined, 'index', 'en/_posts/index.md'],
    ['trip/2014-01-05-index.md', '2014-01-05', 'index', '_posts/trip/2014-01-05-index.md'],
    ['trip/index/2014-01-05-a.md', '2014-01-05', 'a', '_posts/trip/index/2014-01-05-a.md'],
  ])('%s', (path, date, slug, jekyllPath) => {
    const name = readFileName(path);
    expect([name.date, name.slug, name.jekyllPath]).toEqual([date, slug, jekyllPath]);
  });
});

describe('titleFromSlug', () => {
  it.each([
    ['my-first-post', 'My First Post'],
    ['SHOUTING-élan', 'Shouting Élan'],
    ['with spaces here', 'With spaces here'],
    ['-lead', ' Lead'],
    ['trail-', 'Trail'],
    ['a--b', 'A  B'],
    ['2014', '2014'],
    ['', ''],
  ])('%j', (slug, title) => {
    expect(titleFromSlug(slug)).toBe(title);
  });
});
