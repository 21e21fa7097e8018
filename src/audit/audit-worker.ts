import { parentPort, workerData } from 'node:worker_threads';
import { filesBelow } from '../files.ts';
import type { Problem } from '../problem.ts';
import { buildTime } from '../site/environment.ts';
import site from '../site.config.ts';
import { audit } from './audit.ts';
import { unpublishedAssets } from './pictures.ts';
import { readSources } from './sources.ts';

/** What a thread is given: one of the shares into which the files of the output are divided. */
export interface AuditWork {
  /** The project's folder. */
  root: string;
  /** The folder with everything that is to be published. */
  output: string;
  share: number;
  shares: number;
}

/** What it found. */
export interface AuditResult {
  /** How many unpublished files there are. */
  hidden: number;
  problems: Problem[];
}

const { root, output, share, shares }: AuditWork = workerData;
const sources = readSources(root, site, buildTime());
const withheld = unpublishedAssets(root, sources, site);
const files = filesBelow(output).filter((_, i) => i % shares === share);
const problems = audit({ root, site, sources, withheld, output, files });
const result: AuditResult = { hidden: sources.hidden.length, problems };
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(result);
