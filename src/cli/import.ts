// `npm run import -- PATH [--replace]`: takes over a Jekyll or Octopress site.
import { existsSync } from 'node:fs';
import { access, constants, copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ContentError } from '../lib/problem.ts';
import { defineSite } from '../site/define.ts';
import { CONFIG_FILE, LIQUID_FOLDER, POSTS_FOLDER } from '../site/paths.ts';
import { readArguments, runCommand, UsageError } from './arguments.ts';
import { configFile } from './import/config-file.ts';
import { convertConfig } from './import/jekyll-config.ts';
import { feedTemplates } from './import/old-feeds.ts';
import { withoutOwnPages } from './import/own-pages.ts';
import { copiesOf, planImport, type Copy } from './import/plan.ts';
import { drawFavicon, isManual, putManualAway, REPLACED } from './manual.ts';
import { pluginsOf } from './import/plugins.ts';
import { readConfig } from './import/read-config.ts';

const USAGE = `npm run import -- PATH-TO-JEKYLL-SITE              into a project without posts of its own
npm run import -- PATH-TO-JEKYLL-SITE --replace    instead of the posts and the configuration that are there`;

/** How many files a list in the terminal names. */
const SHOWN = 10;

await runCommand(USAGE, async () => {
  const { words, flags } = readArguments(process.argv.slice(2), ['replace', 'help']);
  if (flags.has('help')) return console.log(USAGE);
  const [root, ...others] = words;
  if (root === undefined) throw new UsageError('expected the folder of a Jekyll site');
  if (others.length > 0) throw new UsageError(`expected one folder, and not ${words.join(', ')}`);
  await importSite(path.resolve(root), flags.has('replace'));
});

/** Everything that can be wrong is looked for before anything is written. */
async function importSite(root: string, replace: boolean): Promise<void> {
  const { file, jekyll } = readConfig(root);
  const plugins = pluginsOf(root, jekyll);
  const found = await planImport(root, jekyll);
  const feeds = { plugins, templates: feedTemplates(found) };
  const { config, notes } = convertConfig(jekyll, path.basename(root), feeds);
  const site = defineSite(config, {});
  const plan = withoutOwnPages(found, site);
  if (plan.posts.length === 0) {
    throw new ContentError([{ file: root, message: 'expected posts in a folder called _posts' }]);
  }
  const copies: Copy[] = [
    { from: file, to: `${LIQUID_FOLDER}/config.yml` },
    ...copiesOf(plan).map(({ from, to }) => ({ from: path.join(plan.source, from), to })),
  ];
  for (const { from } of copies) await access(from, constants.R_OK);
  refuseOwnFolder(plan.source);
  const existing = [CONFIG_FILE, ...copies.map(({ to }) => to)].filter(existsSync);
  if (!replace && existing.length > 0) return refuse(existing);

  const isFresh = await isManual();
  if (isFresh) await putManualAway();
  else if (replace) await rm(POSTS_FOLDER, { recursive: true, force: true });
  await copyFiles(copies);
  if (isFresh) await drawFavicon(config.title);
  await writeFile(CONFIG_FILE, await configFile(config));
  // Its modules read the configuration that has just been written.
  const { report } = await import('./import/import-report.ts');
  console.log((await report({ plan, notes, site, jekyll, plugins })).join('\n'));
}

function refuse(existing: readonly string[]): void {
  const rest = existing.length - SHOWN;
  console.error(
    [
      `Nothing was written, because ${existing.length} files are there already:`,
      ...existing.slice(0, SHOWN).map((file) => `  ${file}`),
      ...(rest > 0 ? [`  and ${rest} more`] : []),
      '',
      'With --replace they are overwritten, and all posts that are there are removed:',
      `  ${USAGE.split('\n')[1]}`,
    ].join('\n'),
  );
  process.exitCode = 1;
}

/** What is there would be removed before it is copied. */
function refuseOwnFolder(source: string): void {
  const inside = REPLACED.filter((folder) => {
    const below = path.relative(path.resolve(folder), source);
    return below === '' || (!below.startsWith('..') && !path.isAbsolute(below));
  });
  if (inside.length === 0) return;
  throw new ContentError([
    { file: source, message: `expected a site outside of ${inside.join()}, which is replaced` },
  ]);
}

/** Byte for byte. */
async function copyFiles(copies: readonly Copy[]): Promise<void> {
  const folders = new Set(copies.map(({ to }) => path.dirname(to)));
  await Promise.all([...folders].map((folder) => mkdir(folder, { recursive: true })));
  await Promise.all(copies.map(({ from, to }) => copyFile(from, to)));
}
