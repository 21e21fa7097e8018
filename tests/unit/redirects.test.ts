import { expect, it } from 'vitest';
import { redirectRows, redirectsOf } from '../../src/post/redirects.ts';

const posts = [
  { data: { url: '/new/', redirectFrom: ['/old/', '/a b/%20c'] } },
  { data: { url: '/other/', redirectFrom: [] } },
];

it('lists every old path with the new one', () => {
  expect(redirectsOf(posts)).toEqual([
    { from: '/old/', to: '/new/' },
    { from: '/a b/%20c', to: '/new/' },
  ]);
});

it('writes a row for each, below the base path and without spaces in paths', () => {
  expect(redirectRows(redirectsOf(posts), '/blog')).toBe(
    '/blog/old/ /blog/new/ 301\n/blog/a%20b/%20c /blog/new/ 301\n',
  );
});
