import { describe, expect, it } from 'vitest';
import { mendLinks, type Renamed } from '../../../src/cli/mend-links.ts';

const site = { url: 'https://blog.example', base: '' };
const POSTS = 'src/content/posts';
const renamed: Renamed = {
  moves: [
    [`${POSTS}/2026-01-01-old`, `${POSTS}/2026-01-01-new`],
    [`${POSTS}/2026-01-01-old.md`, `${POSTS}/2026-01-01-new.md`],
  ],
  names: ['2026-01-01-old', '2026-01-01-new'],
  urls: ['/posts/old/', '/posts/new/'],
  isMeant: (_, written) => written.includes('2026-01-01-old'),
};
const place = { file: `${POSTS}/2026-02-02-other.md`, url: '/posts/other/' };
const mend = (text: string, change: Partial<Renamed> = {}, base = '') =>
  mendLinks(text, place, { ...renamed, ...change }, { ...site, base });

describe('mendLinks', () => {
  it.each([
    ['Markdown', '[a](/posts/old/) and [b](/posts/old/#part "T")'],
    ['without its last slash', '[a](/posts/old)'],
    ['with the name of the file', '[a](/posts/old/index.html?x=1)'],
    ['a reference', '[a][r]\n\n[r]: /posts/old/ "Title"'],
    ['an address alone', '<https://blog.example/posts/old/>'],
    ['an address in a sentence', 'See https://blog.example/posts/old/ or ask.'],
    ['HTML', `<a href="/posts/old/">a</a> <a href='../old/'>b</a> <a href=/posts/old/>c</a>`],
    ['a relative address', '[a](../old/#x)'],
    ['one with dots', '[a](./../old/)'],
    ['Liquid’s base', '[a]({{ site.baseurl }}/posts/old/) {{ "/posts/old/" | relative_url }}'],
    ['a file', '[a](2026-01-01-old.md) [b](./2026-01-01-old.md#x)'],
    ['a file from the root', `[a](/${POSTS}/2026-01-01-old.md)`],
    ['a picture in its folder', '![a](2026-01-01-old/a.png) <img src="2026-01-01-old/b/c.png">'],
    ['post_url', '[a]({% post_url 2026-01-01-old %}) {%- post_url 2026-01-01-old -%}'],
    ['link', '[a]({% link _posts/2026-01-01-old.md %})'],
    ['include_relative', '{% include_relative 2026-01-01-old/part.md %}'],
    ['front matter', '---\nredirect_to: /posts/old/\nmore:\n  - /posts/old/\n---\n'],
    ['a nested list', '- a\n    - b [c](/posts/old/)'],
    ['ends of lines of Windows', '[a](/posts/old/)\r\n[b](/posts/old/)\r\n'],
  ])('mends %s', (_, text) => {
    expect(mend(text)).toBe(text.replaceAll('old', 'new'));
  });

  it.each([
    ['another post', '[a](/posts/older/) [b](/posts/old/er/) [c](/old/)'],
    ['another host', '[a](https://other.example/posts/old/)'],
    ['code', '`[a](/posts/old/)`\n\n```\n[a](/posts/old/)\n```\n'],
    ['prose', 'old (old) "old" posts/old: old'],
    ['another file', '[a](2026-01-01-older.md) [b](x/2026-01-01-old.md)'],
    ['Liquid’s tags that mean another', '{% post_url 2026-01-02-old %}'],
  ])('leaves %s alone', (_, text) => {
    expect(mend(text)).toBe(text);
  });

  it('knows addresses with and without the base path', () => {
    expect(mend('[a](/blog/posts/old/) [b](/posts/old/)', {}, '/blog')).toBe(
      '[a](/blog/posts/new/) [b](/posts/new/)',
    );
  });

  it('writes escapes where there were escapes', () => {
    const urls = ['/posts/%E5%8F%A4/', '/posts/%E6%96%B0/'] as const;
    expect(mend('[a](/posts/古/) [b](/posts/%E5%8F%A4/)', { urls })).toBe(
      '[a](/posts/新/) [b](/posts/%E6%96%B0/)',
    );
  });

  it('knows addresses that end in .html', () => {
    const urls = ['/2026/old.html', '/2026/new.html'] as const;
    expect(mend('[a](/2026/old.html) [b](/2026/old)', { urls })).toBe(
      '[a](/2026/new.html) [b](/2026/new)',
    );
  });

  it('writes the whole address where more than one part of it is another', () => {
    const urls = ['/a/old/', '/b/new/'] as const;
    expect(mend('[a](/a/old/#x) [b](https://blog.example/a/old/)', { urls })).toBe(
      '[a](/b/new/#x) [b](https://blog.example/b/new/)',
    );
  });
});
