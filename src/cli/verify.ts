// `npm run verify -- OLD`: whether a move was whole. Compares what an old site answered with the site in dist/.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { readArguments, runCommand, UsageError } from './arguments.ts';
import { buildTime } from '../site/environment.ts';
import { ask } from './verify/ask.ts';
import { compareSites } from './verify/compare-sites.ts';
import { readLiveSite } from './verify/live-site.ts';
import { readOldSite } from './verify/old-site.ts';
import { verdictOn } from './verify/verdict.ts';

const USAGE = `npm run verify -- OLD [--json] [--addresses PERCENT] [--texts PERCENT]
    OLD: the folder that Jekyll or another program built, a file with addresses (a sitemap, or one a line),
         or the address of a live site, which is asked for what is not published, too
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
  const { askForUnpublished, readUnpublished } = await import('./verify/unpublished.ts');
  const isLive = /^https?:\/\//i.test(old);
  const { addresses, silent } = isLive
    ? await readLiveSite(old, ask)
    : { addresses: readOldSite(old, site), silent: [] };
  if (addresses.length === 0) throw new UsageError(`there are no addresses in ${old}`);
  const unpublished = readUnpublished(process.cwd(), dist, site, buildTime());
  const rows = compareSites(addresses, dist, site, unpublished);
  const secrets = isLive ? await askForUnpublished(unpublished, old, ask) : [];
  const { isReached, report } = verdictOn(rows, thresholds, { silent, secrets });
  console.log(flags.has('json') ? JSON.stringify([...rows, ...secrets], null, 2) : report);
  if (!isReached) process.exitCode = 1;
});

function percentOf(given: readonly string[] | undefined, usual: number): number {
  const text = given?.at(-1);
  const number = text === undefined ? usual : Number(text);
  if (number >= 0 && number <= 100) return number;
  throw new UsageError(`expected a number from 0 to 100, and not ${text}`);
}
