import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { filesBelow } from '../../src/files.ts';

it('lists files at every depth and links to files, and neither links to nothing nor to folders', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'galley-files-'));
  mkdirSync(path.join(folder, 'b/.c'), { recursive: true });
  for (const file of ['z.md', 'b/.c/y', 'b/x.md']) writeFileSync(path.join(folder, file), '');
  symlinkSync('../z.md', path.join(folder, 'b/link.md'));
  symlinkSync('nowhere', path.join(folder, 'broken.md'));
  symlinkSync('.', path.join(folder, 'round'));
  expect(filesBelow(folder)).toEqual(['b/.c/y', 'b/link.md', 'b/x.md', 'z.md']);
  rmSync(folder, { recursive: true });
  expect(filesBelow(folder)).toEqual([]);
});
