import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { formatOf } from '../../source/formats.ts';
import {
  DATA_FOLDER,
  INCLUDES_FOLDER,
  PAGES_FOLDER,
  POSTS_FOLDER,
  PUBLIC_FOLDER,
} from '../../site/paths.ts';
import type { JekyllConfig } from './values.ts';
import { listSource, type LeftOut } from './source-files.ts';

/** A file to copy: from a path of the Jekyll site to a path of the project, both relative, with `/`. */
export interface Copy {
  from: string;
  to: string;
}

/** What an import would do with the files of a Jekyll site. */
export interface Plan {
  /** Absolute path of the folder from which files are copied. */
  source: string;
  posts: Copy[];
  pages: Copy[];
  /** Data and includes for Liquid, and what goes to `public/`. */
  others: Copy[];
  /** What stays behind, and why. A folder of which nothing is taken over ends in a slash. */
  leftOut: LeftOut[];
}

/** Jekyll's rule for what is a post: https://jekyllrb.com/docs/posts/#creating-posts */
const DATED = /^\d{2,4}-\d{1,2}-\d{1,2}-.*\.[^.]+$/;

/** Why a page stays behind that Jekyll would make of something else. */
export const NOT_MARKDOWN = 'a page that is not Markdown';

/** Pages that Galley can take over are written in Markdown. */
const MARKDOWN_PAGE = /\.(?:md|markdown|mkd|mkdn|mkdown)$/i;

/**
 * Sorts the files of a Jekyll site by what becomes of them.
 * @param root the site's folder
 * @param jekyll its `_config.yml`
 */
export async function planImport(root: string, jekyll: JekyllConfig): Promise<Plan> {
  const source = sourceFolder(root, jekyll['source']);
  const { files, leftOut } = listSource(root, source, jekyll);
  const plan: Plan = { source, posts: [], pages: [], others: [], leftOut };
  for (const { path: from, kind, to } of files) {
    const leaveOut = (reason: string) => leftOut.push({ file: from, reason });
    const isPage = kind === 'file' && (await hasFrontMatter(path.join(source, from)));
    if (kind === 'data' || kind === 'include') {
      plan.others.push({ from, to: `${kind === 'data' ? DATA_FOLDER : INCLUDES_FOLDER}/${to}` });
    } else if (kind !== 'file') {
      if (kind === 'post' && !DATED.test(path.posix.basename(from))) {
        leaveOut('not the name of a post');
      } else if (!formatOf(from)) leaveOut('not a kind of file that Galley reads as a post');
      else plan.posts.push({ from, to: `${POSTS_FOLDER}/${to}` });
    } else if (!isPage) plan.others.push({ from, to: `${PUBLIC_FOLDER}/${to}` });
    else if (MARKDOWN_PAGE.test(from)) plan.pages.push({ from, to: `${PAGES_FOLDER}/${to}` });
    else leaveOut(NOT_MARKDOWN);
  }
  return plan;
}

/** All that a plan copies. */
export function copiesOf({ posts, pages, others }: Plan): Copy[] {
  return [...posts, ...pages, ...others];
}

/** Jekyll takes a file that begins with `---` for a page; anything else is copied as it is. */
async function hasFrontMatter(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(256), 0, 256, 0);
    return /^(?:\uFEFF)?---\s*\n/.test(buffer.toString('utf8', 0, bytesRead));
  } finally {
    await handle.close();
  }
}

/** The folder in which the site's own files lie: the root, or what `source` names (Octopress). */
export function sourceFolder(root: string, configured: unknown): string {
  const named = typeof configured === 'string' ? path.resolve(root, configured) : undefined;
  if (named && existsSync(named)) return named;
  const octopress = path.join(root, 'source');
  return existsSync(path.join(octopress, '_posts')) ? octopress : root;
}
