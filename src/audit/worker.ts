import { parentPort, workerData, type Worker } from 'node:worker_threads';
import { once } from '../lib/once.ts';
import { messageOf, startThread } from '../lib/thread.ts';
import { buildTime } from '../site/environment.ts';
import site from '../site.config.ts';
import { createAudit, type Audit, type Share } from './audit.ts';
import { readMemory, writeMemory } from './memory.ts';
import { search, type Found } from './search.ts';

/** What the audit's thread is given. */
export interface AuditWork {
  /** The project's folder. */
  root: string;
  /** Where it keeps what it finds out of sources. */
  cache: string;
  /** Threads that search with it. */
  helpers: number;
  /** The last site's id, where there is one: most files are going to be as they were in it. */
  before: string;
}

/** What it is asked, one after the other: the answer is that of the audit. */
export interface AuditQuestion {
  kind: keyof Audit;
  output: string;
  site: AuditedSite;
}

/** The site that is audited, and what it has of the last one. */
export interface AuditedSite {
  id: string;
  /** Files that are as they were in it. */
  kept: ReadonlySet<string>;
}

const { root, cache, helpers, before }: AuditWork = workerData;
const SEARCHER = new URL('searcher.ts', import.meta.url);
const startSearchers = once<Worker[], void>(() =>
  Array.from({ length: helpers }, () => startThread(SEARCHER, undefined)),
);
// They are ready when all files have to be searched.
if (before === '') startSearchers();

/** So many files are not worth a thread. */
const FEW = 200;

/** Divides files among all threads, this one among them. */
const share: Share = async (all, taskOf) => {
  const searchers = all.length < FEW ? [] : startSearchers();
  const count = searchers.length + 1;
  const taskOfShare = (share: number) => taskOf(all.filter((_, i) => i % count === share));
  const answers = searchers.map((thread, i) => {
    thread.postMessage(taskOfShare(i + 1));
    return messageOf<Found>(thread);
  });
  return [search(site, taskOfShare(0)), ...(await Promise.all(answers))];
};

const audit = await createAudit(root, site, buildTime(), { share, cache });
const memory = readMemory(root, before);
const answers = {
  withheld: (output: string, { kept }: AuditedSite) =>
    audit.withheld(output, memory && { ...memory, kept }),
  async verdict(output: string, { id }: AuditedSite) {
    const { memory, ...verdict } = await audit.verdict(output);
    writeMemory(root, id, memory);
    return verdict;
  },
  comparison: (output: string) => audit.comparison(output),
};
parentPort?.on('message', async ({ kind, output, site }: AuditQuestion) => {
  parentPort?.postMessage(await answers[kind](output, site));
});
