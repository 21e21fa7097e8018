import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../lib/files.ts';

/** What in `src/` has no part in how a text is rendered: texts, whose own they are, and what is made of rendered ones. */
const APART =
  /^(?:content|pages|layouts|components|client|styles|feeds|search|social|comments|posts|audit|build|cli)\//;
/** What npm has installed; not all that package-lock.json names need be. */
const LIBRARIES = 'node_modules/.package-lock.json';

/**
 * A digest of everything but the post that its rendering depends on. While it stays the same, an
 * unchanged post need not be rendered again.
 */
export function fingerprint(root: string, settings: unknown): string {
  const hash = createHash('sha256').update(JSON.stringify(settings));
  const add = (file: string) => hash.update(file).update(readFileSync(path.join(root, file)));
  for (const file of filesBelow(path.join(root, 'src'))) {
    if (!APART.test(file)) add(`src/${file}`);
  }
  if (existsSync(path.join(root, LIBRARIES))) add(LIBRARIES);
  return hash.digest('base64url');
}
