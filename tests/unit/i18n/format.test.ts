import { expect, it } from 'vitest';
import {
  formatDate,
  languageName,
  languageOf,
  localeOf,
  textDirection,
} from '../../../src/i18n/format.ts';

const time = Date.UTC(2025, 8, 4, 23, 30);

it.each([
  ['long', 'en', 'UTC', 'September 4, 2025'],
  ['long', 'en-GB', 'UTC', '4 September 2025'],
  ['long', 'en-GB', 'Europe/Vienna', '5 September 2025'],
  ['long', 'de', 'America/New_York', '4. September 2025'],
  ['long', 'ja', 'UTC', '2025年9月4日'],
  ['day', 'en', 'UTC', '4'],
  ['month', 'fr', 'UTC', 'septembre'],
] as const)('a %s date in %s and %s is %s', (style, lang, timeZone, expected) => {
  expect(formatDate(time, style, lang, timeZone)).toBe(expected);
});

it.each([
  ['en', 'ltr'],
  ['ar', 'rtl'],
  ['he-IL', 'rtl'],
  ['az-Arab', 'rtl'],
  ['ja', 'ltr'],
])('%s is written %s', (lang, direction) => {
  expect(textDirection(lang)).toBe(direction);
});

it.each([
  ['en', 'en', {}],
  ['de', 'en', { lang: 'de', dir: 'ltr' }],
  ['en', 'ar', { lang: 'en', dir: 'ltr' }],
  ['ar', 'en', { lang: 'ar', dir: 'rtl' }],
])('text in %s on a page in %s is marked %j', (lang, around, attributes) => {
  expect(languageOf(lang, around)).toEqual(attributes);
});

it.each([
  ['en', 'en_US', 'English'],
  ['en-GB', 'en_GB', 'British English'],
  ['de', 'de_DE', 'Deutsch'],
  ['zh-Hant', 'zh_TW', '繁體中文'],
  ['tlh', 'tlh', 'Klingon'],
])('%s is %s in previews and called %s', (lang, locale, name) => {
  expect(localeOf(lang)).toBe(locale);
  expect(languageName(lang)).toBe(name);
});
