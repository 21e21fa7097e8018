import { describe, expect, it } from 'vitest';
import { decodePath, fileName, fileParam, routeParam } from '../../src/post/route.ts';

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

describe('fileParam', () => {
  it.each([
    ['/', undefined],
    ['/posts/hello/', 'posts/hello'],
    ['/posts/hello', 'posts/hello.html'],
    ['/posts/hello.html', 'posts/hello.html'],
  ])('of %s is %s', (url, param) => {
    expect(fileParam(url)).toBe(param);
  });
});

it('decodePath leaves alone what is not an escape', () => {
  expect(decodePath('/100%/%e6%97%a5/%ff/')).toBe('/100%/日/%ff/');
});

it.each(['c#', '100%', 'what?', 'a%23b', '日本語'])('the file for %s has that name', (name) => {
  const param = fileParam(`/${encodeURIComponent(name)}/`) ?? '';
  expect(param).not.toMatch(/[%#?]/);
  expect(fileName(param)).toBe(name);
});
