import {
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  unlinkSync,
  utimesSync,
  type Stats,
} from 'node:fs';
import path from 'node:path';

/**
 * Makes a folder hold the same files as another, and no more, by hard links where the disk has them.
 * Only what differs is touched: of ten thousand files that are the same, none is written.
 */
export function mirror(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  const there = new Map(
    readdirSync(to, { withFileTypes: true }).map((entry) => [entry.name, entry]),
  );
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const other = there.get(entry.name);
    there.delete(entry.name);
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (other && other.isDirectory() !== entry.isDirectory()) rmSync(target, { recursive: true });
    if (entry.isDirectory()) mirror(source, target);
    else {
      const stats = lstatSync(source);
      const before = lstatSync(target, { throwIfNoEntry: false });
      if (before && isSame(before, stats)) continue;
      if (before) unlinkSync(target);
      linkOrCopy(source, target);
    }
  }
  for (const name of there.keys()) rmSync(path.join(to, name), { recursive: true });
}

/** Whether two files are one, or one a copy that has been left alone. */
function isSame(a: Stats, b: Stats): boolean {
  return a.size === b.size && a.mtimeMs === b.mtimeMs;
}

/** Puts a file in a second place, in a folder that need not exist: a hard link, or a copy of the same age. */
function linkOrCopy(source: string, target: string): void {
  mkdirSync(path.dirname(target), { recursive: true });
  try {
    linkSync(source, target);
  } catch {
    const { atime, mtime } = lstatSync(source);
    copyFileSync(source, target);
    utimesSync(target, atime, mtime);
  }
}

/** The same where something else may lie. */
export function replaceByLink(source: string, target: string): void {
  rmSync(target, { recursive: true, force: true });
  linkOrCopy(source, target);
}

/** Moves the files of a folder into another, in place of those of the same names. */
export function moveInto(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    const before = lstatSync(target, { throwIfNoEntry: false });
    if (entry.isDirectory() && before?.isDirectory()) moveInto(source, target);
    else {
      if (before && before.isDirectory() !== entry.isDirectory())
        rmSync(target, { recursive: true });
      renameSync(source, target);
    }
  }
  rmSync(from, { recursive: true });
}
