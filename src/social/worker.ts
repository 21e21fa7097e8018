import { parentPort, workerData } from 'node:worker_threads';
import type { Card } from './card.ts';
import { drawSocialImages } from './render.ts';

/** What the thread is given. */
export interface SocialWork {
  cards: Card[];
  cacheDir: string;
}

const { cards, cacheDir }: SocialWork = workerData;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(await drawSocialImages(cards, cacheDir));
