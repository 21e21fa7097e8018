import path from 'node:path';
import type { Content } from '../../check/content.ts';
import { formatKinds, type Problem } from '../../lib/problem.ts';
import { CONFIG_FILE, LIQUID_FOLDER } from '../../site/paths.ts';
import { fatesOfKeys } from './config-keys.ts';
import { fate, type Fate } from './fate.ts';
import type { ConvertedConfig } from './jekyll-config.ts';
import { copiesOf, type Plan } from './plan.ts';
import { fatesOfPlugins } from './plugins.ts';
import type { OldConfig } from './read-config.ts';

/** Where all of it stands at full length. */
export const REPORT_FILE = 'import-report.txt';

/** How many lines a list in the terminal has before it only counts. */
const SHOWN = 10;

const BARE = 'without its front matter, as in Jekyll';

/** How the message about a tag begins that nobody defines. */
const UNKNOWN_TAG = 'expected a tag of Liquid';

/** What an import has to say of a site. */
interface Imported {
  /** Absolute path of the old site. */
  root: string;
  old: OldConfig;
  plan: Plan;
  plugins: readonly string[];
  converted: ConvertedConfig;
  /** What was found in the posts and pages. */
  content: Content;
}

/** What becomes of each file, key and plugin of an old site, and what is left to do: all of it, and in short. */
export function importReport(imported: Imported): { whole: string; short: string } {
  const { old, plan, plugins, converted, content } = imported;
  const files = fatesOfFiles(imported);
  const keys = fatesOfKeys(old.jekyll, converted);
  const all: [kind: string, fates: Fate[]][] = [
    ['Files', files],
    ['Keys of the configuration', keys],
    ['Plugins', fatesOfPlugins(plugins)],
  ];
  const head = [...counts(plan, content)];
  const toMend = (most: number) => [
    ...lookAt(imported).flatMap(([title, lines]) => list(title, lines, most)),
    ...list(
      'To mend before the site can be built',
      [...adviceOn(content.problems), ...kinds(content.problems, most)],
      most,
    ),
    ...list('Passed over', kinds(content.warnings, most), most),
  ];
  return {
    whole: `${[
      ...head,
      ...toMend(Infinity),
      ...all.flatMap(([kind, fates]) => [
        ...list(`${kind} taken over`, taken(fates), Infinity),
        ...list(
          `${kind} whose work Galley does itself`,
          grouped(fates, 'made', Infinity),
          Infinity,
        ),
        ...list(`${kind} left out, and why`, grouped(fates, 'left', Infinity), Infinity),
      ]),
    ].join('\n')}\n`,
    short: [
      ...head,
      '',
      ...all.map(([kind, fates]) => summary(kind, fates)),
      ...toMend(SHOWN),
      ...all.flatMap(([kind, fates]) =>
        list(`${kind} left out`, grouped(fates, 'left', SHOWN), SHOWN),
      ),
      '',
      `Every file, key and plugin stands in ${REPORT_FILE}.`,
    ].join('\n'),
  };
}

/** What becomes of the files of a site, by their paths in it. */
function fatesOfFiles({ root, old: { file }, plan }: Imported): Fate[] {
  const inSite = (from: string) =>
    path.relative(root, path.join(plan.source, from)).replaceAll(path.sep, '/') +
    (from.endsWith('/') ? '/' : '');
  const config = file && path.relative(root, file);
  const copies = Map.groupBy(copiesOf(plan), ({ from }) => from);
  return [
    ...(config === undefined
      ? []
      : [fate(config, 'taken', `${CONFIG_FILE}, ${LIQUID_FOLDER}/config.yml`)]),
    ...[...copies].map(([from, all]) => {
      const places = all.map(({ to, text }) => (text === undefined ? to : `${to} (${BARE})`));
      return fate(inSite(from), 'taken', places.join(', '));
    }),
    ...plan.rest
      .map(({ name, is, note }) => fate(inSite(name), is, note))
      .filter(({ name }) => name !== config),
  ];
}

function* counts({ posts, pages, others }: Plan, content: Content): Generator<string> {
  const statuses = Map.groupBy(
    [...content.posts, ...content.withheld],
    ({ verdict }) => verdict.status,
  );
  yield `${posts.length} posts:`;
  let rest = posts.length;
  for (const [status, { length }] of statuses) {
    yield `  ${status}: ${length}`;
    rest -= length;
  }
  if (rest > 0) yield `  with mistakes: ${rest}`;
  const held = content.withheldPages.length;
  const ofPages = held > 0 ? ` (${held} held back)` : '';
  const redirects = [...content.posts, ...content.pages.map(({ data }) => data)].reduce(
    (sum, { redirectFrom }) => sum + redirectFrom.length,
    0,
  );
  yield `${pages.length} pages${ofPages}; ${others.length} other files; ${redirects} redirects`;
}

/** Lists of what an owner ought to look at, each with its heading. */
function lookAt({ old, plan, converted, content }: Imported): [title: string, lines: string[]][] {
  const guessed = old.file ? [] : ['There is no _config.yml: title and address are only guessed.'];
  const moved = plan.pages.filter(({ from, to }) => !to.endsWith(`/${from}`));
  const bare = content.pages.filter(
    ({ body, data }) => body.trim() === '' && data.redirectTo === undefined,
  );
  return [
    ['To look at', [...converted.notes, ...guessed]],
    ['Pages that are held back', [...content.withheldPages]],
    ['Pages that lie elsewhere now', moved.map(({ from, to }) => `${from} → ${to}`)],
    [
      'Pages without a text of their own: what stood there came from their layout',
      bare.map(({ path: page, frontMatter: { layout } }) =>
        typeof layout === 'string' ? `${page} (${layout})` : page,
      ),
    ],
  ];
}

/** `12 taken over, 3 made by Galley itself, 1 left out`. */
function summary(kind: string, fates: readonly Fate[]): string {
  const count = (is: Fate['is']) => fates.filter((fate) => fate.is === is).length;
  return `${kind}: ${count('taken')} taken over, ${count('made')} whose work Galley does itself, ${count('left')} left out`;
}

function taken(fates: readonly Fate[]): string[] {
  return fates.filter(({ is }) => is === 'taken').map(({ name, note }) => `${name} → ${note}`);
}

/** Fates of a kind, those with the same note below it. */
function grouped(fates: readonly Fate[], is: Fate['is'], most: number): string[] {
  const groups = Map.groupBy(
    fates.filter((fate) => fate.is === is),
    ({ note }) => note,
  );
  return [...groups].flatMap(([note, all]) => {
    const rest = all.length - most;
    return [
      `${note}:`,
      ...all.slice(0, most).map(({ name }) => `  ${name}`),
      ...(rest > 0 ? [`  and ${rest} more`] : []),
    ];
  });
}

/** A heading with its lines, or with the first of them and the number of the others. */
function list(title: string, lines: readonly string[], most: number): string[] {
  if (lines.length === 0) return [];
  const rest = lines.length - most;
  const more = rest > 0 ? [`  and ${rest} more`] : [];
  return ['', `${title}:`, ...lines.slice(0, most).map((line) => `  ${line}`), ...more];
}

function adviceOn(problems: readonly Problem[]): string[] {
  const isAboutTags = problems.some(({ message }) => message.startsWith(UNKNOWN_TAG));
  return isAboutTags
    ? ['With --drop-unknown-tags tags that nobody defines are left out, with a warning.']
    : [];
}

function kinds(problems: readonly Problem[], most: number): string[] {
  return formatKinds(problems, most === Infinity ? most : undefined).map((kind) =>
    kind.replaceAll('\n', '\n  '),
  );
}
