import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** What, beside a post's own file, decides how it is rendered: our code, the libraries, the owner's Liquid. */
const RENDERING = [
  'src/html',
  'src/post',
  'src/jekyll',
  'src/markdown',
  'src/i18n',
  'src/liquid',
  'package-lock.json',
];

/**
 * A digest of everything but the post that its rendering depends on. While it stays the same, an
 * unchanged post need not be rendered again.
 */
export async function fingerprint(root: string, settings: unknown): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(settings));
  for (const place of RENDERING) {
    for (const file of await filesBelow(path.join(root, place))) {
      hash.update(file).update(await readFile(file));
    }
  }
  return hash.digest('base64url');
}

async function filesBelow(place: string): Promise<string[]> {
  try {
    const entries = await readdir(place, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .toSorted();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTDIR') return [place];
    if (code === 'ENOENT') return [];
    throw error;
  }
}
