import { rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { audit as auditOutput } from '../audit/audit.ts';
import { unpublishedAssets } from '../audit/pictures.ts';
import { readSources } from '../audit/sources.ts';
import { ContentError } from '../problem.ts';
import { buildTime } from '../site/environment.ts';
import site from '../site.config.ts';

/**
 * Takes the files out of the output that only unpublished posts refer to, and stops the build where
 * any file of the output still tells of something unpublished. Comes after everything that writes.
 * @throws ContentError with every place of a leak
 */
export function audit(): AstroIntegration {
  let root = '';
  return {
    name: 'galley:audit',
    hooks: {
      'astro:config:done'({ config }) {
        root = fileURLToPath(config.root);
      },
      async 'astro:build:done'({ dir, logger }) {
        const start = performance.now();
        const output = fileURLToPath(dir);
        const sources = readSources(root, site, buildTime());
        const withheld = unpublishedAssets(root, sources, site);
        const outputs = withheld.flatMap(({ output }) => output ?? []);
        for (const file of outputs) await remove(output, file);
        if (outputs.length > 0) {
          logger.info(
            `withheld, because only unpublished posts refer to it: ${outputs.join(', ')}`,
          );
        }
        const problems = auditOutput({ root, site, sources, withheld, output });
        if (problems.length > 0) throw new ContentError(problems);
        const seconds = ((performance.now() - start) / 1000).toFixed(1);
        logger.info(
          `nothing of ${sources.hidden.length} unpublished files is in the output (${seconds} s)`,
        );
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
