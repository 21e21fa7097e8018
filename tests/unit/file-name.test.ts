import { describe, expect, it } from 'vitest';
import { readFileName, titleOf } from '../../src/post/file-name.ts';
import { parseYaml } from '../../src/post/yaml.ts';

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

describe('titleOf', () => {
  it.each([
    [undefined, 'my-first-post', 'My First Post'],
    [null, 'fm-null', 'Fm Null'],
    [false, 'fm-false', 'Fm False'],
    [undefined, 'SHOUTING-élan', 'Shouting Élan'],
    [undefined, '-lead', ' Lead'],
    [undefined, 'trail-', 'Trail'],
    [undefined, 'a--b', 'A  B'],
    [undefined, '', ''],
    [undefined, '2014', '2014'],
    ['', 'slug', ''],
    ['A <em>b</em>', 'slug', 'A <em>b</em>'],
  ])('%j with the slug %j', (title, slug, expected) => {
    expect(titleOf(title, slug)).toBe(expected);
  });

  it.each([
    ['yes', 'true'],
    ['123', '123'],
    ['1.0', '1.0'],
    ['2014-01-05', '2014-01-05'],
  ])('an unquoted %s is %j, as Ruby prints it', (text, expected) => {
    expect(titleOf((parseYaml(`title: ${text}`) as { title: unknown }).title, 'slug')).toBe(
      expected,
    );
  });
});
