import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Where Astro tells editors which schema the front matter of a file has. */
const LIST = '.astro/collections/collections.json';

/**
 * Tells editors which files are those of a collection, so that they complete front matter. Astro names what its own
 * store has, which is not all of them.
 * @param root of the project
 * @param files relative to it
 */
export function nameForEditors(root: URL, collection: string, files: readonly string[]): void {
  const place = new URL(LIST, root);
  if (!existsSync(place)) return;
  const list = JSON.parse(readFileSync(place, 'utf8')) as { entries?: Record<string, string> };
  // They are asked for as Astro writes them.
  const named = files.map((file) => [new URL(file, root).href.toLowerCase(), collection]);
  list.entries = { ...list.entries, ...(Object.fromEntries(named) as Record<string, string>) };
  writeFileSync(place, JSON.stringify(list, null, 2));
}
