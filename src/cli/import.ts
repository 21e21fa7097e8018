// `npm run import -- PATH`: takes over a Jekyll or Octopress site.
import { constants, existsSync } from 'node:fs';
import { access, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ContentError, type Problem } from '../lib/problem.ts';
import { defineSite } from '../site/define.ts';
import {
  CONFIG_FILE,
  CUSTOM_FOLDER,
  LIQUID_FOLDER,
  PAGES_FOLDER,
  POSTS_FOLDER,
  PUBLIC_FOLDER,
  WORK_FOLDER,
} from '../site/paths.ts';
import { readArguments, runCommand, UsageError } from './arguments.ts';
import { checkStage } from './import/check-stage.ts';
import { configFile } from './import/config-file.ts';
import { importReport, REPORT_FILE } from './import/import-report.ts';
import { convertConfig, permalinkOfSite } from './import/jekyll-config.ts';
import { feedTemplates } from './import/old-feeds.ts';
import { oldFormulas } from './import/old-formulas.ts';
import { withoutOwnPages } from './import/own-pages.ts';
import { pageDefaults } from './import/page-addresses.ts';
import { LISTS } from './import/page-kind.ts';
import { copiesOf, planImport, type Plan } from './import/plan.ts';
import { pluginsOf } from './import/plugins.ts';
import { liquidConfig, readConfig, type OldConfig } from './import/read-config.ts';
import { openStage, type Brought } from './import/stage.ts';
import { drawFavicon, isManual, putAway, putManualAway, REPLACED } from './manual.ts';

const USAGE = `npm run import -- PATH-TO-JEKYLL-SITE [OPTIONS]
    into a project without posts of its own
  --replace             instead of the posts, pages and configuration that are there
  --dry-run             writes nothing, and says all that an import would say
  --drop-unknown-tags   leaves out Liquid tags that nobody defines, with a warning`;

/** How many files a list in the terminal names. */
const SHOWN = 10;

/** Where posts and pages go that others take the place of. */
const ASIDE = `${WORK_FOLDER}/replaced`;

type Flag = 'replace' | 'dry-run' | 'drop-unknown-tags' | 'help';

await runCommand(USAGE, async () => {
  const { words, flags } = readArguments<Flag>(process.argv.slice(2), [
    'replace',
    'dry-run',
    'drop-unknown-tags',
    'help',
  ]);
  if (flags.has('help')) return console.log(USAGE);
  const [root, ...others] = words;
  if (root === undefined) throw new UsageError('expected the folder of a Jekyll site');
  if (others.length > 0) throw new UsageError(`expected one folder, and not ${words.join(', ')}`);
  await importSite(path.resolve(root), flags);
});

/** Everything that can be wrong is looked for before anything is written. */
async function importSite(root: string, flags: ReadonlySet<Flag>): Promise<void> {
  const old = readConfig(root);
  const { jekyll } = old;
  const plugins = pluginsOf(root, jekyll);
  const found = planImport(root, jekyll, plugins);
  const templates = feedTemplates(found);
  const converted = convertConfig(jekyll, path.basename(root), {
    plugins,
    templates,
    indexes: found.rest.filter(({ note }) => note === LISTS).map(({ name }) => name),
  });
  if (flags.has('drop-unknown-tags')) converted.config.liquid = { unknownTags: 'drop' };
  const defaults = pageDefaults(found, defineSite(converted.config, {}), {
    jekyll,
    plugins,
    permalink: permalinkOfSite(jekyll),
  });
  const { everywhere, note } = oldFormulas(found);
  if (note !== undefined) converted.notes.push(note);
  if (everywhere) defaults.unshift({ scope: { path: '' }, values: { math: everywhere } });
  if (defaults.length > 0) converted.config.defaults = defaults;
  const site = defineSite(converted.config, {});
  const plan = withoutOwnPages(found, site, templates);
  await refuseUnreadable(root, plan);
  refuseOwnFolder(plan.source);

  const isFresh = await isManual();
  const files = [
    ...filesOf(plan, old),
    { to: CONFIG_FILE, from: { text: await configFile(converted.config) } },
  ];
  const stage = await openStage(process.cwd(), files, [
    CUSTOM_FOLDER,
    LIQUID_FOLDER,
    ...(isFresh ? [] : [PUBLIC_FOLDER]),
  ]);
  try {
    const content = await checkStage(stage.folder, site);
    const report = importReport({ root, old, plan, plugins, converted, content });
    if (flags.has('dry-run')) return console.log(report.whole);
    const existing = files.map(({ to }) => to).filter((file) => existsSync(file));
    if (!flags.has('replace') && existing.length > 0) return refuse(existing);

    if (isFresh) await putManualAway();
    else if (flags.has('replace')) await putAway([POSTS_FOLDER, PAGES_FOLDER], ASIDE);
    await stage.commit();
    if (isFresh) await drawFavicon(site.title);
    await writeFile(REPORT_FILE, report.whole);
    console.log(report.short);
  } finally {
    await stage.remove();
  }
}

/** What is brought into the project, but for its configuration. */
function filesOf(plan: Plan, old: OldConfig): Brought[] {
  const liquid = liquidConfig(old);
  return [
    ...(liquid === undefined
      ? []
      : [{ to: `${LIQUID_FOLDER}/config.yml`, from: { text: liquid } }]),
    ...copiesOf(plan).map(({ from, to, text }) => ({
      to,
      from: text === undefined ? path.join(plan.source, from) : { text },
    })),
  ];
}

function refuse(existing: readonly string[]): void {
  const rest = existing.length - SHOWN;
  console.error(
    [
      `Nothing was written, because ${existing.length} files are there already:`,
      ...existing.slice(0, SHOWN).map((file) => `  ${file}`),
      ...(rest > 0 ? [`  and ${rest} more`] : []),
      '',
      'With --replace they are overwritten, and the posts and pages that are there are put aside.',
    ].join('\n'),
  );
  process.exitCode = 1;
}

/** What of a site cannot be copied, all at once. */
async function refuseUnreadable(root: string, plan: Plan): Promise<void> {
  const { source, strays } = plan;
  const problems: Problem[] = strays.map((file) => ({
    file: path.join(source, file),
    message: 'is a link that leads out of the folder of the site',
    hint: 'Put a copy of what it leads to in its place, or name it in `exclude`.',
  }));
  const tried = copiesOf(plan).map(async ({ from }) => {
    const file = path.join(source, from);
    await access(file, constants.R_OK).catch(() =>
      problems.push({ file, message: 'cannot be read by whoever runs this' }),
    );
  });
  await Promise.all(tried);
  if (plan.posts.length + plan.pages.length === 0) {
    problems.push({ file: root, message: 'expected posts in a folder called _posts, or pages' });
  }
  if (problems.length > 0) throw new ContentError(problems);
}

/** What is there would be put away before it is copied. */
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
