// Every check of the project, in the order in which a mistake is cheapest to find. Ends with the
// line `tests: N passed, N failed, N skipped`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

const REPORTS = '.galley/reports';

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

/** Runs a tool of node_modules/.bin with its output shown; true when it succeeds. */
function run(command: string, args: string[], environment: NodeJS.ProcessEnv = {}): boolean {
  console.log(`\n> ${command} ${args.join(' ')}`);
  const { status, error } = spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment },
  });
  if (error) console.error(error.message);
  return status === 0;
}

/** A check that has no test count of its own counts as one test. */
function check(command: string, args: string[]): Count {
  const passed = run(command, args);
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

/** The tests that need no browser: of modules (`unit`), or of whole builds in copies of the project (`site`). */
function vitest(project: 'unit' | 'site'): Count {
  const report = `${REPORTS}/${project}.json`;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  run('vitest', ['run', '--project', project, ...reporters]);
  const { numPassedTests, numFailedTests, numPendingTests, success } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  const failed = Math.max(numFailedTests, success ? 0 : 1);
  return { passed: numPassedTests, failed, skipped: numPendingTests };
}

function browserTests(): Count {
  const report = `${REPORTS}/browser.json`;
  const success = run('node', ['tests/e2e.ts', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  const { expected, unexpected, flaky, skipped } = JSON.parse(readFileSync(report, 'utf8')).stats;
  return { passed: expected, failed: Math.max(unexpected + flaky, success ? 0 : 1), skipped };
}

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

const steps = [
  () => check('node', ['src/cli/check.ts', '--code']),
  () => check('knip', []),
  () => vitest('unit'),
  () => vitest('site'),
  browserTests,
];
const counts = steps.map((step) => {
  try {
    return step();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, skipped: 0 };
  }
});
const sum = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0);
console.log(`\ntests: ${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
