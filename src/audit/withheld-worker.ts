import { parentPort, workerData } from 'node:worker_threads';
import { buildTime } from '../site/environment.ts';
import site from '../site.config.ts';
import { unpublishedAssets } from './pictures.ts';
import { readSources } from './sources.ts';

/** What the thread is given. It sends the paths of the files in the output that only unpublished posts refer to. */
export interface WithheldWork {
  /** The project's folder. */
  root: string;
}

const { root }: WithheldWork = workerData;
const sources = readSources(root, site, buildTime());
const withheld = unpublishedAssets(root, sources, site).flatMap(({ output }) => output ?? []);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(withheld);
