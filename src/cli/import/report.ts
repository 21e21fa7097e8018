import path from 'node:path';
import { urlClashes } from '../../post/clashes.ts';
import { createDialect } from '../../post/dialect.ts';
import { readFolder } from '../../post/folder.ts';
import { isPublic } from '../../post/gate.ts';
import { formatProblem, type Problem } from '../../problem.ts';
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
  const { posts } = folder;
  const published = posts.filter(({ verdict }) => isPublic(verdict.status));
  const held = posts.filter(({ verdict }) => !isPublic(verdict.status));
  const dialect = await createDialect(root, site, { posts: published, withheld: held }, now);
  const problems = [
    ...folder.problems,
    ...urlClashes({
      posts: published,
      pages: [],
      retracted: [],
      publicFolder: path.join(root, 'public'),
    }),
    ...published.flatMap((post) => dialect.expandPost(post).problems),
  ];
  const statuses = Map.groupBy(posts, ({ verdict }) => verdict.status);
  const redirects = published.reduce((sum, post) => sum + post.redirectFrom.length, 0);

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
    ...section('To mend before the site can be built', summarize(problems)),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `  ${line}`)];
}

/** Mistakes of one kind are counted, and the first is shown with its place. */
function summarize(problems: readonly Problem[]): string[] {
  const kinds = Map.groupBy(problems, ({ field, message }) => `${field} ${message}`);
  const groups = [...kinds.values()].toSorted((a, b) => b.length - a.length);
  const shown = groups.slice(0, SHOWN).map((group) => {
    const [first] = group;
    const text = first ? formatProblem(first).replaceAll('\n', '\n  ') : '';
    return `${group.length} × ${text}`;
  });
  const rest = groups.length - shown.length;
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
