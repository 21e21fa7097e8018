import { describe, expect, it } from 'vitest';
import { shorten } from '../../../src/lib/shorten.ts';

describe('shorten', () => {
  it.each([
    ['short', 10, 'short'],
    ['exactly ten', 11, 'exactly ten'],
    ['one two three', 10, 'one two…'],
    ['one two three', 7, 'one two…'],
    ['a longword', 8, 'a longwo…'],
    ['字字字字字字', 4, '字字字字…'],
    ['abc😀def', 4, 'abc…'],
    ['ab👨‍👩‍👧‍👦cd', 6, 'ab…'],
    ['abe\u0301f', 3, 'ab…'],
    ['🇦🇹🇩🇪🇫🇷', 9, '🇦🇹🇩🇪…'],
    ['का कि की', 4, 'का…'],
    ['가나다'.normalize('NFD'), 3, '가'.normalize('NFD') + '…'],
  ])('%j to %i is %j', (text, length, expected) => {
    expect(shorten(text, length)).toBe(expected);
  });
});
