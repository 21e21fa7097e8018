import path from 'node:path';
import { filesBelow } from '../lib/files.ts';
import { nearest, type Problem } from '../lib/problem.ts';
import { CUSTOM_FOLDER, MDX_FOLDER, PLACES } from '../site/paths.ts';

const FILES = PLACES.map((name) => `${name}.astro`);

/** Components in `src/custom/` that take no place, because there is none of their name. */
export function customProblems(root: string): Problem[] {
  return filesBelow(path.join(root, CUSTOM_FOLDER))
    .filter(
      (file) =>
        !file.includes('/') && file.endsWith('.astro') && !FILES.some((known) => known === file),
    )
    .map((file) => {
      const meant = nearest(file, FILES);
      return {
        file: `${CUSTOM_FOLDER}/${file}`,
        message: `expected the name of a place: ${PLACES.join(', ')}`,
        hint: meant
          ? `Did you mean \`${meant}\`?`
          : `Components for MDX lie in ${MDX_FOLDER}/, those that others use in a folder of your own.`,
      };
    });
}
