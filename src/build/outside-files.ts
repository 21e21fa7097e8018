import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { referencesInCss } from '../html/references.ts';
import { noteOutsideFile } from '../lib/outside-files.ts';

/** Notes what the bundler reads: modules, and what style sheets name, which it does not tell. */
export function noteBundledFiles(root: string): Plugin {
  return {
    name: 'galley:outside-files',
    buildEnd() {
      const places = Array.from(this.getModuleIds(), (id) => id.replace(/[?#].*$/s, ''));
      for (const place of withNamed(places.filter((place) => path.isAbsolute(place)))) {
        noteOutsideFile(root, place);
      }
    },
  };
}

/** Files, and those that style sheets among them name, and so on. */
function withNamed(files: readonly string[]): Set<string> {
  const all = new Set(files);
  // What is added meanwhile comes to its turn.
  for (const file of all) {
    if (!/\.(?:astro|css)$/.test(file) || !existsSync(file)) continue;
    for (const address of referencesInCss(readFileSync(file, 'utf8'))) {
      const named = path.resolve(path.dirname(file), address.replace(/[?#].*$/s, ''));
      if (existsSync(named)) all.add(named);
    }
  }
  return all;
}
