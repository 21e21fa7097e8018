import path from 'node:path';
import { filesBelow } from '../lib/files.ts';
import type { Problem } from '../lib/problem.ts';

const MARKDOWN = /\.(md|markdown|mkd|mkdn|mkdown)$/i;

/** Endings that Jekyll publishes without making HTML of the text. */
const VERBATIM = /\.(html?|txt|textile|mdown)$/i;

/** How the text of a post becomes HTML. */
export type Format = 'markdown' | 'mdx' | 'verbatim';

/**
 * How a file of the posts' folder is rendered; `undefined` for what is not a post but belongs to
 * one: pictures, data.
 */
export function formatOf(file: string): Format | undefined {
  if (MARKDOWN.test(file)) return 'markdown';
  if (/\.mdx$/i.test(file)) return 'mdx';
  return VERBATIM.test(file) ? 'verbatim' : undefined;
}

/** What is wrong with the name of a post or page that is to be rendered, if anything is. */
export function nameProblem(file: string): Omit<Problem, 'file'> | undefined {
  if (formatOf(file) !== 'mdx' || file.endsWith('.mdx')) return undefined;
  return {
    field: 'file name',
    value: path.posix.basename(file),
    message: 'expected the ending .mdx in small letters, by which MDX is known to its compiler',
  };
}

/** Paths of all post files below a folder, with `/`, in alphabetical order. Hidden ones are among them. */
export function listPostFiles(folder: string): string[] {
  return filesBelow(folder).filter((file) => formatOf(file));
}
