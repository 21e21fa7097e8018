import { parentPort, workerData } from 'node:worker_threads';
import { filesBelow } from '../files.ts';
import { messageOf, startThread } from '../integrations/thread.ts';
import { createDialect } from '../post/dialect.ts';
import type { PostSource } from '../post/read.ts';
import { buildTime } from '../site/environment.ts';
import site from '../site.config.ts';
import { judgeAddresses, reasonOf, type AddressesFound, type Missing } from './addresses.ts';
import { createAudit, type Verdict } from './audit.ts';
import { leftoverAssets } from './pictures.ts';
import type { Leak } from './report.ts';
import { perform, type Found, type Task, type Wanted } from './search.ts';
import { readSources, type Asset } from './sources.ts';
import { hiddenAssets, meaningsOf, shownBesidePosts, unreferenced } from './withheld.ts';

/** What the audit's thread is given. */
export interface AuditWork {
  /** The project's folder. */
  root: string;
  /** Threads that search with it. */
  helpers: number;
}

/**
 * What it is asked: which files have to go, then what is wrong with those that stay, and what of the leaks
 * remains beside a site without content.
 */
export type AuditQuestion = {
  kind: 'withheld' | 'verdict' | 'comparison';
  /** With every file that is to be published; for a comparison that of a site without content. */
  output: string;
};

/** Which files of the output have to go. */
export interface Withheld {
  /** How many unpublished files there are. */
  hidden: number;
  /** Files that editors and systems have left. */
  leftovers: string[];
  /** Files that only unpublished sources name, and where. */
  withheld: [file: string, reason: string][];
}

/** What is wrong with the output. */
export interface AuditVerdict extends Verdict {
  missing: Missing[];
}

const { root, helpers }: AuditWork = workerData;
const SEARCHER = new URL('searcher.ts', import.meta.url);
const searchers = Array.from({ length: helpers }, () => startThread(SEARCHER, undefined));
const now = buildTime();
const sources = readSources(root, site, now);
const dialectOf = (posts: PostSource[]) =>
  createDialect(root, site, { posts, withheld: [], pages: sources.pages, withheldPages: [] }, now);
const all = await dialectOf([...sources.posts, ...sources.drafts]);
const meanings = meaningsOf(sources, all);
const named = hiddenAssets(root, sources, site, meanings);
const published = await dialectOf(sources.posts);
for (const asset of shownBesidePosts(root, [...named.keys()], sources, site, published)) {
  named.delete(asset);
}
const leftovers = leftoverAssets(sources);
const suspects = [...new Set([...named.keys(), ...leftovers])];
const audit = createAudit({ root, site, sources, suspects, meanings, dialect: published });

let addresses: AddressesFound[] = [];
let withheld: Asset[] = [];
let wanted: Wanted;

parentPort?.on('message', async ({ kind, output }: AuditQuestion) => {
  parentPort?.postMessage(await answers[kind](output));
});

const answers = {
  async withheld(output: string): Promise<Withheld> {
    const all = filesBelow(output);
    const candidates = outputsOf(named.keys());
    const copied = outputsOf(sources.assets);
    addresses = await share<AddressesFound>(all, (files) => ({
      kind: 'addresses',
      output,
      all,
      candidates,
      copied,
      files,
    }));
    const shown = addresses.flatMap(({ shown }) => shown);
    const gone = unreferenced(candidates, shown);
    withheld = suspects.filter(
      (asset) => asset.output === undefined || gone.has(asset.output) || leftovers.includes(asset),
    );
    wanted = audit.wanted(withheld);
    return {
      hidden: sources.hidden.length,
      leftovers: [...outputsOf(leftovers)],
      withheld: [...named].flatMap(([{ output }, candidate]): [string, string][] =>
        output !== undefined && gone.has(output) ? [[output, reasonOf(candidate)]] : [],
      ),
    };
  },
  async verdict(output: string): Promise<AuditVerdict> {
    const { leaks, problems } = audit.judge(
      await searchIn(output),
      output,
      filesBelow(output),
      withheld,
      named,
    );
    const judged = judgeAddresses(addresses, root, sources, site, named.values(), withheld);
    return { leaks, problems: [...judged.problems, ...problems], missing: judged.missing };
  },
  async comparison(output: string): Promise<Leak[]> {
    return audit.compare(await searchIn(output));
  },
};

function searchIn(folder: string): Promise<Found[]> {
  return share(filesBelow(folder), (files) => ({ kind: 'search', folder, wanted, files }));
}

/** Divides files among all threads, this one among them. */
async function share<Answer>(all: readonly string[], taskOf: (files: string[]) => Task) {
  const count = searchers.length + 1;
  const tasks = Array.from({ length: count }, (_, share) =>
    taskOf(all.filter((_, i) => i % count === share)),
  );
  const answers = searchers.map((thread, i) => {
    thread.postMessage(tasks[i + 1]);
    return messageOf<Answer>(thread);
  });
  const [own] = tasks;
  return [...(own ? [perform(site, own) as Answer] : []), ...(await Promise.all(answers))];
}

function outputsOf(assets: Iterable<Asset>): Set<string> {
  return new Set(Array.from(assets).flatMap(({ output }) => output ?? []));
}
