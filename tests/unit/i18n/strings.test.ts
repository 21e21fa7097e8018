import { expect, it } from 'vitest';
import { en } from '../../../src/i18n/en.ts';
import { interfaceFor } from '../../../src/i18n/strings.ts';

it.each([
  ['en', 'en'],
  ['en-GB', 'en-GB'],
  ['de-AT', 'de-AT'],
  ['tlh', 'en'],
])('the interface for %s is in %s', (lang, expected) => {
  expect(interfaceFor(lang).lang).toBe(expected);
});

it.each(['ar', 'de', 'es', 'fr', 'ja'])('%s is no copy of English', (lang) => {
  const { strings } = interfaceFor(lang);
  const same = Object.entries(en).filter(
    ([key, value]) => typeof value === 'string' && strings[key as keyof typeof en] === value,
  );
  // A few words are the same in both.
  expect(same.length).toBeLessThan(4);
});

it.each([
  ['ar', 1, 'تدوينة واحدة'],
  ['ar', 2, 'تدوينتان'],
  ['ar', 5, '5 تدوينات'],
  ['ar', 12, '12 تدوينة'],
  ['de', 1, '1 Beitrag'],
  ['fr', 0, '0 article'],
  ['ja', 3, '3件の記事'],
])('in %s, %i posts are %s', (lang, count, expected) => {
  expect(interfaceFor(lang).strings.posts(count)).toBe(expected);
});
