import { existsSync } from 'node:fs';
import path from 'node:path';
import { once } from '../lib/once.ts';
import { nearest } from '../lib/problem.ts';
import type { PageSource } from '../source/read-page.ts';
import { isOwnFile } from '../source/routes.ts';
import type { Folder } from '../source/folder.ts';
import { readFileName } from '../jekyll/rules/file-name.ts';
import { collectionPermalink, outputPath, permalinkOf } from '../jekyll/rules/permalink.ts';
import type { Site } from '../site/schema.ts';
import { collectionOf } from '../source/collection.ts';
import type { LinkTarget } from '../jekyll/liquid/engine.ts';

/** What `post_url` and `link` find. */
export interface Links {
  postUrl(name: string): LinkTarget;
  linkUrl(file: string): LinkTarget;
}

/** The posts and pages that are looked for, and paths of those that the public may not see. */
interface Texts extends Pick<Folder, 'posts' | 'withheld'> {
  pages: readonly Pick<PageSource, 'path' | 'data'>[];
  withheldPages: readonly string[];
}

/**
 * Looks up posts by name and posts, pages and files by path, as Jekyll's `post_url` and `link` do. What
 * the public may not see is known as such, so that a link to it can be told from a mistyped one.
 * @param toUrl a path of the site below its base
 * @param options.publicFolder absolute path of the files that are copied as they are
 */
export function createLinks(
  { posts, withheld, pages, withheldPages }: Texts,
  toUrl: (path: string) => string,
  { publicFolder, site }: { publicFolder: string; site: Pick<Site, 'collections' | 'permalink'> },
): Links {
  // Many a site has no such link.
  const targets = once<{ byPath: Targets; byName: Targets }, void>(() => {
    const byPath: Targets = new Map();
    const byName: Targets = new Map();
    const add = (file: string, target: LinkTarget) => {
      const { jekyllPath } = readFileName(composed(file));
      const name = withoutExtension(jekyllPath);
      byPath.set(jekyllPath, target);
      byPath.set(name.replace(/^_posts\//, ''), target);
      byPath.set(name.replace(/(^|\/)_posts\//, '$1'), target);
      byName.set(path.posix.basename(name), target);
    };
    for (const { path: file } of withheld) add(file, { unpublished: file });
    for (const post of posts) add(post.path, { url: toUrl(post.url) });
    for (const file of withheldPages) byPath.set(composed(file), { unpublished: file });
    for (const { path: file, data } of pages) byPath.set(composed(file), { url: toUrl(data.url) });
    return { byPath, byName };
  });

  return {
    postUrl(written) {
      const { byPath, byName } = targets();
      const name = composed(written);
      const found = byPath.get(name.replace(/^\//, ''));
      if (found) return found;
      // Jekyll falls back on date and name alone, and asks the author to write the folder.
      const loose = byName.get(path.posix.basename(name));
      if (loose) {
        return 'url' in loose ? { ...loose, warning: 'the post lies in another folder' } : loose;
      }
      return { nearest: nearest(name, byName.keys()) };
    },
    linkUrl(file) {
      const { byPath } = targets();
      const written = file.replace(/^\//, '');
      const relative = composed(written);
      const found = byPath.get(relative);
      if (found) return found;
      if (existsSync(path.join(publicFolder, written))) return { url: toUrl(`/${written}`) };
      const own = ownUrl(relative);
      if (own) return { url: toUrl(own) };
      const absent = urlOfDocument(relative, site);
      if (absent) return { url: toUrl(absent), warning: 'there is no such document' };
      return { nearest: nearest(relative, byPath.keys()) };
    },
  };
}

type Targets = Map<string, LinkTarget>;

/** Some systems write the names of files with letters and accents apart; authors write them as one. */
const composed = (name: string): string => name.normalize('NFC');

function withoutExtension(file: string): string {
  return file.replace(/\.[^./]+$/, '');
}

/** The page of Galley that took the place of one which Jekyll's sites have in their root: `tags.html`. */
function ownUrl(file: string): string | undefined {
  const [, name] = /^([\w-]+)\.(?:html?|md|markdown)$/.exec(file) ?? [];
  if (name === 'index') return '/';
  return name && [`/${name}/`, `/${name}.html`].find((url) => isOwnFile(outputPath(url)));
}

/** Where a document of a collection would be that is not there: it may be made elsewhere. */
function urlOfDocument(
  file: string,
  site: Pick<Site, 'collections' | 'permalink'>,
): string | undefined {
  const collection = collectionOf(file, site);
  if (collection === undefined || !site.collections[collection]?.output) return undefined;
  const { slug } = readFileName(path.posix.basename(file));
  return permalinkOf({
    template: site.collections[collection].permalink ?? collectionPermalink(site.permalink),
    slug,
    categories: [],
    date: { time: 0, offset: 0 },
    timeZone: 'UTC',
    path: file,
    collection,
  });
}
