import { expect, it } from 'vitest';
import { countWords } from '../../../src/store/words.ts';

it.each([
  ['', 0],
  ['one two  three', 3],
  ['don’t count well-known words twice', 5],
  ['**bold** _and_ `code()`', 3],
  ['日本語', 2],
  ['日本語 and English', 4],
])('counts %j as %i', (text, words) => {
  expect(countWords(text)).toBe(words);
});
