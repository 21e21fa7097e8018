import { describe, expect, it } from 'vitest';
import { devParam, fileParam, outputName, routeParam } from '../../../src/posts/route.ts';

describe('routeParam', () => {
  it.each([
    ['/', undefined],
    ['/posts/hello/', 'posts/hello'],
    ['/posts/hello', 'posts/hello'],
    ['/a%20b/', 'a b'],
    ['/tags/%E6%97%A5/', 'tags/日'],
    ['/c%23/', 'c#'],
    ['/a.html', 'a.html'],
  ])('of %s is %s', (url, param) => {
    expect(routeParam(url)).toBe(param);
  });
});

describe('outputName', () => {
  it.each([
    ['/hello/', 'hello', false],
    ['/hello', 'hello.html', true],
    ['/hello.html', 'hello.html', true],
    ['/hello.html/', 'hello.html', false],
    ['/c%23/', 'c#', false],
    ['/100%25', '100%.html', true],
    ['/what%3F/', 'what?', false],
    ['/a%2523b/', 'a%23b', false],
    ['/%E6%97%A5/', '日', false],
  ])('of what Astro writes for %s is %s', (url, name, isFile) => {
    const folder = fileParam(url) ?? '';
    expect(folder).not.toMatch(/[%#?]/);
    expect(outputName(folder)).toEqual({ name, isFile });
  });

  it('leaves the names of other folders alone', () => {
    expect(outputName('2026')).toEqual({ name: '2026', isFile: false });
  });
});

it.each([
  ['/a/', 'a'],
  ['/a.html', 'a'],
  ['/a/b', 'a/b'],
])('devParam of %s is %s', (url, param) => {
  expect(devParam(url)).toBe(param);
});
