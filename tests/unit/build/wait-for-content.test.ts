import { mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { createContentGate } from '../../../src/build/wait-for-content.ts';

let store: string;
let gate: ReturnType<typeof createContentGate>;
const events: string[] = [];
const ask = () => gate.passed().then(() => events.push('page'));
beforeEach(() => {
  store = path.join(mkdtempSync(path.join(tmpdir(), 'gate-')), 'store.json');
  writeFileSync(store, '{}');
  gate = createContentGate(store);
  events.length = 0;
});

it('pages are made at once while nothing is saved', async () => {
  await ask();
  expect(events).toEqual(['page']);
});

it('a page waits until what was saved has been read and the store has it', async () => {
  gate.close();
  gate.close();
  const page = ask();
  const reopened = gate.reopen().then(() => events.push('open'));
  await new Promise(setImmediate);
  expect(events).toEqual([]);
  utimesSync(store, 1, 1);
  events.push('written');
  await Promise.all([page, reopened]);
  expect(events[0]).toBe('written');
  expect(events).toContain('page');
});

it('and no longer than the store takes, where what was saved changes nothing', async () => {
  gate.close();
  const page = ask();
  await gate.reopen();
  await page;
  expect(events).toEqual(['page']);
});
