import { parentPort, workerData } from 'node:worker_threads';
import type { Card } from './card.ts';
import { drawSocialImages } from './draw.ts';

/** What the thread is given. */
export interface SocialWork {
  cards: Card[];
  cacheDir: string;
}

const { cards, cacheDir }: SocialWork = workerData;
parentPort?.postMessage(await drawSocialImages(cards, cacheDir));
