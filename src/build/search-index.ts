import { hash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { filesBelow } from '../lib/files.ts';
import { lastSite } from '../outputs/outputs.ts';
import { buildSearchIndex, divide } from '../search/build.ts';
import { documentsKnown, type SearchDocument } from '../search/document.ts';
import site from '../site.config.ts';
import { fingerprint, NOT_FOR_PAGES } from '../store/fingerprint.ts';
import { recordsFile } from '../store/records.ts';

const FOLDER = 'pagefind';

/**
 * Writes the search index into `/pagefind/`, from when the posts are known until the pages are
 * written. The drafts preview must not have it.
 */
export function search(): AstroIntegration {
  let root = '';
  let outDir = '';
  let cacheDir: URL;
  /** Whether it had to be made. */
  const makeIndex = async (documents: readonly SearchDocument[]): Promise<boolean> => {
    const versions = fingerprint(root, site, NOT_FOR_PAGES);
    const parts = await divide(documents, versions);
    const key = digest(versions, ...parts.map(({ key }) => key));
    const written = (folder: string) =>
      filesBelow(path.join(folder, FOLDER)).map((file) => `${FOLDER}/${file}`);
    if (lastSite().keep(FOLDER, key, written)) return false;
    const known = new Map(
      Array.from(lastSite().known(FOLDER), ([file, digest]) => [
        path.posix.relative(FOLDER, file),
        digest,
      ]),
    );
    const folder = path.join(outDir, FOLDER);
    const cache = recordsFile(cacheDir, 'search/parts');
    const files = await buildSearchIndex(parts, { folder, cache, versions, known });
    const digests = files.map(({ name, digest }) => [`${FOLDER}/${name}`, digest] as const);
    lastSite().keepKnown(FOLDER, new Map(digests));
    return true;
  };
  let index: Promise<boolean> | undefined;
  return {
    name: 'galley:search',
    hooks: {
      'astro:config:done'({ config }) {
        root = fileURLToPath(config.root);
        outDir = fileURLToPath(config.outDir);
        cacheDir = config.cacheDir;
      },
      'astro:build:start'() {
        documentsKnown.receive((documents) => {
          index = makeIndex(documents);
          // A failure is reported when the pages are done.
          index.catch(() => {});
        });
      },
      async 'astro:build:done'({ logger }) {
        if (await index) logger.info('index written');
      },
    },
  };
}

function digest(...parts: string[]): string {
  return hash('sha1', parts.join(' '), 'base64url');
}
