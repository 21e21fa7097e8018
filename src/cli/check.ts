// `npm run check`: everything that an author can mend, in one run. With `--code`, and in CI, what those who
// change Galley want to know besides. Everything is checked even after a failure.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { ContentError, nearest } from '../lib/problem.ts';
import { buildTime } from '../site/environment.ts';
import { readArguments, runCommand, UsageError } from './arguments.ts';
import { FORMATS, formatReport, rowsOf, type Format } from './check-report.ts';
import { placeholders } from './placeholders.ts';
import { remembered, type Findings } from './remembered.ts';

const USAGE = `npm run check [-- --strict] [--json | --format ${FORMATS.join('|')}] [--code]
    looks at the configuration and at every post and page, drafts too
    --strict: warnings are errors; --json, --format json: as data; --format github: as notes at the lines
    --code: types, lint and format too, as always where CI is set`;

const CODE: readonly [name: string, script: string][] = [
  ['types of pages', 'types'],
  ['lint', 'lint'],
  ['format', 'format:check'],
];

await runCommand(USAGE, async () => {
  const { words, flags, values } = readArguments(
    process.argv.slice(2),
    ['strict', 'json', 'code', 'help'],
    ['format'],
  );
  if (flags.has('help')) return console.log(USAGE);
  if (words.length > 0) throw new UsageError(`expected options alone, and not ${words.join(' ')}`);
  const format = flags.has('json') ? 'json' : formatOf(values.format?.at(-1));
  const failed = flags.has('code') || process.env['CI'] ? checkCode() : [];
  const { count, problems, warnings } = await findings();
  const rows = rowsOf(problems, warnings, flags.has('strict'));
  console.log(formatReport(format, rows, count));
  if (rows.some(({ severity }) => severity === 'error')) failed.push('content');
  if (failed.length === 0) return;
  console.error(`\nTo mend: ${failed.join(', ')}.`);
  process.exitCode = 1;
});

function formatOf(wanted = 'text'): Format {
  const format = FORMATS.find((name) => name === wanted);
  if (format) return format;
  const meant = nearest(wanted, FORMATS);
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`;
  throw new UsageError(`--format is ${FORMATS.join(' or ')}, and not ${wanted}.${hint}`);
}

/** The content of the project one stands in. A configuration that cannot be read is all that is found then. */
async function findings(): Promise<Findings> {
  const now = buildTime();
  try {
    return await remembered(process.cwd(), now, async () => {
      const { default: site } = await import('../site.config.ts');
      // A run that remembers need not load what renders.
      const { contentProblems } = await import('./check-content.ts');
      return contentProblems(process.cwd(), site, now);
    });
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return { count: 0, problems: error.problems, warnings: [], until: now };
  }
}

/** @returns the names of what failed; what it says goes where it is in nobody's way */
function checkCode(): string[] {
  const toFillIn = placeholders(JSON.parse(readFileSync('package.json', 'utf8')));
  if (toFillIn.length > 0) {
    const fields = toFillIn.join(', ');
    console.error(`package.json: the addresses under ${fields} are placeholders; yours go there.`);
  }
  return CODE.filter(([name, script]) => {
    console.error(`\n${name}`);
    const { status } = spawnSync('npm', ['run', '--silent', script], { stdio: ['ignore', 2, 2] });
    return status !== 0;
  }).map(([name]) => name);
}
