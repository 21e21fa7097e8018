import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { cborStrings } from '../lib/cbor.ts';
import { filesBelow } from '../lib/files.ts';

/** With this begins what Pagefind packs. */
export const PAGEFIND_SIGN = 'pagefind_dcd';

/** What Pagefind writes for its own user interfaces, which are larger than a whole page of the site. */
const UNUSED = /^pagefind-(?:component-ui|modular-ui|ui|highlight)\.(?:css|js)$/;

/**
 * Whether a file of an index has its name by what it holds. Pagefind does not write those again that it
 * finds in its folder, and packing them is most of its work.
 */
export function isLasting(file: string): boolean {
  return /\.pf_(?:fragment|index|filter)$/.test(file);
}

/** The files in the folder of an index that it has no use for: of user interfaces, and of earlier indexes. */
export function strayFiles(folder: string): string[] {
  const files = filesBelow(folder);
  const named = new Set(
    files
      .filter((file) => file.endsWith('.pf_meta'))
      .flatMap((meta) => namesIn(readFileSync(path.join(folder, meta)))),
  );
  return files.filter(
    (file) => UNUSED.test(file) || (isLasting(file) && !named.has(path.parse(file).name)),
  );
}

/** All that the index of a language says of itself: the names of its files are among these texts. */
function namesIn(meta: Buffer): string[] {
  return cborStrings(gunzipSync(meta).subarray(PAGEFIND_SIGN.length));
}
