import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../files.ts';

/** What, beside a post's own file, decides how it is rendered: our code, the owner's Liquid, the libraries. */
const RENDERING = ['src/html', 'src/post', 'src/jekyll', 'src/markdown', 'src/i18n', 'src/liquid'];
const LIBRARIES = 'package-lock.json';

/**
 * A digest of everything but the post that its rendering depends on. While it stays the same, an
 * unchanged post need not be rendered again.
 */
export function fingerprint(root: string, settings: unknown): string {
  const hash = createHash('sha256').update(JSON.stringify(settings));
  const add = (file: string) => hash.update(file).update(readFileSync(path.join(root, file)));
  for (const folder of RENDERING) {
    for (const file of filesBelow(path.join(root, folder))) add(path.posix.join(folder, file));
  }
  if (existsSync(path.join(root, LIBRARIES))) add(LIBRARIES);
  return hash.digest('base64url');
}
