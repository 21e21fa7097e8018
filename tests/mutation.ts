// `npm run test:mutation [-- FILE…]`: StrykerJS breaks rules one by one, and the unit tests have to see it. Takes
// hours for all, minutes for a file. It is fetched when it is first wanted, because few want it. The module that
// collects the formats of feeds is left out: Vite reads its pattern as text.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const CONFIG = 'tests/mutation.json';
const VERSION = '10.1.1';
const PACKAGES = ['@stryker-mutator/core', '@stryker-mutator/vitest-runner'];

const run = (command: string, args: readonly string[]) =>
  spawnSync(command, args, { stdio: 'inherit' }).status ?? 1;

if (!PACKAGES.every((name) => existsSync(`node_modules/${name}`))) {
  const packages = PACKAGES.map((name) => `${name}@${VERSION}`);
  process.exitCode = run('npm', ['install', '--no-save', '--no-audit', '--no-fund', ...packages]);
}
if (!process.exitCode) {
  const { mutate }: { mutate: string[] } = JSON.parse(readFileSync(CONFIG, 'utf8'));
  const files = process.argv.slice(2);
  const wanted = files.length > 0 ? files : mutate;
  process.exitCode = run('stryker', ['run', CONFIG, '--mutate', wanted.join()]);
}
