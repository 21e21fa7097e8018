import { parentPort, workerData } from 'node:worker_threads';
import { filesBelow } from '../files.ts';
import { buildTime } from '../site/environment.ts';
import site from '../site.config.ts';
import { createAudit } from './audit.ts';
import { leftoverAssets, unpublishedAssets } from './pictures.ts';
import { readSources, type Asset } from './sources.ts';

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
  /** Files of the output that only unpublished posts refer to. */
  withheld: string[];
  /** Files of the output that editors and systems have left. */
  leftovers: string[];
}

const { root, share, shares }: AuditWork = workerData;
const sources = readSources(root, site, buildTime());
const unpublished = unpublishedAssets(root, sources, site);
const leftovers = leftoverAssets(sources);
const withheld = [...new Set([...unpublished, ...leftovers])];
const audit = createAudit({ root, site, sources, withheld });

const ready: AuditReady = {
  hidden: sources.hidden.length,
  withheld: outputsOf(unpublished),
  leftovers: outputsOf(leftovers),
};
const port = parentPort;
port?.postMessage(ready);
// Asked with the folder of the output, it answers with the problems in its share of it.
port?.once('message', (output: string) => {
  const files = filesBelow(output).filter((_, i) => i % shares === share);
  port.postMessage(audit(output, files));
});

function outputsOf(assets: readonly Asset[]): string[] {
  return assets.flatMap(({ output }) => output ?? []);
}
