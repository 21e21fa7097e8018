import type { Plugin } from 'vite';
import { createCollections } from '../store/collections.ts';

type Collections = Awaited<ReturnType<typeof createCollections>>;

declare global {
  var galleyCollections: Collections | undefined;
}

/**
 * `virtual:galley/collections`, declared in `src/virtual.d.ts`: the collections, with their loaders as Node has
 * loaded them. Vite would transform each of their two hundred modules, anew in each build, which takes two seconds.
 */
export function collections(...[root, options]: Parameters<typeof createCollections>): Plugin {
  return {
    name: 'galley:collections',
    resolveId: { filter: { id: new RegExp(`^${NAME}$`) }, handler: () => MODULE },
    load: {
      filter: { id: new RegExp(`^${MODULE}$`) },
      async handler() {
        // Vite runs its code beside ours, with modules of its own.
        globalThis.galleyCollections = await createCollections(root, options);
        return 'export const collections = globalThis.galleyCollections;';
      },
    },
  };
}

const NAME = 'virtual:galley/collections';
const MODULE = `\0${NAME}`;
