import { expect, it } from 'vitest';
import { readArguments } from '../../../src/cli/arguments.ts';

const read = (...args: string[]) => {
  const { words, flags } = readArguments(args, ['replace', 'help']);
  return [...words, ...[...flags].map((flag) => `(${flag})`)].join(' ');
};

it.each([
  [['new', 'A', 'title'], 'new A title'],
  [['site', '--replace'], 'site (replace)'],
  [['--replace', 'site', '--help'], 'site (replace) (help)'],
  [['new', '--', '--replace', '-5'], 'new --replace -5'],
  [[], ''],
])('reads %j', (args, expected) => {
  expect(read(...args)).toBe(expected);
});

it.each([
  [['new', '--tags', 'a,b', 'C#'], 'there is no option --tags.'],
  [['site', '--repalce'], 'Did you mean --replace?'],
  [['new', '-5 degrees'], 'there is no option'],
  [['-x'], 'there is no option -x.'],
  [['--replace=yes'], 'takes no value'],
])('refuses %j', (args, message) => {
  expect(() => read(...args)).toThrow(message);
});

it('reads options with values, as often as they stand', () => {
  const { words, flags, values } = readArguments(
    ['A', '--tag', 'C#', '--dry-run', '--tag=a b', 'title'],
    ['dry-run'],
    ['tag', 'at'],
  );
  expect(words).toEqual(['A', 'title']);
  expect([...flags]).toEqual(['dry-run']);
  expect(values).toEqual({ tag: ['C#', 'a b'] });
});

it.each([
  [['--at'], '--at needs a value'],
  [['--at='], '--at needs a value'],
  [['--att', 'x'], 'Did you mean --at?'],
])('refuses %j where a value is expected', (args, message) => {
  expect(() => readArguments(args, ['dry-run'], ['at'])).toThrow(message);
});
