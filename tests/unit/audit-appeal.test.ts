import { describe, expect, it } from 'vitest';
import { createAppeal, tokensOf } from '../../src/audit/appeal.ts';

describe('an appeal to published texts', () => {
  const isExplained = createAppeal([
    'We came by *train*. ![A bridge](bridge.png) It was late.',
    'It rained.',
  ]);
  it.each([
    ['we came by train', true],
    ['by train It was late', true],
    ['by train it rained', false],
    ['came by It late', false],
    ['was late by train', false],
  ])('%s: %s', (words, expected) => {
    expect(isExplained(tokensOf(words))).toBe(expected);
  });

  it('is not for long texts', () => {
    const text = 'one two three four five six seven eight nine ten eleven';
    expect(createAppeal([text])(tokensOf(text))).toBe(false);
  });
});
