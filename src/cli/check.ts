// `npm run check [-- --strict]`: types, lint, format and content; with `--strict` warnings are errors.
// Everything is checked even after a failure, so that one run names all there is to mend.
import { spawnSync } from 'node:child_process';
import { checkContent } from './content.ts';

const checks: [name: string, command: string, args: string[]][] = [
  ['types of pages', 'astro', ['check', '--minimumFailingSeverity', 'warning']],
  ['lint', 'oxlint', ['--deny-warnings']],
  ['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
];

const failed = checks
  .filter(([name, command, args]) => {
    console.log(`\n${name}`);
    return spawnSync(command, args, { stdio: 'inherit' }).status !== 0;
  })
  .map(([name]) => name);

console.log('\ncontent');
if (!(await checkContent(process.argv.includes('--strict')))) failed.push('content');

console.log(failed.length === 0 ? '\nAll checks passed.' : `\nTo mend: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
