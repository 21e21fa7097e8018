import { expect, it } from 'vitest';
import { redirectRows, redirectsOf } from '../../../src/source/redirects.ts';

const posts = [
  { data: { url: '/new/', redirectFrom: ['/old/', '/a b/%20c'] } },
  { data: { url: '/other/', redirectFrom: [] } },
];

it('lists every old path with the new one', () => {
  expect(redirectsOf(posts, {})).toEqual([
    { from: '/old/', to: '/new/' },
    { from: '/a b/%20c', to: '/new/' },
  ]);
});

it('names none twice, and none that leads to where it is', () => {
  const data = { url: '/new/', redirectFrom: ['/a%20b/', '/a b/index.html', '/new', '/new/'] };
  expect(redirectsOf([{ data }], {})).toMatchObject([{ to: '/new/' }, { from: '/new' }]);
  const leading = { ...data, redirectFrom: ['/old/', '/old/'], redirectTo: 'https://example.net/' };
  expect(redirectsOf([{ data: leading }], {}).map(({ from }) => from)).toEqual(['/new/', '/old/']);
});

it('writes a row for each, below the base path and without spaces in paths', () => {
  expect(redirectRows(redirectsOf(posts, {}), '/blog')).toBe(
    '/blog/old/ /blog/new/ 301\n/blog/a%20b/%20c /blog/new/ 301\n',
  );
});

const retracted = { '/report/': 'gone', '/b c/': '/new/', '/d/': 'https://example.net/e/' };

it('tells what became of retracted posts', () => {
  expect(redirectRows(redirectsOf([], retracted), '/blog')).toBe(
    [
      '/blog/report/ /blog/report/ 410!\n',
      '/blog/b%20c/ /blog/new/ 301\n',
      '/blog/d/ https://example.net/e/ 301\n',
    ].join(''),
  );
});

it('leaves the address to the post while a preview shows it', () => {
  expect(redirectsOf([{ data: { url: '/report/', redirectFrom: [] } }], retracted)).toEqual([
    { from: '/b c/', to: '/new/' },
    { from: '/d/', to: 'https://example.net/e/' },
  ]);
});
