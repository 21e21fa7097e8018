import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createReader } from '../../../src/lib/files.ts';

it('reads one file after the other, of whatever size', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'galley-'));
  const read = createReader();
  try {
    for (const size of [0, 5, (1 << 20) - 1, 1 << 20, (1 << 21) + 7, 3]) {
      const bytes = Buffer.alloc(size, size % 251);
      writeFileSync(path.join(folder, 'a'), bytes);
      expect(read(path.join(folder, 'a')).equals(bytes)).toBe(true);
    }
    expect(() => read(path.join(folder, 'none'))).toThrow('ENOENT');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
