import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  parseYaml,
  toPlain,
  toText,
  YamlError,
  YamlScalar,
} from '../../../src/jekyll/rules/yaml.ts';

/** What an unquoted value becomes. */
const plain = (text: string) => (parseYaml(`key: ${text}`) as { key: unknown }).key;

describe('parseYaml: plain scalars as YAML 1.1', () => {
  it.each(['', '~', 'null', 'Null', 'NULL'])('%j is empty', (text) => {
    expect(plain(text)).toBeNull();
  });

  it.each(['true', 'True', 'TRUE', 'yes', 'Yes', 'YES', 'on', 'On', 'oN'])('%s is true', (text) => {
    expect(plain(text)).toBe(true);
  });

  it.each(['false', 'False', 'no', 'No', 'NO', 'off', 'OFF'])('%s is false', (text) => {
    expect(plain(text)).toBe(false);
  });

  it.each([
    ['0', 0],
    ['-5', -5],
    ['+5', 5],
    ['1_000', 1000],
    ['1,000', 1000],
    ['0777', 511],
    ['-010', -8],
    ['0xff', 255],
    ['0b101', 5],
    ['1.5', 1.5],
    ['.5', 0.5],
    ['1,234.5', 1234.5],
    ['2.5e-1', 0.25],
    ['12:30', 45_000],
    ['1:02:03', 3723],
  ])('%s is the number %d', (text, value) => {
    expect(plain(text)).toBe(value);
  });

  it.each([
    'y',
    'n',
    'Y',
    'N',
    '08',
    '1e3',
    '.',
    '1.2.3',
    '12:99',
    'nil',
    '-x',
    '12345678901234567890',
  ])('%s is text', (text) => {
    expect(plain(text)).toBe(text);
  });

  it('tells dates and times from text in quotes', () => {
    expect(plain('2014-1-5')).toEqual(new YamlScalar('date', '2014-01-05'));
    expect(plain('2014-01-05 10:00:00 -0400')).toEqual(
      new YamlScalar('time', '2014-01-05 10:00:00 -0400'),
    );
    expect(plain('"2014-01-05"')).toBe('2014-01-05');
    expect(plain('2014-01-05 10:00')).toBe('2014-01-05 10:00');
    expect(plain('2014-02-30')).toBe('2014-02-30');
  });

  it('keeps the fraction of a number that is whole', () => {
    expect(plain('1.0')).toEqual(new YamlScalar('float', '1.0'));
    expect(plain('2.')).toEqual(new YamlScalar('float', '2.0'));
  });

  it('reads a symbol as text or refuses it', () => {
    expect(plain(':smile')).toBe(':smile');
    expect(() => parseYaml('title: x\nicon: :smile', 'error')).toThrow(YamlError);
  });
});

describe('parseYaml: syntax as libyaml', () => {
  it.each([
    ['a: 1\na: 2', { a: 2 }],
    ['a: "one\ntwo"\nb: 3', { a: 'one two', b: 3 }],
    ["a:\n  - 'one\n\ntwo'", { a: ['one\ntwo'] }],
    ['a: [x,\ny]', { a: ['x', 'y'] }],
    ['a: &list [x]\nb: *list', { a: ['x'], b: ['x'] }],
    ['a: &base {x: 1}\nb:\n  <<: *base\n  y: 2', { a: { x: 1 }, b: { x: 1, y: 2 } }],
    ['a: |\n  x\n  ---\n  y\n', { a: 'x\n---\ny\n' }],
    ['a: b\r\nc: d\r\n', { a: 'b', c: 'd' }],
    ['ключ: да', { ключ: 'да' }],
    ['', undefined],
  ])('%j', (text, value) => {
    expect(parseYaml(text)).toEqual(value);
  });

  it.each([
    ['a: @b', 1],
    ['a: 1\nb: c: d', 2],
    ['a:\n\t- b', 2],
    ['a: 1\nb: &b [1, *b]', 2],
    ['a: 1\n--- b', 1],
  ])('%j is refused on line %d', (text, line) => {
    expect(() => parseYaml(text)).toThrow(expect.objectContaining({ name: 'YamlError', line }));
  });

  it.each([
    ['!a\n1', 1],
    ['!a\ntrue', true],
  ])('%j is a value below its tag', (text, value) => {
    const tags: string[] = [];
    expect(parseYaml(text, 'error', (tag) => tags.push(tag))).toBe(value);
    expect(tags).toEqual(['!a']);
  });

  it('throws nothing but YamlError', () => {
    const text = fc.array(fc.constantFrom(...'ab:-# \n\t\'"[]{},&*!|>%@0123'), { maxLength: 60 });
    fc.assert(
      fc.property(text, (characters) => {
        try {
          parseYaml(characters.join(''));
        } catch (error) {
          expect(error).toBeInstanceOf(YamlError);
        }
      }),
    );
  });
});

describe('parseYaml: tags', () => {
  it.each([
    ['!binary |-\n  w6RiYw==', 'äbc'],
    ['!!binary w6RiYw==', 'äbc'],
    ['!!int "5"', 5],
    ['!int 0x10', 16],
    ['!!int 5x', '5x'],
    ['!!float 1', new YamlScalar('float', '1.0')],
    ['!!float "1.50"', new YamlScalar('float', '1.5')],
    ['!!bool "yes"', true],
    ['!!null ""', null],
    ['!!str 5', '5'],
    ['!str', ''],
    ['!ruby/string 5', '5'],
    ['!!timestamp 2015-01-01', new YamlScalar('date', '2015-01-01')],
    ['!!omap [a: 1, b: 2]', { a: 1, b: 2 }],
    ['!!pairs [a: 1, a: 2]', [{ a: 1 }, { a: 2 }]],
    ['!!seq [1]', [1]],
    ['!ruby/array [1]', [1]],
    ['!<tag:yaml.org,2002:int> "5"', 5],
  ])('%s is read as Psych reads it', (text, value) => {
    const tags: string[] = [];
    const data = parseYaml(`key: ${text}`, 'error', (tag) => tags.push(tag));
    expect(data).toEqual({ key: value });
    expect(tags).toEqual([]);
  });

  it.each([
    ['key: !custom foo', { key: 'foo' }, '!custom', ['key']],
    ['key: !custom 5', { key: 5 }, '!custom', ['key']],
    ['key: !custom [a]', { key: ['a'] }, '!custom', ['key']],
    ['key: [!x a]', { key: ['a'] }, '!x', ['key', '0']],
    ['key: !!set {a, b}', { key: { a: null, b: null } }, 'tag:yaml.org,2002:set', ['key']],
    ['key: !custom', { key: null }, '!custom', ['key']],
    ['key: !<urn:x> a', { key: 'a' }, 'urn:x', ['key']],
    ['!doc {a: 1}', { a: 1 }, '!doc', []],
  ])('%s is read without its tag, which is told', (text, value, tag, path) => {
    const told: unknown[] = [];
    expect(parseYaml(text, 'error', (...seen) => told.push(seen))).toEqual(value);
    expect(told).toEqual([[tag, path]]);
  });

  it.each(['!ruby/object:Foo {a: 1}', '!ruby/symbol foo', '!ruby/regexp /a/'])(
    '%s is refused as in Jekyll, or plain where Jekyll has no say',
    (text) => {
      const yaml = `a: 1\nkey: ${text}`;
      expect(() => parseYaml(yaml, 'error')).toThrow(
        expect.objectContaining({ name: 'YamlError', line: 2 }),
      );
      expect(parseYaml(yaml)).toHaveProperty('key');
    },
  );

  it('leaves keys what they are', () => {
    expect(parseYaml('!x published: false\n2015-01-01: a\n1.0: b')).toEqual({
      published: false,
      '2015-01-01': 'a',
      '1.0': 'b',
    });
  });

  it('reads what is shared by many aliases once', () => {
    const levels = Array.from({ length: 40 }, (_, i) => `l${i + 1}: &l${i + 1} [*l${i}, *l${i}]`);
    const data = parseYaml(['l0: &l0 !x [a]', ...levels].join('\n')) as Record<string, unknown[]>;
    expect(data['l40']?.[0]).toBe(data['l40']?.[1]);
  });
});

describe('toPlain and toText', () => {
  const value = parseYaml('a: [2014-01-05, 1.0, 2014-01-05 10:00:00, {b: yes}]');

  it('toPlain leaves what JSON can hold', () => {
    expect(toPlain(value)).toEqual({ a: ['2014-01-05', 1, '2014-01-05 10:00:00', { b: true }] });
  });

  it.each([
    [null, ''],
    [undefined, ''],
    [true, 'true'],
    [2014, '2014'],
    ['a', 'a'],
    [plain('1.0'), '1.0'],
    [plain('1.10'), '1.1'],
    [plain('1.0e+25'), '1.0e+25'],
    [plain('1.5e-7'), '1.5e-07'],
    [plain('0.0001'), '0.0001'],
    [plain('100000000000000000.5'), '1.0e+17'],
    [plain('.inf'), 'Infinity'],
    [plain('-.INF'), '-Infinity'],
    [plain('.nan'), 'NaN'],
    [plain('2014-1-5'), '2014-01-05'],
    [['a', 1, null], '["a", 1, nil]'],
    [{ a: ['b'] }, '{"a"=>["b"]}'],
  ])('toText prints %j as Ruby does', (value, text) => {
    expect(toText(value)).toBe(text);
  });
});
