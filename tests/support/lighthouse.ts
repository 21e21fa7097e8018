import { once } from 'node:events';
import { createServer } from 'node:net';
import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';

/** The pages that Lighthouse looks at: home, post, tag, archive, search. */
export const LIGHTHOUSE_PAGES = ['', 'posts/code/', 'tags/writing/', 'archives/', 'search/'];

export type Category = 'accessibility' | 'best-practices' | 'seo' | 'performance';

/** What Lighthouse says of a page. */
export interface Score {
  category: string;
  /** From 0 to 100. */
  score: number;
  /** Audits that cost points. */
  faults: string[];
}

/** Audits pages as a phone sees them. */
export async function audit(
  addresses: readonly string[],
  categories: readonly Category[],
  executablePath: string | undefined,
): Promise<Map<string, Score[]>> {
  const port = await freePort();
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`],
  });
  try {
    const scores = new Map<string, Score[]>();
    for (const address of addresses) {
      scores.set(address, await auditPage(address, categories, port));
    }
    return scores;
  } finally {
    await browser.close();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

async function auditPage(
  address: string,
  categories: readonly Category[],
  port: number,
): Promise<Score[]> {
  const result = await lighthouse(address, {
    port,
    onlyCategories: [...categories],
    logLevel: 'error',
  });
  if (!result) throw new Error(`Lighthouse has nothing to say of ${address}`);
  const { lhr } = result;
  return Object.values(lhr.categories).map(({ id, score, auditRefs }) => ({
    category: id,
    score: Math.round((score ?? 0) * 100),
    faults: auditRefs
      .filter(({ weight, id }) => weight > 0 && (lhr.audits[id]?.score ?? 1) < 1)
      .map(({ id }) => id),
  }));
}
