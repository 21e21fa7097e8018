import path from 'node:path';
import { readFileName } from '../jekyll/rules/file-name.ts';
import { PAGES_FOLDER, POSTS_FOLDER } from '../site/paths.ts';
import { formatOf } from './formats.ts';

/**
 * The files that an address may mean which names another text by its file, as that lay in a Jekyll site:
 * `../docs/guide.md` in a post, `_posts/2014-01-05-name.md` or `/about.md` in a page. (jekyll-relative-links)
 * @param from the file that holds it, relative to the project's root
 * @param name the address, decoded, without `?` and `#`
 * @returns relative to the project's root; none for what is no text or would lie outside of the site
 */
export function relativeTexts(from: string, name: string): string[] {
  if (!formatOf(name)) return [];
  const post = below(POSTS_FOLDER, from);
  const old = post === undefined ? below(PAGES_FOLDER, from) : readFileName(post).jekyllPath;
  if (old === undefined) return [];
  const target = path.posix.join(name.startsWith('/') ? '' : path.posix.dirname(old), name);
  const named = target.replace(/^\//, '');
  if (named.startsWith('../')) return [];
  if (/(?:^|\/)_posts\//.test(named)) {
    return [`${POSTS_FOLDER}/${named.replace(/^_posts\//, '')}`];
  }
  // Documents of collections lie where they lay.
  return [named, pagePlace(named)].map((page) => `${PAGES_FOLDER}/${page}`);
}

/**
 * Where a page of a Jekyll site lies below the folder of pages, in which a leading `_` or `.` would hide it:
 * `_pages/about.md` is `pages/about.md`.
 */
export function pagePlace(file: string): string {
  return file.replace(/(?<=^|\/)[_.]+(?=[^/])/g, '');
}

function below(folder: string, file: string): string | undefined {
  return file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : undefined;
}
