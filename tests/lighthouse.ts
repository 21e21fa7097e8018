// `npm run lighthouse`: what Lighthouse says of the pages, performance included. It is not part of
// `npm test`, because how fast a page is depends on what else the machine does.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { browserPath } from './support/browser.ts';
import { audit, LIGHTHOUSE_PAGES } from './support/lighthouse.ts';
import { buildTestSites, testSites } from './support/sites.ts';

const browser = browserPath();
buildTestSites();
const { outDir, base, port } = testSites.root;
const server = spawn('node', ['tests/support/server.ts', outDir, base, String(port)]);
await once(server, 'spawn');
try {
  const addresses = LIGHTHOUSE_PAGES.map((page) => `http://127.0.0.1:${port}${base}${page}`);
  const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
  for (const [address, scores] of await audit(addresses, categories, browser)) {
    console.log(`\n${new URL(address).pathname}`);
    for (const { category, score, faults } of scores) {
      console.log(`  ${category.padEnd(16)} ${score}  ${faults.join(', ')}`);
      if (score < 100) process.exitCode = 1;
    }
  }
} finally {
  server.kill();
}
