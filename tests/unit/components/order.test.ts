import { expect, it } from 'vitest';
import { byLetter, newestOf, pinnedFirst } from '../../../src/components/list/arrange.ts';

const post = (id: string, pin = false) => ({ id, data: { pin } });

it('pinnedFirst keeps the order of the pinned and of the others', () => {
  const posts = [post('a'), post('b', true), post('c'), post('d', true)];
  expect(pinnedFirst(posts).map(({ id }) => id)).toEqual(['b', 'd', 'a', 'c']);
  expect(posts[0]?.id).toBe('a');
});

it('newestOf finds what is new below what is pinned, and the first of those of one moment', () => {
  const dated = (...times: number[]) => times.map((time, id) => ({ id, data: { date: { time } } }));
  expect(newestOf(dated(1, 9, 9, 3))?.id).toBe(1);
  expect(newestOf(dated())).toBeUndefined();
});

it.each([
  ['apple', 'A'],
  ['Éclair', 'E'],
  ['ñandú', 'N'],
  ['日本語', '日'],
  ['Ωmega', 'Ω'],
  ['2001', '0–9'],
  ['٣', '0–9'],
  ['.net', '#'],
  ['🎉', '#'],
])('byLetter puts %s under %s', (name, letter) => {
  expect(byLetter([{ name }])).toEqual([{ letter, items: [{ name }] }]);
});

it('byLetter makes one group for a letter', () => {
  const names = ['C', 'C#', 'css', 'Éa', 'eb'].map((name) => ({ name }));
  expect(byLetter(names).map(({ letter, items }) => [letter, items.length])).toEqual([
    ['C', 3],
    ['E', 2],
  ]);
});
