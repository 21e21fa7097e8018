import { expect, it } from 'vitest';
import { tableOfContents } from '../../../src/components/post/toc.ts';

const headings = (...depths: number[]) =>
  depths.map((depth, i) => ({ depth, slug: `s${i}`, text: `T${i}` }));

/** `0[1]` is an entry with one below it. */
const shape = (...depths: number[]) =>
  tableOfContents(headings(...depths))
    .map(({ id, children }) => id + (children.length > 0 ? `[${children.map((c) => c.id)}]` : ''))
    .join(' ');

it.each([
  [[], ''],
  [[2, 2], ''],
  [[2, 2, 2], 's0 s1 s2'],
  [[2, 3, 3, 2], 's0[s1,s2] s3'],
  [[2, 3, 4, 2], 's0[s1] s3'],
  [[3, 3, 4], 's0 s1[s2]'],
  [[1, 2, 2], 's0[s1,s2]'],
  [[3, 2, 3], 's0 s1[s2]'],
  [[4, 2, 4], 's0 s1'],
])('headings of the levels %j become %j', (depths, expected) => {
  expect(shape(...depths)).toBe(expected);
});
