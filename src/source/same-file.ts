import { lstatSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { isDraftsFolder } from './gate-place.ts';

/**
 * Finds the other paths of files: where a symbolic link leads, and hard links among them.
 * @param folder absolute path of the folder they lie in
 * @param files paths below it, with `/`
 * @param elsewhere other files that may be the same, relative to the folder
 * @returns paths relative to the folder; of what lies outside, the part below a folder of drafts
 */
export function otherPaths(
  folder: string,
  files: readonly string[],
  elsewhere: () => readonly string[] = () => [],
): (file: string) => readonly string[] {
  if (files.length === 0) return () => [];
  const realFolder = realpathSync(folder);
  /** Where the folders really are, relative to ours. */
  const realFolders = new Map<string, string>();
  const below = (real: string) => path.relative(realFolder, real).replaceAll(path.sep, '/');
  const found = new Map<string, string[]>();
  const linked = new Map<string, string[]>();
  for (const file of files) {
    const place = `${folder}/${file}`;
    const status = lstatSync(place);
    const above = file.slice(0, file.lastIndexOf('/') + 1);
    const realAbove = realFolders.get(above) ?? below(realpathSync(`${folder}/${above}`));
    realFolders.set(above, realAbove);
    const real = status.isSymbolicLink()
      ? below(realpathSync(place))
      : path.posix.join(realAbove, file.slice(above.length));
    if (real !== file) found.set(file, [withinDrafts(real)]);
    if (status.nlink > 1) {
      const key = `${status.dev} ${status.ino}`;
      linked.set(key, [...(linked.get(key) ?? []), file]);
    }
  }
  for (const file of linked.size > 0 ? elsewhere() : []) {
    const { dev, ino } = lstatSync(path.join(folder, file));
    linked.get(`${dev} ${ino}`)?.push(withinDrafts(file));
  }
  for (const same of linked.values()) {
    for (const file of same) {
      const others = same.filter((other) => other !== file);
      found.set(file, [...(found.get(file) ?? []), ...others]);
    }
  }
  return (file) => found.get(file) ?? [];
}

/** A path that leads out of the folder says nothing but by its name and a folder of drafts in it. */
function withinDrafts(file: string): string {
  if (!file.startsWith('../')) return file;
  const parts = file.split('/');
  const drafts = parts.findIndex((part) => isDraftsFolder(part) || part === '_drafts');
  return parts.slice(drafts < 0 ? -1 : drafts).join('/');
}
