import { readContent } from '../../post/check.ts';
import { readFolder } from '../../post/folder.ts';
import { formatKinds, type Problem } from '../../problem.ts';
import type { Site } from '../../site/schema.ts';
import type { JekyllConfig } from './jekyll-config.ts';
import type { Plan } from './plan.ts';

/** Plugins whose work Galley does itself. */
const SUPPORTED_PLUGINS = new Set(
  'feed sitemap seo-tag redirect-from paginate paginate-v2 archives gist include-cache last-modified-at titles-from-headings optional-front-matter relative-links default-layout readme-index github-metadata commonmark'
    .split(' ')
    .map((name) => `jekyll-${name}`),
);

/** How many files a list names before it only counts. */
const SHOWN = 10;

/** What an import has done and what is left to do, as lines of text. */
export async function report(
  plan: Plan,
  notes: readonly string[],
  site: Site,
  jekyll: JekyllConfig,
): Promise<string[]> {
  const root = process.cwd();
  const now = Date.now();
  const folder = readFolder(root, { site, now, drafts: true });
  const content = await readContent(root, { site, now, drafts: false });
  const statuses = Map.groupBy(folder.posts, ({ verdict }) => verdict.status);
  const redirects = content.posts.reduce((sum, post) => sum + post.redirectFrom.length, 0);

  return [
    `${plan.posts.length} posts:`,
    ...[...statuses].map(([status, { length }]) => `  ${status}: ${length}`),
    ...(folder.problems.length > 0 ? [`  with mistakes: ${countFiles(folder.problems)}`] : []),
    `${plan.others.length} other files; ${redirects} redirects`,
    ...section('To look at', notes),
    ...section('Plugins whose work is not done here', unsupportedPlugins(jekyll)),
    ...section(
      'Left out',
      [...Map.groupBy(plan.leftOut, ({ reason }) => reason)].map(
        ([reason, files]) => `${files.length} × ${reason}: ${files[0]?.file}`,
      ),
    ),
    ...section('Passed over', summarize(content.warnings)),
    ...section('To mend before the site can be built', summarize(content.problems)),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `  ${line}`)];
}

function summarize(problems: readonly Problem[]): string[] {
  const kinds = formatKinds(problems).map((kind) => kind.replaceAll('\n', '\n  '));
  const rest = kinds.length - SHOWN;
  const shown = kinds.slice(0, SHOWN);
  return rest > 0 ? [...shown, `and ${rest} more kinds: \`npm run check\` shows them all`] : shown;
}

function countFiles(problems: readonly Problem[]): number {
  return new Set(problems.map(({ file }) => file)).size;
}

function unsupportedPlugins(jekyll: JekyllConfig): string[] {
  const named = [jekyll['plugins'], jekyll['gems']]
    .flat()
    .filter((name): name is string => typeof name === 'string');
  return named.filter((name) => !SUPPORTED_PLUGINS.has(name));
}
