import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { projectStamp } from '../../../src/source/project-stamp.ts';

let root: string;
const write = (file: string, text = '') => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
};
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'project-stamp-'));
  for (const file of ['src/a.ts', 'public/b.txt', 'package.json', '_drafts/c.md']) write(file);
});

it.each(['src/new.ts', 'src/content/posts/new.md', 'public/new.txt', '.env', '_drafts/new.md'])(
  '%s makes another one',
  (file) => {
    const before = projectStamp(root);
    write(file, 'new');
    expect(projectStamp(root)).not.toBe(before);
  },
);

it('what builds and npm write for themselves does not, wherever it lies', () => {
  symlinkSync(mkdtempSync(path.join(tmpdir(), 'node-modules-')), path.join(root, 'node_modules'));
  mkdirSync(path.join(root, '.galley'));
  const before = projectStamp(root);
  for (const file of ['node_modules/.vite/x', '.galley/y', 'dist/index.html']) write(file);
  expect(projectStamp(root)).toBe(before);
});
