// `npm run lighthouse`: what Lighthouse, which the command fetches, says of the pages as a phone sees
// them. It is not part of `npm test`, because how fast a page is depends on what else the machine does.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chromium } from '@playwright/test';
import { browserPath } from './support/browser.ts';
import { buildTestSites, testSites } from './support/sites.ts';

/** Home, post, tag, archive, search. */
const PAGES = ['', 'posts/code/', 'tags/writing/', 'archives/', 'search/'];
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

/** What of Lighthouse's result is read. https://github.com/GoogleChrome/lighthouse/blob/main/docs/understanding-results.md */
interface Result {
  categories: Record<
    string,
    { score: number | null; auditRefs: readonly { id: string; weight: number }[] }
  >;
  audits: Record<string, { score: number | null }>;
}

/** Prints the scores of a page, and what costs points. @returns whether each is 100 */
function audit(address: string, browser: string): boolean {
  const { stdout } = spawnSync(
    'lighthouse',
    [
      address,
      '--quiet',
      '--output=json',
      `--only-categories=${CATEGORIES.join()}`,
      '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
    ],
    { encoding: 'utf8', env: { ...process.env, CHROME_PATH: browser }, maxBuffer: 1e8 },
  );
  const { categories, audits } = JSON.parse(stdout) as Result;
  console.log(`\n${new URL(address).pathname}`);
  const scores = Object.entries(categories).map(([name, { score, auditRefs }]) => {
    const faults = auditRefs
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => id);
    const points = Math.round((score ?? 0) * 100);
    console.log(`  ${name.padEnd(16)} ${points}  ${faults.join(', ')}`);
    return points;
  });
  return scores.every((points) => points === 100);
}

const browser = browserPath() ?? chromium.executablePath();
buildTestSites();
const { outDir, base, port } = testSites.root;
const server = spawn('node', ['tests/support/server.ts', outDir, base, String(port)]);
await once(server, 'spawn');
try {
  const results = PAGES.map((page) => audit(`http://127.0.0.1:${port}${base}${page}`, browser));
  if (results.includes(false)) process.exitCode = 1;
} finally {
  server.kill();
}
