// `npm run check [-- --strict]`: types, lint, format and content; with `--strict` warnings are errors.
// Everything is checked even after a failure, so that one run names all there is to mend.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { checkContent } from './check-content.ts';
import { placeholders } from './placeholders.ts';

const checks: [name: string, script: string][] = [
  ['types of pages', 'types'],
  ['lint', 'lint'],
  ['format', 'format:check'],
];

const failed = checks
  .filter(([name, script]) => {
    console.log(`\n${name}`);
    return spawnSync('npm', ['run', '--silent', script], { stdio: 'inherit' }).status !== 0;
  })
  .map(([name]) => name);

const toFillIn = placeholders(JSON.parse(readFileSync('package.json', 'utf8')));
if (toFillIn.length > 0) {
  console.log(
    `\npackage.json: the addresses under ${toFillIn.join(', ')} are placeholders; yours go there.`,
  );
}

console.log('\ncontent');
if (!(await checkContent(process.argv.includes('--strict')))) failed.push('content');

console.log(failed.length === 0 ? '\nAll checks passed.' : `\nTo mend: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
