import { existsSync } from 'node:fs';
import path from 'node:path';
import { readText } from '../../lib/files.ts';
import { collectionsOf } from '../../jekyll/rules/collections.ts';
import { ContentError } from '../../lib/problem.ts';
import { formatOf } from '../../source/formats.ts';
import { pagePlace } from '../../source/relative-texts.ts';
import {
  DATA_FOLDER,
  INCLUDES_FOLDER,
  PAGES_FOLDER,
  POSTS_FOLDER,
  PUBLIC_FOLDER,
} from '../../site/paths.ts';
import type { JekyllConfig } from './values.ts';
import type { Fate } from './fate.ts';
import { hasFrontMatter, judgePage } from './page-kind.ts';
import { listSource } from './source-files.ts';

/** A file to copy: from a path below the source of the Jekyll site to a path of the project, with `/`. */
export interface Copy {
  from: string;
  to: string;
  /** What it holds, where that is not what the old file holds. */
  text?: string;
}

/** What an import would do with the files of a Jekyll site. */
export interface Plan {
  /** Absolute path of the folder from which files are copied. */
  source: string;
  posts: Copy[];
  pages: Copy[];
  /** Data and includes for Liquid, and what goes to `public/`. */
  others: Copy[];
  /** What is not copied. A folder in which nobody looks ends in a slash. */
  rest: Fate[];
  /** Links that lead out of the site's folder. */
  strays: string[];
}

/** Jekyll's rule for what is a post: https://jekyllrb.com/docs/posts/#creating-posts */
const DATED = /^\d{2,4}-\d{1,2}-\d{1,2}-.*\.[^.]+$/;

/**
 * Sorts the files of a Jekyll site by what becomes of them.
 * @param root the site's folder
 * @param jekyll its `_config.yml`
 */
export function planImport(
  root: string,
  jekyll: JekyllConfig,
  plugins: readonly string[] = [],
): Plan {
  const source = sourceFolder(root, jekyll['source']);
  const { files, others: rest, strays } = listSource(root, source, jekyll);
  const plan: Plan = { source, posts: [], pages: [], others: [], rest, strays };
  const taken = new Set<string>();
  for (const { path: from, kind, to } of files) {
    const leaveOut = (note: string) => rest.push({ name: from, is: 'left', note });
    if (kind === 'data' || kind === 'include') {
      plan.others.push({ from, to: `${kind === 'data' ? DATA_FOLDER : INCLUDES_FOLDER}/${to}` });
    } else if (kind === 'document') {
      if (!hasFrontMatter(path.join(source, from))) {
        if (hasPages(to, jekyll)) plan.others.push({ from, to: `${PUBLIC_FOLDER}/${to.slice(1)}` });
        else leaveOut('a file of a collection whose documents have no pages');
      } else if (formatOf(from)) plan.pages.push({ from, to: `${PAGES_FOLDER}/${to}` });
      else leaveOut('not a kind of file that Galley reads as a page');
    } else if (kind !== 'file') {
      if (kind === 'post' && !DATED.test(path.posix.basename(from))) {
        leaveOut('not the name of a post');
      } else if (!formatOf(from)) leaveOut('not a kind of file that Galley reads as a post');
      else plan.posts.push({ from, to: `${POSTS_FOLDER}/${to}` });
    } else {
      const page = judgePage(from, path.join(source, from), jekyll, plugins);
      if (page === 'file') plan.others.push({ from, to: `${PUBLIC_FOLDER}/${to}` });
      else if (page === 'page') {
        plan.pages.push({ from, to: `${PAGES_FOLDER}/${placeOf(to, taken)}` });
      } else if ('text' in page) plan.others.push({ from, to: `${PUBLIC_FOLDER}/${to}`, ...page });
      else rest.push({ name: from, ...page });
    }
  }
  return plan;
}

/** Whether the documents of the collection have pages in which a file lies: `_books/moby.md`. */
function hasPages(file: string, jekyll: JekyllConfig): boolean {
  const [, label = ''] = /^_([^/]+)/.exec(file) ?? [];
  return Boolean(collectionsOf(jekyll['collections'])[label]?.['output']);
}

/** All that a plan copies. */
export function copiesOf({ posts, pages, others }: Plan): Copy[] {
  return [...posts, ...pages, ...others];
}

/** Text of a file of the old site. */
export function textOf(plan: Pick<Plan, 'source'>, file: string): string {
  return readText(path.join(plan.source, file));
}

/** A page's place, where no other page is. */
function placeOf(file: string, taken: Set<string>): string {
  const plain = pagePlace(file);
  const { dir, name, ext } = path.posix.parse(plain);
  let place = plain;
  for (let i = 2; taken.has(place); i++) place = path.posix.join(dir, `${name}-${i}${ext}`);
  taken.add(place);
  return place;
}

/**
 * The folder in which the site's own files lie: the root, or what `source` names (Octopress).
 * @throws ContentError where that is another site's
 */
export function sourceFolder(root: string, configured: unknown): string {
  const named = typeof configured === 'string' ? path.resolve(root, configured) : undefined;
  if (named && path.relative(root, named).startsWith('..')) {
    throw new ContentError([
      {
        file: root,
        field: 'source',
        value: configured,
        message: 'expected a folder of the site, and not one outside of it',
        hint: 'Import the folder that holds both.',
      },
    ]);
  }
  if (named && existsSync(named)) return named;
  const octopress = path.join(root, 'source');
  return existsSync(path.join(octopress, '_posts')) ? octopress : root;
}
