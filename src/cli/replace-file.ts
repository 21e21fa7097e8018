import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Writes a file in one step, so that a command that is killed leaves it as it was or as it should be. */
export async function replaceFile(file: string, bytes: Uint8Array): Promise<void> {
  const target = await realpath(file);
  const next = path.join(path.dirname(target), `.${path.basename(target)}.new`);
  try {
    const { mode } = await stat(target);
    await writeFile(next, bytes, { mode });
    await rename(next, target);
  } catch (error) {
    await rm(next, { force: true });
    throw error;
  }
}
