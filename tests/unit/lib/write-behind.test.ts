import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createBehindWriter } from '../../../src/lib/write-behind.ts';

let root: string;
beforeEach(() => (root = mkdtempSync(path.join(os.tmpdir(), 'galley-write-'))));
afterEach(() => rmSync(root, { recursive: true }));

it('has written all when it has finished', async () => {
  const { write, finish } = createBehindWriter(root);
  const files = Array.from({ length: 300 }, (_, i) => `posts/${i % 7}/deep/${i}.html`);
  for (const file of files) await write(file, file);
  await write('feed.bin', Buffer.from([0, 255]));
  await finish();
  for (const file of files) expect(readFileSync(path.join(root, file), 'utf8')).toBe(file);
  expect([...readFileSync(path.join(root, 'feed.bin'))]).toEqual([0, 255]);
});

it('tells what cannot be written', async () => {
  writeFileSync(path.join(root, 'taken'), '');
  const one = createBehindWriter(root);
  await one.write('taken/index.html', 'x');
  await one.write('good.html', 'x');
  await expect(one.finish()).rejects.toThrow('taken');
  const many = createBehindWriter(root);
  const writeMany = async () => {
    for (let i = 0; i < 100; i++) await many.write('taken/index.html', 'x');
  };
  await expect(writeMany()).rejects.toThrow('taken');
});
