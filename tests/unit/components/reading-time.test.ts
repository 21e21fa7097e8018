import { expect, it } from 'vitest';
import { readingMinutes } from '../../../src/components/post/reading-time.ts';

it.each([
  [0, 1],
  [238, 1],
  [600, 3],
  [2380, 10],
])('%i words take %i min', (words, minutes) => {
  expect(readingMinutes(words)).toBe(minutes);
});
