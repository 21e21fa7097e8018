import { spawnSync } from 'node:child_process';

/** The moment at which the test sites are built: before the manual's scheduled post appears. */
export const BUILD_TIME = '2026-06-01T12:00:00Z';

/** The builds of the manual that the browser tests walk through. */
export const testSites = {
  root: { outDir: '.galley/test-sites/root', base: '/', port: 4401 },
  base: { outDir: '.galley/test-sites/base', base: '/blog/', port: 4402 },
} as const;

/** Builds every test site. @throws where a build fails */
export function buildTestSites(): void {
  for (const { outDir, base } of Object.values(testSites)) {
    console.log(`\n> astro build (base ${base})`);
    const { status, stdout, stderr } = spawnSync('astro', ['build', '--outDir', outDir], {
      encoding: 'utf8',
      env: { ...process.env, SITE_BASE: base, SITE_URL: 'https://galley.example', BUILD_TIME },
    });
    if (status !== 0) throw new Error(`The build for ${base} failed.\n${stdout}\n${stderr}`);
  }
}
