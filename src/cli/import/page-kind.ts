import { closeSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { readText } from '../../lib/files.ts';
import type { Fate } from './fate.ts';
import { hasOptionalFrontMatter } from './plugins.ts';
import { patternsOf } from './entry-filter.ts';
import type { JekyllConfig } from './values.ts';

/** What Jekyll writes as Liquid tells it, and what is neither Markdown nor HTML. */
export const OTHER_FORMAT =
  'written by Liquid, but neither Markdown nor HTML: what Jekyll made of it can lie in public/';

const WHOLE_DOCUMENT =
  'a whole document of HTML, which fits into no page: what Jekyll made of it can lie in public/';

const MARKDOWN = /\.(?:md|markdown|mkd|mkdn|mkdown)$/i;

/**
 * What a file among the pages of a Jekyll site is here: a page, a file that is copied as it is, or what
 * else becomes of it.
 * @param name below the source, with `/`
 * @param file its absolute path
 */
export function judgePage(
  name: string,
  file: string,
  jekyll: JekyllConfig,
  plugins: readonly string[],
): 'page' | 'file' | Omit<Fate, 'name'> {
  if (!hasFrontMatter(file)) {
    const isPage = MARKDOWN.test(name) && isPageWithout(name, jekyll, plugins);
    return isPage ? 'page' : 'file';
  }
  if (MARKDOWN.test(name)) return 'page';
  if (/\.(?:css|s[ac]ss|less)$/i.test(name)) return { is: 'made', note: 'layouts and styles' };
  if (!/\.html$/i.test(name)) return { is: 'left', note: OTHER_FORMAT };
  const text = readText(file);
  if (/\bpaginator\./.test(text)) return { is: 'made', note: 'lists of posts' };
  if (/<(?:!doctype|html|body)[\s>]/i.test(text)) return { is: 'left', note: WHOLE_DOCUMENT };
  return 'page';
}

/** Jekyll takes a file that begins with `---` for a page; anything else is copied as it is. */
export function hasFrontMatter(file: string): boolean {
  const descriptor = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(256);
    const length = readSync(descriptor, buffer, 0, 256, 0);
    return /^(?:\uFEFF)?---\s*\n/.test(buffer.toString('utf8', 0, length));
  } finally {
    closeSync(descriptor);
  }
}

/** Texts for those who work on a site. https://github.com/benbalter/jekyll-optional-front-matter#readme */
const FOR_HELPERS =
  /^(?:README|LICENSE|LICENCE|COPYING|CODE_OF_CONDUCT|CONTRIBUTING|ISSUE_TEMPLATE|PULL_REQUEST_TEMPLATE)(?:\.|$)/;

/** Whether plugins make a page of Markdown without front matter. */
function isPageWithout(name: string, jekyll: JekyllConfig, plugins: readonly string[]): boolean {
  if (isReadme(name) && plugins.includes('jekyll-readme-index')) return true;
  if (!hasOptionalFrontMatter(jekyll, plugins)) return false;
  const base = path.posix.basename(name);
  return !FOR_HELPERS.test(base) || (patternsOf(jekyll['include']) ?? []).includes(base);
}

/** Whether a file says what its folder is about. */
export function isReadme(name: string): boolean {
  return /(?:^|\/)readme\.[^./]+$/i.test(name) && MARKDOWN.test(name);
}
