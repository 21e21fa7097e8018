import { expect, it } from 'vitest';
import { interfaceFor } from '../../src/i18n/strings.ts';

it.each([
  ['en', 'en'],
  ['en-GB', 'en-GB'],
  ['tlh', 'en'],
])('the interface for %s is in %s', (lang, expected) => {
  expect(interfaceFor(lang).lang).toBe(expected);
});
