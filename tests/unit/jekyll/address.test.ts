import { describe, expect, it } from 'vitest';
import { fittingName, toAddress } from '../../../src/jekyll/rules/address.ts';
import { outputPath } from '../../../src/jekyll/rules/permalink.ts';
import { fileParam, outputFile } from '../../../src/posts/route.ts';

const nfd = (text: string) => text.normalize('NFD');

describe('toAddress keeps what can be asked for', () => {
  it.each([
    '/',
    '/posts/a/',
    '/a b/ü/日本.html',
    "/it's/a;b,c+d/~e/$f/(g)/",
    '/%E6%97%A5/%20/%2F/',
    '/br[a]ck/q"q/pipe|x/star*/',
    '/.well-known/x/',
    '/dot./',
    'relative/x',
  ])('%s', (path) => {
    expect(toAddress(path)).toBe(path);
  });
});

describe('toAddress changes what would lead nowhere', () => {
  it.each([
    [nfd('/über/がぎ/한글/'), '/über/がぎ/한글/'],
    [encodeURI(nfd('/über/한글/')), encodeURI('/über/한글/')],
    ['/u%CC%88ber%20x/', '/%C3%BCber%20x/'],
    ['/back\\slash/', '/back%5Cslash/'],
    ['/c#d/', '/c%23d/'],
    ['/what?/', '/what%3F/'],
    ['/100%/', '/100%25/'],
    ['/caf%E9/', '/caf%25E9/'],
    ['/a\tb\nc/', '/a%09b%0Ac/'],
    ['/a\0b%00/', '/ab/'],
    ['/a / b/', '/a%20/%20b/'],
    ['/a//b/./c/%2e%2e/', '/a/b/c/'],
    ['/a/..', '/a/'],
    ['/\ud800x/', '/\ufffdx/'],
  ])('%j', (path, address) => {
    expect(toAddress(path)).toBe(address);
    expect(toAddress(address)).toBe(address);
  });
});

describe('names longer than file systems take', () => {
  const long = '長い'.repeat(60);

  it('are cut between characters, and keep apart what is not the same', () => {
    const names = [long, `${long}a`, `${long}b`].map(fittingName);
    expect(new Set(names).size).toBe(3);
    for (const name of names) {
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(246);
      expect(name).toMatch(/^(長い)+長?-[\da-f]{8}$/);
      expect(fittingName(name)).toBe(name);
    }
    expect(fittingName(long)).toBe(names[0]);
  });

  it('keep their ending', () => {
    expect(fittingName(`${long}.html`)).toMatch(/-[\da-f]{8}\.html$/);
  });

  it('are cut in each part of an address, written with escapes or without', () => {
    const address = toAddress(`/a/${long}/b/${encodeURIComponent(long)}/`);
    const [, a, first, b, second] = address.split('/');
    expect([a, b]).toEqual(['a', 'b']);
    expect(first).toBe(second);
  });

  it('of the usual length are left alone', () => {
    const name = 'x'.repeat(241);
    expect(toAddress(`/${name}/`)).toBe(`/${name}/`);
  });
});

it.each([
  ['/back\\slash/', 'back\\slash/index.html'],
  ['/a%09b/', 'a\tb/index.html'],
  ['/a%20/', 'a /index.html'],
  ['/c#d', 'c#d.html'],
  ['/100%/', '100%/index.html'],
])('the file of %j is %j, and Astro writes it by a name that is no part of a URL', (path, file) => {
  const address = toAddress(path);
  expect(outputPath(address)).toBe(file);
  const param = fileParam(address) ?? '';
  const asked = new URL(`/${param}`, 'http://site.invalid').pathname;
  expect(decodeURIComponent(asked)).toBe(`/${param}`);
  expect(outputFile(param, true)).toBe(file);
});
