import { mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { filesBelow } from '../../../src/lib/files.ts';
import { stampOf, statsOf } from '../../../src/lib/stamp.ts';

let folder: string;
const at = (name: string) => path.join(folder, name);
const stamp = () => stampOf(statsOf(folder, [...filesBelow(folder), 'named-if-there-or-not']));
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'stamp-'));
  writeFileSync(at('a'), 'aa');
  writeFileSync(at('b'), 'bb');
  utimesSync(at('a'), 1, 1);
});

it('a folder that nobody touches has one stamp', () => {
  expect(stamp()).toBe(stamp());
});

it.each<[string, () => void]>([
  ['another text', () => writeFileSync(at('a'), 'aaa')],
  [
    'a text of the same length and age',
    () => {
      writeFileSync(at('a'), 'xx');
      utimesSync(at('a'), 1, 1);
    },
  ],
  ['a file that is new', () => writeFileSync(at('c'), '')],
  ['a file that appears where it was missed', () => writeFileSync(at('named-if-there-or-not'), '')],
  ['a file that is gone', () => rmSync(at('b'))],
  ['another name', () => renameSync(at('b'), at('bb'))],
])('%s gives another one', (_, change) => {
  const before = stamp();
  change();
  expect(stamp()).not.toBe(before);
});
