import { describe, expect, it } from 'vitest';
import { belowSite, decodePath, isWhole, rooted } from '../../../src/lib/url.ts';

it('decodePath leaves alone what is not an escape', () => {
  expect(decodePath('/100%/%e6%97%a5/%ff/')).toBe('/100%/日/%ff/');
});

describe('isWhole', () => {
  it.each(['https://example.org', 'mailto:a@b', '//cdn.example/a.png', 'DATA:image/png,'])(
    'takes %s for a whole address',
    (address) => expect(isWhole(address)).toBe(true),
  );

  it.each(['/a', 'a.png', '../a:b', '#a', '?a=https://b', ''])('takes %s for a path', (path) =>
    expect(isWhole(path)).toBe(false),
  );
});

it.each([
  ['a', '/a'],
  ['/a/', '/a/'],
  ['//a', '/a'],
  ['', '/'],
])('rooted %j is %s', (path, expected) => {
  expect(rooted(path)).toBe(expected);
});

describe('belowSite', () => {
  const site = { url: 'https://example.org', base: '/blog' };

  it.each([
    ['https://example.org/blog/a/', '/a/'],
    ['https://example.org/a/', '/a/'],
    ['https://example.org', ''],
    ['/blog/a/', '/blog/a/'],
    ['https://example.organic/a/', 'https://example.organic/a/'],
    ['/a?of=https://example.org/b', '/a?of=https://example.org/b'],
  ])('of %s is %s', (address, path) => {
    expect(belowSite(address, site)).toBe(path);
  });
});
