import { readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { createEntryFilter, patternsOf, type Refusal } from './entry-filter.ts';
import type { JekyllConfig } from './values.ts';

/** A file that Jekyll reads. */
export interface SourceFile {
  /** Below the source, with `/`. */
  path: string;
  kind: 'post' | 'draft' | 'data' | 'include' | 'file';
  /** Path below the folder that keeps its kind here. */
  to: string;
}

/** A file or, with a slash at its end, a folder that stays behind. */
export interface LeftOut {
  file: string;
  /** Heading of the report under which it stands. */
  reason: string;
}

const REASONS: Record<Refusal, string> = {
  excluded: 'excluded, by the configuration or by Jekyll itself',
  special:
    'a name that Jekyll passes over: it begins with `.` `_` `#` `~`, or ends with `~` or `.`',
};
const COLLECTION = 'a collection, which Galley does not build';
const THEME = 'layouts, styles and plugins of a theme, for which Galley has its own';
const BUILT = 'what Jekyll has built';
const BROKEN = 'a link that leads nowhere, or back';

/**
 * Lists the files that Jekyll reads, and what it passes over.
 * @param root the site's folder
 * @param source the folder in which its own files lie
 */
export function listSource(
  root: string,
  source: string,
  jekyll: JekyllConfig,
): { files: SourceFile[]; leftOut: LeftOut[] } {
  const files: SourceFile[] = [];
  const leftOut: LeftOut[] = [];
  const filter = createEntryFilter(jekyll);
  const folders = foldersOf(jekyll);
  const destination = path.resolve(root, nameOf(jekyll['destination'], '_site'));
  const collections = folders.collections;

  readFolder('');
  for (const file of patternsOf(jekyll['include']) ?? []) readIncluded(file.replace(/^\/+/, ''));
  return {
    files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    leftOut: leftOut.toSorted((a, b) => (a.file < b.file ? -1 : 1)),
  };

  function readFolder(folder: string): void {
    for (const { name, entry, isFolder } of entriesOf(folder)) {
      const isHome = name === '_posts' || name === '_drafts';
      if (isFolder && isHome && isInCollections(folder)) readPosts(folder, name);
      else if (isFolder && entry === folders.data) readAll(entry, 'data', entry);
      else if (isFolder && entry === folders.includes) readAll(entry, 'include', entry);
      else readEntry(folder, name, entry, isFolder);
    }
  }

  function readEntry(folder: string, name: string, entry: string, isFolder: boolean): void {
    const refusal = filter(folder, name, isFolder);
    if (path.join(source, entry) === destination) leave(`${entry}/`, BUILT);
    else if (refusal) {
      if (!/^_config\.ya?ml$/.test(entry))
        leave(isFolder ? `${entry}/` : entry, reasonFor(entry, refusal));
    } else if (isFolder) readFolder(entry);
    else files.push({ path: entry, kind: 'file', to: entry });
  }

  /** Posts and drafts: their filter is asked for the path below their folder, whatever lies between. */
  function readPosts(folder: string, home: string): void {
    const base = folder ? `${folder}/${home}` : home;
    const read = (below: string) => {
      for (const { name, entry, isFolder } of entriesOf(path.posix.join(base, below))) {
        const inner = below + name;
        const refusal = name.startsWith('.') ? 'special' : filter(base, inner, isFolder);
        if (isFolder && !name.startsWith('.')) read(`${inner}/`);
        else if (refusal) leave(isFolder ? `${entry}/` : entry, REASONS[refusal]);
        else
          files.push({
            path: entry,
            kind: home === '_posts' ? 'post' : 'draft',
            to: placeOf(entry),
          });
      }
    };
    read('');
  }

  /** What Liquid reads is asked for by name, and nothing filters it. */
  function readAll(folder: string, kind: 'data' | 'include', base: string): void {
    for (const { name, entry, isFolder } of entriesOf(folder)) {
      if (/^\.|~$/.test(name)) leave(isFolder ? `${entry}/` : entry, REASONS.special);
      else if (isFolder) readAll(entry, kind, base);
      else files.push({ path: entry, kind, to: entry.slice(base.length + 1) });
    }
  }

  /** A file that `include` names with its folder is read wherever it lies. */
  function readIncluded(file: string): void {
    const isFile = statSync(path.join(source, file), { throwIfNoEntry: false })?.isFile() === true;
    if (!isFile || files.some((known) => known.path === file)) return;
    files.push({ path: file, kind: 'file', to: file });
  }

  /** Galley has one folder of posts; what lies above it in the site is no category. */
  function placeOf(entry: string): string {
    const below = collections ? entry.slice(collections.length + 1) : entry;
    return below.replace(/^_posts\//, '');
  }

  function isInCollections(folder: string): boolean {
    return `${folder}/`.startsWith(collections && `${collections}/`);
  }

  function reasonFor(entry: string, refusal: Refusal): string {
    if (folders.theme.includes(entry)) return THEME;
    const isCollection = folders.ofCollections.includes(entry);
    return isCollection ? COLLECTION : REASONS[refusal];
  }

  function leave(file: string, reason: string): void {
    leftOut.push({ file, reason });
  }

  /** Links are followed, as in Jekyll, unless they lead back to where one stands. */
  function entriesOf(folder: string): { name: string; entry: string; isFolder: boolean }[] {
    const place = path.join(source, folder);
    return readdirSync(place, { withFileTypes: true }).flatMap((found) => {
      const { name } = found;
      const entry = path.posix.join(folder, name);
      if (!found.isSymbolicLink()) return [{ name, entry, isFolder: found.isDirectory() }];
      const target = path.join(place, name);
      const stats = statSync(target, { throwIfNoEntry: false });
      const isCircle = stats?.isDirectory() && isAbove(realpathSync(target), realpathSync(place));
      if (stats && !isCircle) return [{ name, entry, isFolder: stats.isDirectory() }];
      leave(entry, BROKEN);
      return [];
    });
  }
}

function isAbove(folder: string, other: string): boolean {
  return `${other}${path.sep}`.startsWith(`${folder}${path.sep}`);
}

/** The folders of a site that hold no pages, below its source. */
function foldersOf(jekyll: JekyllConfig) {
  const collections = nameOf(jekyll['collections_dir'], '');
  const named = jekyll['collections'];
  const names = Array.isArray(named) ? named.map(String) : Object.keys({ ...(named as object) });
  return {
    collections,
    data: nameOf(jekyll['data_dir'], '_data'),
    includes: nameOf(jekyll['includes_dir'], '_includes'),
    theme: [
      '_sass',
      nameOf(jekyll['layouts_dir'], '_layouts'),
      nameOf(jekyll['plugins_dir'], '_plugins'),
    ],
    ofCollections: names.map((name) => path.posix.join(collections, `_${name}`)),
  };
}

/** A folder that the configuration names, without the slashes and dots around it. */
function nameOf(value: unknown, fallback: string): string {
  if (typeof value !== 'string') return fallback;
  return path.posix
    .normalize(value)
    .replace(/^(?:\.?\/+)+|\/+$/g, '')
    .replace(/^\.$/, '');
}
