import { existsSync } from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { filesBelow } from '../files.ts';
import { createDialect } from '../post/dialect.ts';
import type { PostSource } from '../post/read.ts';
import { buildTime } from '../site/environment.ts';
import site from '../site.config.ts';
import { createAddressReader, reasonOf, type Missing, type OutputReference } from './addresses.ts';
import { createAudit, type AuditResult } from './audit.ts';
import { leftoverAssets } from './pictures.ts';
import { readSources, type Asset } from './sources.ts';
import { hiddenAssets, meaningsOf, shownBesidePosts } from './withheld.ts';

/** What a thread is given: one of the shares into which the files of the output are divided. */
export interface AuditWork {
  /** The project's folder. */
  root: string;
  share: number;
  shares: number;
}

/** What it tells when it has read the sources. */
export interface AuditReady {
  /** How many unpublished files there are. */
  hidden: number;
  /** Files of the output that editors and systems have left. */
  leftovers: string[];
  /** Files of the output that unpublished sources name, and where. */
  candidates: [output: string, reason: string][];
}

/**
 * What it is asked: for the references in the output, for what is wrong with it, and what of the leaks
 * remains beside a site without content.
 */
export type AuditQuestion =
  | { kind: 'references'; output: string }
  /** With the candidates that were taken out of the output. */
  | { kind: 'findings'; withheld: ReadonlySet<string> }
  | { kind: 'comparison'; baseline: string };

/** From one file of its share to another, which is a candidate. */
export type AuditReferences = OutputReference[];

/** What it finds in its share. */
export interface AuditFindings extends AuditResult {
  missing: Missing[];
}

const { root, share, shares }: AuditWork = workerData;
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
const candidates = [...named.values()];
const leftovers = leftoverAssets(sources);
const suspects = [...new Set([...named.keys(), ...leftovers])];
const audit = createAudit({ root, site, sources, suspects, meanings, dialect: published });
const addresses = createAddressReader(root, sources, site, candidates);

const ready: AuditReady = {
  hidden: sources.hidden.length,
  leftovers: leftovers.flatMap(({ output }) => output ?? []),
  candidates: candidates.flatMap((candidate): [string, string][] => {
    const { output } = candidate.asset;
    return output === undefined ? [] : [[output, reasonOf(candidate)]];
  }),
};
const port = parentPort;
port?.postMessage(ready);

let output = '';
let files: string[] = [];
port?.on('message', (question: AuditQuestion) => {
  if (question.kind === 'references') {
    output = question.output;
    const all = filesBelow(output);
    files = all.filter((_, i) => i % shares === share);
    port.postMessage(addresses.read(output, files, all) satisfies AuditReferences);
  } else if (question.kind === 'comparison') {
    port.postMessage(audit.compare(question.baseline));
  } else {
    const isWithheld = (asset: Asset) =>
      asset.output === undefined ||
      question.withheld.has(asset.output) ||
      leftovers.includes(asset);
    const withheld = suspects.filter(isWithheld);
    const { problems, missing } = addresses.judge(withheld);
    const present = files.filter((file) => existsSync(path.join(output, file)));
    const result = audit.search(output, present, withheld, named);
    port.postMessage({
      leaks: result.leaks,
      problems: [...problems, ...result.problems],
      missing,
    } satisfies AuditFindings);
  }
});
