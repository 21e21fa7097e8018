import { createHash } from 'node:crypto';
import { statSync, type Stats } from 'node:fs';

/** By what files are known, by their paths below a folder; nothing for one that is not there. */
export type FileStats = ReadonlyMap<string, Stats | undefined>;

/** @param files paths below the folder */
export function statsOf(folder: string, files: Iterable<string>): FileStats {
  const stats = new Map<string, Stats | undefined>();
  for (const file of files) {
    stats.set(file, statSync(`${folder}/${file}`, { throwIfNoEntry: false }));
  }
  return stats;
}

/**
 * By what is known that nobody has touched a file. The time of its entry in its folder counts too, which no
 * program sets back.
 */
export function touchOf(stats: Stats | undefined): string {
  return `${stats?.size} ${stats?.mtimeMs} ${stats?.ctimeMs} ${stats?.ino}`;
}

/** A digest of names, sizes and times of files: while it is the same, nobody has touched one of them. */
export function stampOf(files: FileStats): string {
  const hash = createHash('sha256');
  for (const [file, stats] of files) {
    hash.update(`${file}\0${touchOf(stats)}\0`);
  }
  return hash.digest('base64url');
}
