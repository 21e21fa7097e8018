import { expect, it } from 'vitest';
import { createRelated } from '../../../src/posts/related.ts';

const posts = ['a', 'b', 'c', 'd', 'e', 'f'];

it('finds posts that share terms, the rarer the better', () => {
  const related = createRelated(posts, [
    ['a', 'b', 'c', 'd'],
    ['a', 'd'],
  ]);
  expect(related('a', 2)).toEqual(['d', 'b']);
});

it('takes the nearer in time of two that share as much', () => {
  const related = createRelated(posts, [['a', 'c', 'e', 'f']]);
  expect(related('e', 3)).toEqual(['f', 'c', 'a']);
});

it('finds nothing for a post without shared terms', () => {
  const related = createRelated(posts, [['a'], ['b', 'c']]);
  expect(related('a', 3)).toEqual([]);
  expect(related('f', 3)).toEqual([]);
  expect(related('unlisted', 3)).toEqual([]);
});

it('compares the nearest posts of a large term alone', () => {
  const many = Array.from({ length: 1000 }, (_, index) => index);
  const related = createRelated(many, [many]);
  expect(related(500, 1000)).toHaveLength(24);
  expect(related(500, 2)).toEqual([499, 501]);
});
