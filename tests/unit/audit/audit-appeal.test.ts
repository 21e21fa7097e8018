import { describe, expect, it } from 'vitest';
import { Appeal, tokensOf } from '../../../src/audit/appeal.ts';

describe('an appeal to published texts', () => {
  const texts = [
    'We came by *train*. ![A bridge](bridge.png) It was late.',
    'It rained.',
    'See the map. ![Roads](roads.png) A [road](/road/ "Roads") leads there.',
    "## The U.S. and what's new",
    'Please email <a href="mailto:{{ site.contact }}">us</a>. {{ site.name }} is good.',
    'contact: team@example.org',
  ];

  it.each([
    ['we came by train', true],
    ['by train It was late', true],
    ['by train it rained', false],
    ['map a road leads', true],
    ['map a leads there', false],
    ['came by It late', false],
    ['was late by train', false],
    ['please email team@example.org', true],
    ['please email them@example.org', false],
    ['example.org is good', true],
    ['please call team@example.org', false],
  ])('%s, as text: %s', (words, expected) => {
    const tokens = tokensOf(words);
    expect(new Appeal(texts, { tokens }).isText(tokens)).toBe(expected);
  });

  it.each([
    ['the-us-and-whats-new', true],
    ['us', true],
    ['whats', true],
    ['by-train-it-was', false],
    ['u-s', false],
  ])('%s, as a slug: %s', (words, expected) => {
    const tokens = tokensOf(words);
    expect(new Appeal(texts, { tokens }).isSlug(tokens)).toBe(expected);
  });

  it.each([
    ['rain', true],
    ['emai', true],
    ['brid', true],
    ['contactteam', true],
    ['trolley', false],
    ['tunnel', false],
  ])('%s, as a stem: %s', (word, expected) => {
    expect(new Appeal(texts, { stems: [word] }).isStem(word)).toBe(expected);
  });

  it('is not for long texts', () => {
    const text = 'one two three four five six seven eight nine ten eleven';
    const tokens = tokensOf(text);
    expect(new Appeal([text], { tokens }).isText(tokens)).toBe(false);
  });
});
