import { existsSync, readdirSync, statSync, type Dirent } from 'node:fs';
import path from 'node:path';

/**
 * Paths of all files below a folder, relative to it, with `/`, in alphabetical order. A link to a file
 * is one. None where there is no such folder.
 */
export function filesBelow(folder: string): string[] {
  const files: string[] = [];
  const read = (below: string) => {
    for (const entry of readdirSync(path.join(folder, below), { withFileTypes: true })) {
      if (entry.isDirectory()) read(`${below}${entry.name}/`);
      else if (isFile(entry)) files.push(below + entry.name);
    }
  };
  if (existsSync(folder)) read('');
  return files.toSorted();
}

/** Whether a folder's entry is a file, or a link to one. */
export function isFile(entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile();
  const target = path.join(entry.parentPath, entry.name);
  return statSync(target, { throwIfNoEntry: false })?.isFile() === true;
}
