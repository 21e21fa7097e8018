import type { Plugin } from 'vite';
import { STORE_CODE, STORE_MODULE } from '../store/shelf.ts';

/**
 * Pages get the content store as the loaders have it. Astro would have its file bundled, in the dev server after each
 * save: checked, parsed and written as a program, and read again, which of ten thousand posts takes longer than their
 * pages after an edit.
 */
export function contentInMemory(): Plugin {
  return {
    name: 'galley:content-in-memory',
    enforce: 'pre',
    resolveId: {
      order: 'pre',
      filter: { id: new RegExp(`^${STORE_MODULE}$`) },
      handler: () => MODULE,
    },
    load: {
      filter: { id: new RegExp(`^${MODULE}$`) },
      handler: () => ({ code: STORE_CODE, moduleSideEffects: false }),
    },
  };
}

const MODULE = '\0galley:content-store';
