// `npm run test:e2e [-- FILE…]`: the browser tests, on fresh builds of the manual. Takes the arguments of
// `playwright test` (https://playwright.dev/docs/test-cli).
import { spawnSync } from 'node:child_process';
import { browserPath } from './support/browser.ts';
import { buildTestSites } from './support/sites.ts';

const browser = browserPath();
buildTestSites();
const { status } = spawnSync('playwright', ['test', ...process.argv.slice(2)], {
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, ...(browser && { GALLEY_BROWSER: browser }) },
});
process.exitCode = status ?? 1;
