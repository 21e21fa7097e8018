// `npm run update -- PATH-OR-ARCHIVE`: takes over a newer Galley.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ContentError } from '../lib/problem.ts';
import { readArguments, runCommand, UsageError } from './arguments.ts';

const USAGE = `npm run update -- PATH-OR-ARCHIVE
    takes over a newer Galley, from a checkout of it or from the tarball of a release; what is yours stays`;

/** Of the newer Galley, which knows best how it is taken over; it needs no package. */
const TAKE_OVER = 'src/cli/update/take-over.ts';

await runCommand(USAGE, async () => {
  const { words, flags } = readArguments(process.argv.slice(2), ['help']);
  if (flags.has('help')) return console.log(USAGE);
  const [source, ...others] = words;
  if (source === undefined || others.length > 0) {
    throw new UsageError('expected one folder or archive of a newer Galley');
  }
  const stats = statSync(source, { throwIfNoEntry: false });
  if (!stats) throw fault(source, 'there is no such folder or archive');
  if (stats.isDirectory()) return takeOver(source, path.resolve(source));
  const scratch = mkdtempSync(path.join(tmpdir(), 'galley-update-'));
  try {
    takeOver(source, unpack(source, scratch));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
});

/** @returns the folder in which the files lie: archives have one around everything */
function unpack(archive: string, scratch: string): string {
  const { status } = spawnSync('tar', ['-xf', path.resolve(archive), '-C', scratch]);
  if (status !== 0) throw fault(archive, 'cannot be unpacked; expected a .tar.gz');
  const [only, ...others] = readdirSync(scratch);
  return only !== undefined && others.length === 0 ? path.join(scratch, only) : scratch;
}

function takeOver(given: string, folder: string): void {
  const program = path.join(folder, TAKE_OVER);
  if (!existsSync(program))
    throw fault(given, 'is no Galley, or one that cannot be taken over yet');
  const { status } = spawnSync(process.execPath, [program, folder], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}

function fault(file: string, message: string): ContentError {
  return new ContentError([{ file, message }]);
}
