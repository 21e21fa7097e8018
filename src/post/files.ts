import { filesBelow } from '../files.ts';

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
  if (file.endsWith('.mdx')) return 'mdx';
  return VERBATIM.test(file) ? 'verbatim' : undefined;
}

/** Paths of all post files below a folder, with `/`, in alphabetical order. Hidden ones are among them. */
export function listPostFiles(folder: string): string[] {
  return filesBelow(folder).filter((file) => formatOf(file));
}
