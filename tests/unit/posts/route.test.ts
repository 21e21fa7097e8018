import { describe, expect, it } from 'vitest';
import {
  copyParam,
  devParam,
  fileParam,
  outputFile,
  routeParam,
} from '../../../src/posts/route.ts';

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

describe('outputFile', () => {
  it.each([
    ['/', 'index.html'],
    ['/hello/', 'hello/index.html'],
    ['/hello', 'hello.html'],
    ['/hello.html', 'hello.html'],
    ['/hello.html/', 'hello.html/index.html'],
    ['/2014/01/hello', '2014/01/hello.html'],
    ['/c%23/', 'c#/index.html'],
    ['/100%25', '100%.html'],
    ['/what%3F/', 'what?/index.html'],
    ['/a%2523b/', 'a%23b/index.html'],
    ['/%E6%97%A5/', '日/index.html'],
  ])('of the page at %s is %s', (url, file) => {
    const param = url === '/' ? '' : (fileParam(url) ?? '');
    expect(param).not.toMatch(/[%#?]/);
    expect(outputFile(`/${param}/`, true)).toBe(file);
  });

  it('of what is copied has its name', () => {
    expect(outputFile(`/${copyParam('/a%23b/c%3F.txt')}`, false)).toBe('a#b/c?.txt');
  });

  it('of the page for what is missing is where hosts look', () => {
    expect(outputFile('/404/', true)).toBe('404.html');
  });
});

it.each([
  ['/a/', 'a'],
  ['/a.html', 'a'],
  ['/a/b', 'a/b'],
])('devParam of %s is %s', (url, param) => {
  expect(devParam(url)).toBe(param);
});
