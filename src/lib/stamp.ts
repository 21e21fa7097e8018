import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import path from 'node:path';

/**
 * A digest of names, sizes and times of files: while it is the same, nobody has touched one of them. The
 * time of a file's entry in its folder counts too, which no program sets back.
 * @param files paths below the folder; one that does not exist counts as such
 */
export function stampOf(folder: string, files: Iterable<string>): string {
  const hash = createHash('sha256');
  for (const file of files) {
    const stats = statSync(path.join(folder, file), { throwIfNoEntry: false });
    hash.update(`${file}\0${stats?.size} ${stats?.mtimeMs} ${stats?.ctimeMs} ${stats?.ino}\0`);
  }
  return hash.digest('base64url');
}
