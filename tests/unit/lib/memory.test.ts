import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { keep, recall } from '../../../src/lib/memory.ts';
import { noteOutsideFile } from '../../../src/lib/outside-files.ts';

const place = () => mkdtempSync(path.join(tmpdir(), 'memory-'));
const FILE = 'found.json';

it.each([
  ['at its moment', 'key', 10, ['found']],
  ['until the last moment', 'key', 19, ['found']],
  ['not from then on', 'key', 20, undefined],
  ['not before', 'key', 9, undefined],
  ['not of something else', 'other', 10, undefined],
])('what was found is recalled %s', (_, key, now, expected) => {
  const root = place();
  keep(root, FILE, 'key', { from: 10, until: 20 }, ['found']);
  expect(recall(root, FILE, key, now)).toEqual(expected);
});

it('some things hold for ever', () => {
  const root = place();
  keep(root, FILE, 'key', { from: 10, until: Infinity }, 1);
  expect(recall(root, FILE, 'key', 1e15)).toBe(1);
});

it('nothing is recalled of a memory that is damaged, or none', () => {
  const root = place();
  expect(recall(root, FILE, 'key', 10)).toBeUndefined();
  writeFileSync(path.join(root, FILE), '{"key":"key","from":0');
  expect(recall(root, FILE, 'key', 10)).toBeUndefined();
});

it('numbers that JSON does not know become texts', () => {
  const root = place();
  keep(root, FILE, 'key', { from: 0, until: 20 }, { value: 10n });
  expect(recall(root, FILE, 'key', 10)).toEqual({ value: '10' });
});

it('nothing is recalled when a file has changed that code outside of what is known has imported', () => {
  const root = place();
  mkdirSync(path.join(root, 'data'));
  const file = path.join(root, 'data/mark.ts');
  writeFileSync(file, 'one');
  noteOutsideFile(root, file);
  keep(root, FILE, 'key', { from: 0, until: 20 }, 1);
  expect(recall(root, FILE, 'key', 10)).toBe(1);
  writeFileSync(file, 'another');
  expect(recall(root, FILE, 'key', 10)).toBeUndefined();
});
