import { posix } from 'node:path';

/** What the path of a post says about it. */
export interface FileName {
  /** The date as it stands in the name: `2014-01-05`, `14-1-5`. */
  date?: string;
  /** The rest of the name, without the extension and the full stops before it. */
  slug: string;
  /** With its full stop; empty where there is none. */
  extension: string;
  /** Folders above `_posts` (or `_drafts`). */
  categories: string[];
  /** The path in the Jekyll site: posts that lie in no `_posts` or `_drafts` come from the first. */
  jekyllPath: string;
}

/** Jekyll's DATE_FILENAME_MATCHER, without the folders. */
const DATED = /^(\d{2,4}-\d{1,2}-\d{1,2})-(.*)$/s;

/** A post in a folder of its own, beside its pictures (`2014-01-05-title/index.md`), has the folder's name. */
export function bundled(path: string): string {
  return path.replace(/(?<=(?:^|\/)(?!_posts\/|_drafts\/)[^/]+)\/index(?=\.[^./]+$)/i, '');
}

/**
 * Reads the path of a post as Jekyll does. In a folder of its own (see `bundled`) it is named by that.
 * @param path below `src/content/posts/`, with `/`: `en/_posts/2014-01-05-title.md`
 */
export function readFileName(path: string): FileName {
  const { dir, base } = posix.parse(bundled(path));
  const extension = /\.[^.]+$/.exec(base)?.[0] ?? '';
  const name = base.slice(0, base.length - extension.length);
  const [, date, rest = name] = DATED.exec(name) ?? [];
  const folders = dir.split('/').filter(Boolean);
  const home = folders.findIndex((folder) => folder === '_posts' || folder === '_drafts');
  return {
    ...(date !== undefined && { date }),
    slug: rest.replace(/\.+$/, ''),
    extension,
    categories: folders.slice(0, Math.max(home, 0)),
    jekyllPath: home < 0 ? `_posts/${posix.join(dir, base)}` : posix.join(dir, base),
  };
}

/** Jekyll's Utils.titleize_slug: `my-first-post` is `My First Post`. */
export function titleFromSlug(slug: string): string {
  return slug
    .replace(/-+$/, '')
    .split('-')
    .map((word) =>
      word
        .replace(/^./u, (first) => first.toUpperCase())
        .replace(/(?<=^.).*/su, (rest) => rest.toLowerCase()),
    )
    .join(' ');
}
