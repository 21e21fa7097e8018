import { expect, it } from 'vitest';
import { paginate } from '../../../src/source/paginate.ts';

it('spreads a list over pages', () => {
  expect(paginate(['a', 'b', 'c', 'd', 'e'], 2, '/tags/c/')).toEqual([
    {
      items: ['a', 'b'],
      number: 1,
      count: 3,
      path: '/tags/c/',
      newer: undefined,
      older: '/tags/c/page/2/',
    },
    {
      items: ['c', 'd'],
      number: 2,
      count: 3,
      path: '/tags/c/page/2/',
      newer: '/tags/c/',
      older: '/tags/c/page/3/',
    },
    {
      items: ['e'],
      number: 3,
      count: 3,
      path: '/tags/c/page/3/',
      newer: '/tags/c/page/2/',
      older: undefined,
    },
  ]);
});

it.each([
  [0, 10, 1],
  [1, 10, 1],
  [10, 10, 1],
  [11, 10, 2],
  [3, 1, 3],
])('%i items by %i make %i pages', (length, size, pages) => {
  const items = Array.from({ length }, (_, i) => i);
  const result = paginate(items, size, '/');
  expect(result).toHaveLength(pages);
  expect(result.flatMap((page) => page.items)).toEqual(items);
});
