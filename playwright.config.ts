import { defineConfig, devices } from '@playwright/test';
import { testSites } from './tests/support/sites.ts';

const executablePath = process.env['GALLEY_BROWSER'];

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.galley/test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  use: {
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
  projects: [
    { name: 'desktop', use: { ...devices['Desktop Chrome'], ...site('root') } },
    { name: 'phone', use: { ...devices['Pixel 7'], ...site('root') } },
    {
      name: 'no-script',
      use: { ...devices['Desktop Chrome'], ...site('root'), javaScriptEnabled: false },
    },
    { name: 'base-path', use: { ...devices['Desktop Chrome'], ...site('base') } },
  ],
  webServer: Object.values(testSites).map(({ outDir, base, port }) => ({
    command: `node tests/support/server.ts ${outDir} ${base} ${port}`,
    url: `http://127.0.0.1:${port}${base}`,
    reuseExistingServer: false,
  })),
});

function site(name: keyof typeof testSites) {
  const { base, port } = testSites[name];
  return { baseURL: `http://127.0.0.1:${port}${base}` };
}
