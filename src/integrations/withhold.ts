import { rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { WithheldWork } from '../audit/withheld-worker.ts';
import { inThread } from './thread.ts';

const WORKER = new URL('../audit/withheld-worker.ts', import.meta.url);

/**
 * Takes files out of the output that only unpublished posts refer to. Which they are is found out
 * while the pages are made. Comes after everything that writes.
 */
export function withhold(): AstroIntegration {
  let root = '';
  let finding: Promise<string[]>;
  return {
    name: 'galley:withhold',
    hooks: {
      'astro:config:done'({ config }) {
        root = fileURLToPath(config.root);
      },
      'astro:build:start'() {
        finding = inThread<WithheldWork, string[]>(WORKER, { root });
        // A failure is reported when the pages are done.
        finding.catch(() => {});
      },
      async 'astro:build:done'({ dir, logger }) {
        const withheld = await finding;
        for (const file of withheld) await remove(fileURLToPath(dir), file);
        if (withheld.length > 0) {
          logger.info(`only unpublished posts refer to it: ${withheld.join(', ')}`);
        }
      },
    },
  };
}

/** Removes a file, and the folders that are empty without it: their names tell something too. */
async function remove(folder: string, file: string): Promise<void> {
  await rm(path.join(folder, file), { force: true });
  const parent = path.posix.dirname(file);
  if (parent === '.') return;
  await rmdir(path.join(folder, parent)).then(
    () => remove(folder, parent),
    () => undefined,
  );
}
