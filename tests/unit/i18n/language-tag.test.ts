import { describe, expect, it } from 'vitest';
import { readLanguage } from '../../../src/i18n/language-tag.ts';

describe('readLanguage', () => {
  it.each([
    ['en', 'en'],
    ['EN', 'en'],
    [' de ', 'de'],
    ['no', 'no'],
    ['pt-br', 'pt-BR'],
    ['pt_BR', 'pt-BR'],
    ['zh_tw', 'zh-TW'],
    ['zh-Hans', 'zh-Hans'],
    ['zh_Hant_HK', 'zh-Hant-HK'],
    ['en_US.UTF-8', 'en-US'],
    ['de_DE@euro', 'de-DE'],
    ['sr.utf8', 'sr'],
    ['iw', 'he'],
    ['gsw', 'gsw'],
    ['aaa', 'aaa'],
    ['de-CH-1996', 'de-CH-1996'],
  ])('%s is %s', (text, tag) => {
    expect(readLanguage(text)).toEqual({ tag });
  });

  it.each([
    ['english', 'Did you mean `en`?'],
    ['German', 'Did you mean `de`?'],
    ['jp', 'Did you mean `ja`?'],
    ['CZ', 'Did you mean `cs`?'],
    ['klingon!', undefined],
    ['', undefined],
    ['x', undefined],
    ['xx', undefined],
    ['C', undefined],
    ['und', undefined],
    ['en us', undefined],
    ['en--US', undefined],
    ['x-private', undefined],
    ['日本語', undefined],
  ])('%j is no tag', (text, hint) => {
    expect(readLanguage(text)).toEqual({ hint });
  });
});
