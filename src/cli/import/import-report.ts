import { writeFile } from 'node:fs/promises';
import { readContent } from '../../check/content.ts';
import { readFolder } from '../../source/folder.ts';
import { formatKinds, type Problem } from '../../lib/problem.ts';
import type { Site } from '../../site/schema.ts';
import { keysLeftOut } from './jekyll-config.ts';
import type { JekyllConfig } from './values.ts';
import type { Plan } from './plan.ts';
import { unsupportedPlugins } from './plugins.ts';

/** How many lines a list in the terminal has before it only counts. */
const SHOWN = 10;

/** Where all lists stand at full length. */
const REPORT_FILE = 'import-report.txt';

/** What an import has done and what is left to do: all of it in a file, in short as lines of text. */
export async function report({
  plan,
  notes,
  site,
  jekyll,
  plugins,
}: {
  plan: Plan;
  notes: readonly string[];
  site: Site;
  jekyll: JekyllConfig;
  plugins: readonly string[];
}): Promise<string[]> {
  const root = process.cwd();
  const now = Date.now();
  const folder = readFolder(root, { site, now, drafts: true });
  const content = await readContent(root, { site, now, drafts: false });
  const statuses = Map.groupBy(folder.posts, ({ verdict }) => verdict.status);
  const redirects = content.posts.reduce((sum, post) => sum + post.redirectFrom.length, 0);
  const head = [
    `${plan.posts.length} posts:`,
    ...[...statuses].map(([status, { length }]) => `  ${status}: ${length}`),
    ...(folder.problems.length > 0 ? [`  with mistakes: ${countFiles(folder.problems)}`] : []),
    `${plan.pages.length} pages; ${plan.others.length} other files; ${redirects} redirects`,
  ];
  const leftOut = [...Map.groupBy(plan.leftOut, ({ reason }) => reason)].map(
    ([reason, files]) => [`Left out: ${reason}`, files.map(({ file }) => file)] as const,
  );
  const sections: (readonly [title: string, lines: readonly string[]])[] = [
    ['To look at', notes],
    ['Plugins whose work is not done here', unsupportedPlugins(plugins)],
    [
      'Keys of _config.yml that mean nothing here, though Liquid still reads them as `site.…`',
      keysLeftOut(jekyll),
    ],
    ...leftOut,
  ];
  const lists = (most: number) => [
    ...sections.flatMap(([title, lines]) => list(title, lines, most)),
    ...list('Passed over', kinds(content.warnings, most), most),
    ...list('To mend before the site can be built', kinds(content.problems, most), most),
  ];
  await writeFile(REPORT_FILE, `${[...head, ...lists(Infinity)].join('\n')}\n`);
  return [...head, ...lists(SHOWN), '', `All of it is in ${REPORT_FILE}.`];
}

/** A heading with its lines, or with the first of them and the number of the others. */
function list(title: string, lines: readonly string[], most: number): string[] {
  if (lines.length === 0) return [];
  const rest = lines.length - most;
  const more = rest > 0 ? [`  and ${rest} more`] : [];
  return ['', `${title}:`, ...lines.slice(0, most).map((line) => `  ${line}`), ...more];
}

function kinds(problems: readonly Problem[], most: number): string[] {
  return formatKinds(problems, most === Infinity ? most : undefined).map((kind) =>
    kind.replaceAll('\n', '\n  '),
  );
}

function countFiles(problems: readonly Problem[]): number {
  return new Set(problems.map(({ file }) => file)).size;
}
