import { describe, expect, it } from 'vitest';
import { slugify } from '../../../src/jekyll/rules/slug.ts';

const FILE = 'The _config.yml file';

describe('slugify', () => {
  it.each([
    ['none', 'the _config.yml file'],
    ['raw', 'the-_config.yml-file'],
    ['default', 'the-config-yml-file'],
    ['pretty', 'the-_config.yml-file'],
    ['ascii', 'the-config-yml-file'],
    ['latin', 'the-config-yml-file'],
    ['no such mode', 'the _config.yml file'],
  ])('mode %s', (mode, slug) => {
    expect(slugify(FILE, mode)).toBe(slug);
  });

  it('keeps capitals when asked to', () => {
    expect(slugify(FILE, 'pretty', true)).toBe('The-_config.yml-file');
    expect(slugify(FILE, 'none', true)).toBe(FILE);
  });

  it.each([
    ['Ünïcode 日本語', 'default', 'ünïcode-日本語'],
    ['Ünïcode 日本語', 'ascii', 'n-code'],
    ['Ünïcode Straße Łódź 日本語', 'latin', 'unicode-strasse-lodz'],
    ["a.b_c~d!e$f&g'h(i)j+k,l;m=n@o", 'pretty', "a.b_c~d!e$f&g'h(i)j+k,l;m=n@o"],
    ["a.b_c~d!e$f&g'h(i)j+k,l;m=n@o", 'default', 'a-b-c-d-e-f-g-h-i-j-k-l-m-n-o'],
    ['#hash?q', 'pretty', 'hash-q'],
    ['  two  spaces  ', 'raw', 'two-spaces'],
    ['--double--', 'default', 'double'],
    ['😀', 'pretty', ''],
    ['', 'default', ''],
  ])('%s in mode %s', (text, mode, slug) => {
    expect(slugify(text, mode)).toBe(slug);
  });

  it('takes one hyphen from either end and no more', () => {
    expect(slugify('--a--', 'raw')).toBe('-a-');
  });
});
