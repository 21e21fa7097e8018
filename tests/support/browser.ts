import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const systemBrowser = () => SYSTEM_BROWSERS.find((path) => existsSync(path));
const playwrightHasBrowser = () => existsSync(chromium.executablePath());
const succeeds = (command: string, args: string[]) =>
  spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;

/**
 * The browser for the tests: `undefined` for the one that Playwright brings, or the path of one on
 * this system; where there is none, one is fetched.
 * @throws where none can be had
 */
export function browserPath(): string | undefined {
  if (playwrightHasBrowser()) return undefined;
  const found = systemBrowser();
  if (found) return found;
  if (succeeds('playwright', ['install', 'chromium']) && playwrightHasBrowser()) return undefined;
  if (process.getuid?.() === 0 && succeeds('apt-get', ['update', '-qq'])) {
    succeeds('apt-get', ['install', '-y', '-qq', 'chromium']);
  }
  const installed = systemBrowser();
  if (installed) return installed;
  throw new Error(
    'The browser tests need Chromium: install it (`npx playwright install chromium`, or your system’s package) and run `npm test` again.',
  );
}
