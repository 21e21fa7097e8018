import { parentPort, workerData } from 'node:worker_threads';
import { cutTypeface } from './cut.ts';

/** What the thread is given. */
export interface TypefaceWork {
  lang: string;
  cacheDir: string;
}

const { lang, cacheDir }: TypefaceWork = workerData;
parentPort?.postMessage(await cutTypeface(lang, cacheDir));
