import { closeSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { readText } from '../../lib/files.ts';
import { FrontMatterError, readFrontMatter } from '../../jekyll/rules/front-matter.ts';
import type { Fate } from './fate.ts';
import { hasOptionalFrontMatter } from './plugins.ts';
import { patternsOf } from './entry-filter.ts';
import type { JekyllConfig } from './values.ts';

/** The note on pages that list posts page by page. */
export const LISTS = 'lists of posts';

/** What Liquid writes, and is neither Markdown nor HTML. */
export const OTHER_FORMAT =
  'written by Liquid, but neither Markdown nor HTML: what Jekyll made of it can lie in public/';

const WHOLE_DOCUMENT =
  'a whole document of HTML, which fits into no page: what Jekyll made of it can lie in public/';

const MARKDOWN = /\.(?:md|markdown|mkd|mkdn|mkdown)$/i;

/** Keys of front matter that decide nothing about a file of which Jekyll takes it off. */
const IDLE = new Set(['layout', 'title', 'description', 'sitemap']);

/** What becomes of a file that may be a page: a page, a file as it is or with other contents, or neither. */
export type PageKind = 'page' | 'file' | { text: string } | Omit<Fate, 'name'>;

/**
 * What a file among the pages of a Jekyll site is here.
 * @param name below the source, with `/`
 * @param file its absolute path
 */
export function judgePage(
  name: string,
  file: string,
  jekyll: JekyllConfig,
  plugins: readonly string[],
): PageKind {
  if (!hasFrontMatter(file)) {
    const isPage = MARKDOWN.test(name) && isPageWithout(name, jekyll, plugins);
    return isPage ? 'page' : 'file';
  }
  if (MARKDOWN.test(name)) return 'page';
  if (/\.(?:s[ac]ss|less)$/i.test(name)) return { is: 'made', note: 'layouts and styles' };
  const text = readText(file);
  const isHtml = /\.html$/i.test(name);
  const isWhole = isHtml && /<(?:!doctype|html|body)[\s>]/i.test(text);
  if (isHtml && /\bpaginator\./.test(text)) return { is: 'made', note: LISTS };
  if (isHtml && !isWhole) return 'page';
  return withoutFrontMatter(text) ?? { is: 'left', note: isWhole ? WHOLE_DOCUMENT : OTHER_FORMAT };
}

/** What Jekyll makes of a file in which Liquid has nothing to do, where its front matter says nothing else. */
function withoutFrontMatter(text: string): { text: string } | undefined {
  if (/\{[{%]/.test(text)) return undefined;
  try {
    const { data, body } = readFrontMatter(text);
    return Object.keys(data).every((key) => IDLE.has(key)) ? { text: body } : undefined;
  } catch (error) {
    if (error instanceof FrontMatterError) return undefined;
    throw error;
  }
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
