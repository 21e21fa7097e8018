import { describe, expect, it } from 'vitest';
import { readFileName, titleFromSlug } from '../../src/post/file-name.ts';

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
