import { rm, rmdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Worker } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';
import { atMost } from '../audit/report.ts';
import type { AuditReady, AuditWork } from '../audit/worker.ts';
import { listPostFiles } from '../post/files.ts';
import { POSTS_FOLDER } from '../post/read.ts';
import { ContentError, type Problem } from '../problem.ts';
import { messageOf, startThread } from './thread.ts';

const WORKER = new URL('../audit/worker.ts', import.meta.url);
/** Each thread reads all sources for itself, so too many cost more than they save. */
const MOST_THREADS = 4;
const POSTS_PER_THREAD = 2500;

/**
 * Takes the files out of the output that only unpublished posts refer to, and stops the build where
 * any file of the output still tells of something unpublished. Comes after everything that writes;
 * the sources are read while the pages are made.
 * @throws ContentError with every place of a leak
 */
export function audit(): AstroIntegration {
  let root = '';
  let threads: { thread: Worker; ready: Promise<AuditReady> }[] = [];
  return {
    name: 'galley:audit',
    hooks: {
      'astro:config:done'({ config }) {
        root = fileURLToPath(config.root);
      },
      'astro:build:start'() {
        const posts = listPostFiles(path.join(root, POSTS_FOLDER)).length;
        const wanted = Math.ceil((posts + 1) / POSTS_PER_THREAD);
        const shares = Math.min(wanted, MOST_THREADS, os.availableParallelism());
        threads = Array.from({ length: shares }, (_, share) => {
          const thread = startThread<AuditWork>(WORKER, { root, share, shares });
          return { thread, ready: messageOf<AuditReady>(thread) };
        });
      },
      async 'astro:build:done'({ dir, logger }) {
        const start = performance.now();
        const output = fileURLToPath(dir);
        const [ready] = await Promise.all(threads.map(({ ready }) => ready));
        const { withheld = [], leftovers = [], hidden = 0 } = ready ?? {};
        for (const file of [...withheld, ...leftovers]) await remove(output, file);
        if (withheld.length > 0) {
          logger.info(
            `withheld, because only unpublished posts refer to it: ${withheld.join(', ')}`,
          );
        }
        if (leftovers.length > 0) {
          logger.info(`left out, because a program left it behind: ${leftovers.join(', ')}`);
        }
        const problems = await Promise.all(
          threads.map(({ thread }) => {
            thread.postMessage(output);
            return messageOf<Problem[]>(thread);
          }),
        );
        if (problems.flat().length > 0) throw new ContentError(atMost(problems.flat()));
        const seconds = ((performance.now() - start) / 1000).toFixed(1);
        logger.info(`nothing of ${hidden} unpublished files is in the output (${seconds} s)`);
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
