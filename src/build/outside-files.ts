import { createHash } from 'node:crypto';
import { readFileSync, statSync, type Stats } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import type { FileStats } from '../lib/stamp.ts';
import { WORK_FOLDER } from '../site/paths.ts';

/** What is looked at anyway, or made of it. */
const KNOWN = ['src/', '.astro/', `${WORK_FOLDER}/`];

const found = new Map<string, Stats>();

/** Notes what the bundler reads that lies neither in `src/` nor in a package: an owner’s components may import any file. */
export function noteOutsideFiles(root: string): Plugin {
  const note = (file: string) => {
    const stats = statSync(path.join(root, file), { throwIfNoEntry: false });
    if (stats) found.set(file, stats);
  };
  return {
    name: 'galley:outside-files',
    buildEnd() {
      for (const id of this.getModuleIds()) {
        const place = id.replace(/[?#].*$/s, '');
        if (!path.isAbsolute(place) || place.includes('/node_modules/')) continue;
        const file = path.relative(root, place).replaceAll(path.sep, '/');
        if (KNOWN.some((folder) => file.startsWith(folder))) continue;
        note(file);
        // Something may be added to its folder that is meant as well; builds work in the project's own.
        if (file.includes('/')) note(path.posix.dirname(file));
      }
    },
  };
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
