// `npm run check [-- --strict]`: types, lint, format and content; with `--strict` warnings are errors.
// Everything is checked even after a failure, so that one run names all there is to mend.
import { spawnSync } from 'node:child_process';
import { checkContent } from './content.ts';

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

console.log('\ncontent');
if (!(await checkContent(process.argv.includes('--strict')))) failed.push('content');

console.log(failed.length === 0 ? '\nAll checks passed.' : `\nTo mend: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
