import { describe, expect, it } from 'vitest';
import { htmlWithBase, linkWithBase } from '../../src/markdown/base-path.ts';

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

it('finds the addresses in HTML', () => {
  expect(htmlWithBase('<a href="/x">x</a><img src=/y.png><p title="/z">', '/blog')).toBe(
    '<a href="/blog/x">x</a><img src="/blog/y.png"><p title="/z">',
  );
  expect(htmlWithBase('<video poster="/a.png"><source src=/a.mp4></video>', '/b')).toBe(
    '<video poster="/b/a.png"><source src="/b/a.mp4"></video>',
  );
});
