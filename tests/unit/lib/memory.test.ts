import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { keep, recall } from '../../../src/lib/memory.ts';

const place = () => path.join(mkdtempSync(path.join(tmpdir(), 'memory-')), 'found.json');

it.each([
  ['at its moment', 'key', 10, ['found']],
  ['until the last moment', 'key', 19, ['found']],
  ['not from then on', 'key', 20, undefined],
  ['not before', 'key', 9, undefined],
  ['not of something else', 'other', 10, undefined],
])('what was found is recalled %s', (_, key, now, expected) => {
  const file = place();
  keep(file, 'key', { from: 10, until: 20 }, ['found']);
  expect(recall(file, key, now)).toEqual(expected);
});

it('some things hold for ever', () => {
  const file = place();
  keep(file, 'key', { from: 10, until: Infinity }, 1);
  expect(recall(file, 'key', 1e15)).toBe(1);
});

it('nothing is recalled of a memory that is damaged, or none', () => {
  const file = place();
  expect(recall(file, 'key', 10)).toBeUndefined();
  writeFileSync(file, '{"key":"key","from":0');
  expect(recall(file, 'key', 10)).toBeUndefined();
});

it('numbers that JSON does not know become texts', () => {
  const file = place();
  keep(file, 'key', { from: 0, until: 20 }, { value: 10n });
  expect(recall(file, 'key', 10)).toEqual({ value: '10' });
});
