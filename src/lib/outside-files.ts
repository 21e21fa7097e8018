import { createHash } from 'node:crypto';
import { readFileSync, statSync, type Stats } from 'node:fs';
import path from 'node:path';
import type { FileStats } from './stamp.ts';

/** What is looked at anyway, or made of it. */
const KNOWN = /^(?:src|\.\w[^/]*)\/|(?:^|\/)node_modules\//;

const found = new Map<string, Stats>();

/**
 * Notes a file that this process reads as a part of the project’s code, where it lies neither in `src/` nor in a
 * package: an owner’s code may import any.
 * @param place absolute path
 */
export function noteOutsideFile(root: string, place: string): void {
  const file = path.relative(root, place).replaceAll(path.sep, '/');
  if (KNOWN.test(file)) return;
  note(root, file);
  // Something may be added to its folder that is meant as well; builds work in the project's own.
  if (file.includes('/')) note(root, path.posix.dirname(file));
}

function note(root: string, file: string): void {
  const stats = statSync(path.join(root, file), { throwIfNoEntry: false });
  if (stats) found.set(file, stats);
}

/** What has been noted, and the folders in which it lies, as they were then: by paths below the project’s folder. */
export const outsideFiles = (): FileStats => found;

/** A digest of what stands in such files. */
export function outsideKey(root: string): string {
  const hash = createHash('sha256');
  for (const [file, stats] of [...found].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (stats.isFile()) hash.update(file).update(readFileSync(path.join(root, file)));
  }
  return hash.digest('base64url');
}
