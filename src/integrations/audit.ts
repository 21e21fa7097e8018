import os from 'node:os';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { atMost } from '../audit/report.ts';
import type { AuditResult, AuditWork } from '../audit/audit-worker.ts';
import { ContentError } from '../problem.ts';
import { inThread } from './thread.ts';

const WORKER = new URL('../audit/audit-worker.ts', import.meta.url);
/** Each thread reads all sources for itself, so more of them cost more than they save. */
const MOST_THREADS = 4;

/**
 * Stops the build where any file of the output tells of something unpublished. Comes after everything
 * that writes.
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
        const threads = Math.min(MOST_THREADS, os.availableParallelism());
        const shares = Array.from({ length: threads }, (_, share) =>
          inThread<AuditWork, AuditResult>(WORKER, { root, output, share, shares: threads }),
        );
        const results = await Promise.all(shares);
        const problems = atMost(results.flatMap(({ problems }) => problems));
        if (problems.length > 0) throw new ContentError(problems);

        const hidden = results[0]?.hidden ?? 0;
        const seconds = ((performance.now() - start) / 1000).toFixed(1);
        logger.info(`nothing of ${hidden} unpublished files is in the output (${seconds} s)`);
      },
    },
  };
}
