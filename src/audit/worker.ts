import { parentPort, workerData } from 'node:worker_threads';
import { messageOf, startThread } from '../lib/thread.ts';
import { buildTime } from '../site/environment.ts';
import site from '../site.config.ts';
import { createAudit, type Audit, type Share } from './audit.ts';
import type { Digests } from './memory.ts';
import { perform } from './search.ts';

/** What the audit's thread is given. */
export interface AuditWork {
  /** The project's folder. */
  root: string;
  /** Threads that search with it. */
  helpers: number;
}

/** What it is asked, one after the other: the answer is that of the audit. */
export interface AuditQuestion {
  kind: keyof Audit;
  output: string;
  kept?: Digests;
}

const { root, helpers }: AuditWork = workerData;
const SEARCHER = new URL('searcher.ts', import.meta.url);
const searchers = Array.from({ length: helpers }, () => startThread(SEARCHER, undefined));

/** Divides files among all threads, this one among them. */
const share: Share = async <Answer>(...[all, taskOf]: Parameters<Share>) => {
  const count = searchers.length + 1;
  const taskOfShare = (share: number) => taskOf(all.filter((_, i) => i % count === share));
  const answers = searchers.map((thread, i) => {
    thread.postMessage(taskOfShare(i + 1));
    return messageOf<Answer>(thread);
  });
  return [perform(site, taskOfShare(0)) as Answer, ...(await Promise.all(answers))];
};

const audit = await createAudit(root, site, buildTime(), share);
parentPort?.on('message', async ({ kind, output, kept }: AuditQuestion) => {
  parentPort?.postMessage(await audit[kind](output, kept));
});
