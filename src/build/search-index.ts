import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close } from 'pagefind';
import { buildSearchIndex } from '../search/build.ts';
import { documentsKnown } from '../search/document.ts';

/**
 * Writes the search index into `/pagefind/`, from when the posts are known until the pages are
 * written. The drafts preview must not have it.
 */
export function search(): AstroIntegration {
  let outDir = '';
  let index: Promise<void> | undefined;
  return {
    name: 'galley:search',
    hooks: {
      'astro:config:done'({ config }) {
        outDir = fileURLToPath(config.outDir);
      },
      'astro:build:start'() {
        documentsKnown.receive((documents) => {
          index = buildSearchIndex(documents, path.join(outDir, 'pagefind'));
          // A failure is reported when the pages are done.
          index.catch(() => {});
        });
      },
      async 'astro:build:done'({ logger }) {
        await index;
        await close();
        logger.info('index written');
      },
    },
  };
}
