import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../lib/files.ts';
import { outsideKey } from '../lib/outside-files.ts';

/** What in `src/` has no part in how a text is rendered: texts, whose own they are, and what is made of rendered ones. */
export const NOT_FOR_TEXTS =
  /^(?:content|pages|layouts|components|client|styles|feeds|search|social|comments|posts|kit|outputs|audit|build|cli)\/|^custom\/.*\.(?:astro|css)$/;
/** What has no part in how secrets are looked for. */
export const NOT_FOR_AUDIT = /^content\//;
/** What has no part in how a page looks that shows texts. */
export const NOT_FOR_PAGES = /^(?:content|audit|cli)\//;
/** What builds the site of all that. */
const BUILD_CONFIG = 'astro.config.mjs';
/** What npm has installed; not all that package-lock.json names need be. */
const LIBRARIES = 'node_modules/.package-lock.json';

/**
 * A digest of everything but a text that what is made of it depends on. While it stays the same, that
 * need not be made again. What the owner's code imports from outside of `src/` counts once it has been loaded.
 * @param apart what in `src/` does not count
 */
export function fingerprint(root: string, settings: unknown, apart: RegExp): string {
  const hash = createHash('sha256').update(JSON.stringify([settings, process.versions]));
  const add = (file: string) => hash.update(file).update(readFileSync(path.join(root, file)));
  for (const file of filesBelow(path.join(root, 'src'))) {
    if (!apart.test(file)) add(`src/${file}`);
  }
  for (const file of [BUILD_CONFIG, LIBRARIES]) if (existsSync(path.join(root, file))) add(file);
  return hash.update(outsideKey(root)).digest('base64url');
}
