import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close } from 'pagefind';
import { filesBelow } from '../lib/files.ts';
import { lastSite } from '../outputs/outputs.ts';
import { buildSearchIndex, searchKey } from '../search/build.ts';
import { documentsKnown, type SearchDocument } from '../search/document.ts';
import { isLasting } from '../search/index-files.ts';
import site from '../site.config.ts';
import { fingerprint, NOT_FOR_PAGES } from '../store/fingerprint.ts';

const FOLDER = 'pagefind';

/**
 * Writes the search index into `/pagefind/`, from when the posts are known until the pages are
 * written. The drafts preview must not have it.
 */
export function search(): AstroIntegration {
  let root = '';
  let outDir = '';
  const isKept = (documents: readonly SearchDocument[]) => {
    const key = searchKey(documents);
    if (key === undefined) return false;
    const versions = fingerprint(root, site, NOT_FOR_PAGES);
    return lastSite().keep(FOLDER, `${versions} ${key}`, (folder) =>
      filesBelow(path.join(folder, FOLDER)).map((file) => `${FOLDER}/${file}`),
    );
  };
  let index: Promise<void> | undefined;
  return {
    name: 'galley:search',
    hooks: {
      'astro:config:done'({ config }) {
        root = fileURLToPath(config.root);
        outDir = fileURLToPath(config.outDir);
      },
      'astro:build:start'() {
        documentsKnown.receive((documents) => {
          if (isKept(documents)) return;
          lastSite().lend(FOLDER, outDir, isLasting);
          index = buildSearchIndex(documents, path.join(outDir, FOLDER));
          // A failure is reported when the pages are done.
          index.catch(() => {});
        });
      },
      async 'astro:build:done'({ logger }) {
        if (!index) return;
        await index;
        await close();
        logger.info('index written');
      },
    },
  };
}
