import { describe, expect, it } from 'vitest';
import { shownHtml } from '../../../src/html/shown.ts';
import { linkWithBase } from '../../../src/html/base-path.ts';

describe('linkWithBase', () => {
  it.each([
    ['/about/', '/blog/about/'],
    ['/', '/blog/'],
    ['/blog/about/', '/blog/about/'],
    ['/blog', '/blog'],
    ['/blog?a', '/blog?a'],
    ['/blogs/', '/blog/blogs/'],
    ['//example.org/a', '//example.org/a'],
    ['https://example.org/', 'https://example.org/'],
    ['a/b', 'a/b'],
    ['#a', '#a'],
    ['', ''],
  ])('%s is %s', (link, expected) => {
    expect(linkWithBase(link, '/blog')).toBe(expected);
    expect(linkWithBase(link, '')).toBe(link);
  });
});

describe('shownHtml', () => {
  it.each([
    [
      '<a href="/x">x</a><img src=/y.png><p title="/z">',
      '<a href="/b/x">x</a><img src="/b/y.png"><p title="/z">',
    ],
    [
      '<video poster="/a.png"><source src=/a.mp4></video>',
      '<video poster="/b/a.png"><source src="/b/a.mp4"></video>',
    ],
    [
      '<img srcset="/a.png 1x, /b/c.png 2x, d.png">',
      '<img srcset="/b/a.png 1x, /b/c.png 2x, d.png">',
    ],
    [
      '<form action="/s/"><input src=\'/i.png\' formaction="/t/">',
      '<form action="/b/s/"><input src="/b/i.png" formaction="/b/t/">',
    ],
    [
      '<svg><image href="/i.png"/><use xlink:href="#a"/></svg>',
      '<svg><image href="/b/i.png"/><use xlink:href="#a"/></svg>',
    ],
    ['<object data="/a.pdf"><p data="/a">', '<object data="/b/a.pdf"><p data="/a">'],
    [
      '<script src="/a.js">"<a href=\'/x\'>"</script>',
      '<script src="/b/a.js">"<a href=\'/x\'>"</script>',
    ],
    ['<blockquote cite="/q/">', '<blockquote cite="/b/q/">'],
    ['<a href="//h.example/">', '<a href="//h.example/">'],
  ])('puts the addresses of %s below the base path', (html, expected) => {
    expect(shownHtml(html, '/b')).toBe(expected);
    expect(shownHtml(expected, '/b')).toBe(expected);
    expect(shownHtml(html, '')).toBe(html);
  });

  it('leaves a <source> what it can have', () => {
    expect(shownHtml('<source srcset="/a.webp 1x" src="/a" loading="lazy">', '')).toBe(
      '<source srcset="/a.webp 1x">',
    );
  });
});
