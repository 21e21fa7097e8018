import { rm, rmdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Worker } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';
import type { Missing } from '../audit/missing-addresses.ts';
import type { Verdict, Withheld } from '../audit/audit.ts';
import { makeBaseline } from '../audit/baseline.ts';
import type { Leak } from '../audit/report.ts';
import { problemsOf } from '../audit/told.ts';
import type { AuditQuestion, AuditWork } from '../audit/worker.ts';
import { listPostFiles } from '../source/formats.ts';
import { ContentError, type Problem } from '../lib/problem.ts';
import { POSTS_FOLDER } from '../site/paths.ts';
import { warningsFound } from '../lib/channel.ts';
import { lastSite } from '../outputs/outputs.ts';
import { messageOf, startThread } from '../lib/thread.ts';
import { recordsFile } from '../store/records.ts';

const WORKER = new URL('../audit/worker.ts', import.meta.url);
const MOST_THREADS = 4;
const POSTS_PER_THREAD = 500;

/**
 * Takes the files out of the output that only unpublished posts refer to, and stops the build where
 * any file of the output still tells of something unpublished. Comes after everything that writes;
 * a thread reads the sources while posts are read and pages are made; in large sites others search with it.
 * @throws ContentError with every place of a leak
 */
export function audit(): AstroIntegration {
  let isBuild = false;
  let root = '';
  let thread: Worker;
  let answer: Promise<Withheld>;
  const post = (kind: AuditQuestion['kind'], output: string) => {
    const { id, kept } = lastSite();
    thread.postMessage({ kind, output, site: { id, kept } } satisfies AuditQuestion);
  };
  const ask = <Answer>(kind: AuditQuestion['kind'], output: string) => {
    post(kind, output);
    return messageOf<Answer>(thread);
  };
  return {
    name: 'galley:audit',
    hooks: {
      'astro:config:setup'({ command }) {
        isBuild = command === 'build';
      },
      'astro:config:done'({ config }) {
        if (!isBuild) return;
        root = fileURLToPath(config.root);
        const posts = listPostFiles(path.join(root, POSTS_FOLDER)).length;
        const helpers = Math.floor(posts / POSTS_PER_THREAD);
        const most = Math.min(MOST_THREADS, os.availableParallelism()) - 1;
        const cache = recordsFile(config.cacheDir, 'audit');
        thread = startThread<AuditWork>(WORKER, {
          root,
          cache,
          helpers: Math.min(helpers, most),
          before: lastSite().before,
        });
        answer = messageOf(thread);
      },
      async 'astro:build:done'({ dir, logger }) {
        const start = performance.now();
        const output = fileURLToPath(dir);
        post('withheld', output);
        const { withheld, leftovers, hidden } = await answer;
        for (const file of [...withheld.map(([file]) => file), ...leftovers]) {
          await remove(output, file);
        }
        if (withheld.length > 0) {
          const names = withheld.map(([file, reason]) => `\n  ${file}: ${reason}`);
          logger.info(`withheld, because it belongs to what is not published:${names.join('')}`);
        }
        if (leftovers.length > 0) {
          logger.info(`left out, because a program left it behind: ${leftovers.join(', ')}`);
        }
        const asked = ask<Verdict>('verdict', output);
        lastSite().noteDigests(output);
        const verdict = await asked;
        const { problems, missing } = verdict;
        let { leaks } = verdict;
        warningsFound.send(missingOf(missing));
        if (leaks.length > 0) {
          logger.info('comparing with a site without content');
          const made = await makeBaseline(root);
          if ('folder' in made) {
            leaks = await ask<Leak[]>('comparison', made.folder);
          } else logger.warn(`a site without content cannot be built:\n${made.log}`);
        }
        problems.push(...problemsOf(leaks));
        if (problems.length > 0) throw new ContentError(problems);
        const seconds = ((performance.now() - start) / 1000).toFixed(1);
        logger.info(`nothing of ${hidden} unpublished files is in the output (${seconds} s)`);
      },
    },
  };
}

/** What is missing, told where it is said first: a list repeats what a post says, every page the menu. */
function missingOf(all: readonly Missing[]): Problem[] {
  const own = new Set(all.filter(({ isOwn }) => isOwn).map(({ key }) => key));
  const told = new Set<string>();
  return all.flatMap(({ key, isOwn, problem }) => {
    if (!isOwn && (own.has(key) || told.has(key))) return [];
    told.add(key);
    return [problem];
  });
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
