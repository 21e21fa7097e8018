import { expect, it } from 'vitest';
import { wrongCounts } from '../../../src/audit/counts.ts';

const expected = new Map([
  ['/tags/a b/', 2],
  ['/archives/2026/', 3],
]);
const counted = (href: string, count: number) =>
  `<li><a href="${href}">x</a> <span class="count" title="${count} posts"> ${count} </span></li>`;

it.each([
  [counted('/blog/tags/a%20b/', 2), []],
  [counted('/blog/archives/2026/', 3), []],
  [counted('/blog/tags/a%20b/', 3), [3]],
  [counted('/blog/archives/2026/', 4), [4]],
  [counted('/blog/tags/only-a-draft-has-it/', 1), [1]],
  [counted('https://example.com/x/', 7), []],
  ['<a href="/blog/archives/2026/">2026</a>', []],
])('%s', (html, values) => {
  const problems = wrongCounts('x.html', html, expected, { base: '/blog' });
  expect(problems.map(({ value }) => value)).toEqual(values);
});
