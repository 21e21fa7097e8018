// `npm run verify -- OLD`: whether a move was whole. Compares what an old site answered with the site in dist/.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { readArguments, runCommand, UsageError } from './arguments.ts';
import { compareSites } from './verify/compare-sites.ts';
import { readOldSite } from './verify/old-site.ts';
import { verdictOn } from './verify/verdict.ts';

const USAGE = `npm run verify -- OLD [--json] [--addresses PERCENT] [--texts PERCENT]
    OLD: the folder that Jekyll or another program built, or a file with addresses: a sitemap, or one a line
    --json: all of it, as data
    --addresses, --texts: how many pages and feeds are to answer (100), and how many texts to be the same (99)`;

await runCommand(USAGE, async () => {
  const { words, flags, values } = readArguments(
    process.argv.slice(2),
    ['json', 'help'],
    ['addresses', 'texts'],
  );
  if (flags.has('help')) return console.log(USAGE);
  const [old, ...others] = words;
  if (old === undefined || others.length > 0) {
    throw new UsageError('expected one folder, or one file with addresses');
  }
  const dist = path.resolve('dist');
  if (!existsSync(dist)) throw new UsageError('there is no dist/: `npm run build` makes it');
  const thresholds = {
    addresses: percentOf(values.addresses, 100),
    texts: percentOf(values.texts, 99),
  };
  const { default: site } = await import('../site.config.ts');
  const rows = compareSites(readOldSite(old, site), dist, site);
  if (rows.length === 0) throw new UsageError(`there are no addresses in ${old}`);
  const { isReached, report } = verdictOn(rows, thresholds);
  console.log(flags.has('json') ? JSON.stringify(rows, null, 2) : report);
  if (!isReached) process.exitCode = 1;
});

function percentOf(given: readonly string[] | undefined, usual: number): number {
  const text = given?.at(-1);
  const number = text === undefined ? usual : Number(text);
  if (number >= 0 && number <= 100) return number;
  throw new UsageError(`expected a number from 0 to 100, and not ${text}`);
}
