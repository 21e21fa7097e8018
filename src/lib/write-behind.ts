import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { once } from './once.ts';

/** Writes files while other work goes on. */
export interface BehindWriter {
  /**
   * Writes a file of the folder, in folders that need not exist, some time later; waits where others have to be
   * written first.
   */
  write(file: string, content: string | Uint8Array): Promise<void>;
  /** Waits for all. */
  finish(): Promise<void>;
}

/** So many files may wait: enough for the disk to have something to do, few enough for the memory. */
const MOST_WAITING = 64;

/**
 * A writer of files below a folder. Disks on which much has been removed take longer to make a folder than
 * it takes to make the page in it. Whichever call waits for a file throws what has gone wrong with it.
 */
export function createBehindWriter(root: string): BehindWriter {
  const made = once((folder: string) => mkdir(folder, { recursive: true }));
  const waiting: Promise<void>[] = [];
  const writeNow = async (file: string, content: string | Uint8Array) => {
    const place = path.join(root, file);
    await made(path.dirname(place));
    await writeFile(place, content);
  };
  return {
    async write(file, content) {
      const written = writeNow(file, content);
      written.catch(() => {});
      if (waiting.push(written) > MOST_WAITING) await waiting.shift();
    },
    async finish() {
      await Promise.all(waiting.splice(0));
    },
  };
}
