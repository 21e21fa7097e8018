import { mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { createContentGate } from '../../../src/build/wait-for-content.ts';

const NOTHING = { isChanged: false, isTold: false };
const TEXT = { isChanged: true, isTold: false };
const IMPORT = { isChanged: true, isTold: true };

let store: string;
let gate: ReturnType<typeof createContentGate>;
const events: string[] = [];
const ask = () => gate.passed().then(() => events.push('page'));
const turn = () => new Promise(setImmediate);
beforeEach(() => {
  store = path.join(mkdtempSync(path.join(tmpdir(), 'gate-')), 'store.json');
  writeFileSync(store, '{}');
  gate = createContentGate(store, () => events.push('announced'));
  events.length = 0;
});

it('pages are made at once while nothing is saved', async () => {
  await ask();
  expect(events).toEqual(['page']);
});

it('a page waits until what was saved has been read and told', async () => {
  gate.close();
  gate.close();
  const page = ask();
  await turn();
  expect(events).toEqual([]);
  await gate.reopen(TEXT);
  await page;
  expect(events).toEqual(['announced', 'page']);
});

it('and until Astro has what there is to import', async () => {
  gate.close();
  const page = ask();
  const reopened = gate.reopen(IMPORT);
  await turn();
  expect(events).toEqual([]);
  utimesSync(store, 1, 1);
  events.push('written');
  await Promise.all([page, reopened]);
  expect(events).toEqual(['written', 'announced', 'page']);
});

it('and no longer, where Astro has nothing to write', async () => {
  gate.close();
  const page = ask();
  await gate.reopen(IMPORT);
  await page;
  expect(events).toEqual(['announced', 'page']);
});

it('where nothing has changed, nothing is told', async () => {
  gate.close();
  const page = ask();
  await gate.reopen(NOTHING);
  await page;
  expect(events).toEqual(['page']);
});

it('what is saved while the last is told of keeps pages waiting', async () => {
  gate.close();
  const page = ask();
  const reopened = gate.reopen(TEXT);
  gate.close();
  await reopened;
  await turn();
  expect(events).toEqual(['announced']);
  await gate.reopen(TEXT);
  await page;
  expect(events).toEqual(['announced', 'announced', 'page']);
});

it('what is saved while Astro writes waits for that too', async () => {
  gate.close();
  const first = gate.reopen(IMPORT);
  gate.close();
  const page = ask();
  const second = gate.reopen(TEXT);
  await turn();
  expect(events).toEqual([]);
  utimesSync(store, 1, 1);
  await Promise.all([first, second, page]);
  expect(events.at(-1)).toBe('page');
});
