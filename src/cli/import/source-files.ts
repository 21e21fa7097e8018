import { readdirSync, realpathSync, statSync, type Dirent, type Stats } from 'node:fs';
import path from 'node:path';
import { collectionsOf } from '../../jekyll/rules/collections.ts';
import { createEntryFilter, patternsOf, type Refusal } from './entry-filter.ts';
import type { Fate } from './fate.ts';
import type { JekyllConfig } from './values.ts';

/** A file that Jekyll reads. */
interface SourceFile {
  /** Below the source, with `/`. */
  path: string;
  kind: 'post' | 'draft' | 'document' | 'data' | 'include' | 'file';
  /** Path below the folder that keeps its kind here. */
  to: string;
}

/** What an old site has. Paths are below the source, with `/`. */
export interface SourceFiles {
  /** What Jekyll reads. */
  files: SourceFile[];
  /** Files that it does not read, and (with a slash at the end) folders in which nobody looks. */
  others: Fate[];
  /** Links that lead out of the site's folder. */
  strays: string[];
}

const REASONS: Record<Refusal, string> = {
  excluded: 'excluded, by the configuration or by Jekyll itself',
  special:
    'a name that Jekyll passes over: it begins with `.` `_` `#` `~`, or ends with `~` or `.`',
};
const THEME = 'layouts and styles';
const PLUGIN = 'a plugin in Ruby; a tag of it can be written anew in src/liquid/tags/';
const BUILT = 'what Jekyll has built';
const BROKEN = 'a link that leads nowhere, or back';
const ODD = 'neither a file nor a folder';

/** Folders of programs, full of what nobody wrote. */
const CLOSED = /(?:^|\/)(?:\.[^/]*|node_modules)$|^vendor\/(?:bundle|cache|gems|ruby)$/;

/**
 * Lists all files of a site: those that Jekyll reads, and what it passes over.
 * @param root the site's folder
 * @param source the folder in which its own files lie
 */
export function listSource(root: string, source: string, jekyll: JekyllConfig): SourceFiles {
  const files: SourceFile[] = [];
  const others: Fate[] = [];
  const strays: string[] = [];
  const filter = createEntryFilter(jekyll);
  const folders = foldersOf(jekyll);
  const destination = path.resolve(root, nameOf(jekyll['destination'], '_site'));
  const home = realpathSync(isAbove(root, source) ? root : source);
  const included = (patternsOf(jekyll['include']) ?? []).map((file) => file.replace(/^\/+/, ''));
  const collections = folders.collections;

  readFolder('');
  for (const file of included) readIncluded(file);
  if (source !== root) readAround(root);
  return { files: sorted(files, ({ path }) => path), others: sorted(others, nameIn), strays };

  function readFolder(folder: string): void {
    for (const { name, entry, isFolder } of entriesOf(folder)) {
      const isHome = name === '_posts' || name === '_drafts';
      if (isFolder && isHome && isInCollections(folder)) {
        readDocuments(entry, entry, name === '_posts' ? 'post' : 'draft');
      } else if (isFolder && folders.ofCollections.includes(entry)) {
        readDocuments(entry, name, 'document');
      } else if (isFolder && (entry === folders.data || entry === folders.includes)) {
        readAll(entry, entry === folders.data ? 'data' : 'include', entry);
        // Where its name does not keep Jekyll from it, it is published as well.
        if (!filter(folder, name, isFolder)) readFolder(entry);
      } else readEntry(folder, name, entry, isFolder);
    }
  }

  function readEntry(folder: string, name: string, entry: string, isFolder: boolean): void {
    const refusal = filter(folder, name, isFolder);
    if (path.join(source, entry) === destination) leave(`${entry}/`, BUILT);
    else if (refusal) leaveAll(entry, isFolder, refusal);
    else if (isFolder) readFolder(entry);
    else files.push({ path: entry, kind: 'file', to: entry });
  }

  /** Posts and documents: their filter is asked for the path below their folder, whatever lies between. */
  function readDocuments(home: string, base: string, kind: SourceFile['kind']): void {
    const read = (below: string) => {
      for (const { name, entry, isFolder } of entriesOf(path.posix.join(home, below))) {
        const inner = below + name;
        const refusal = name.startsWith('.') ? 'special' : filter(base, inner, isFolder);
        if (isFolder && !name.startsWith('.')) read(`${inner}/`);
        else if (refusal) leaveAll(entry, isFolder, refusal);
        else files.push({ path: entry, kind, to: placeOf(entry) });
      }
    };
    read('');
  }

  /** What Liquid reads is asked for by name, and nothing filters it. */
  function readAll(folder: string, kind: 'data' | 'include', base: string): void {
    for (const { name, entry, isFolder } of entriesOf(folder)) {
      if (/^\.|~$/.test(name)) leaveAll(entry, isFolder, 'special');
      else if (isFolder) readAll(entry, kind, base);
      else files.push({ path: entry, kind, to: entry.slice(base.length + 1) });
    }
  }

  /** A file that `include` names with its folder is read wherever it lies. */
  function readIncluded(file: string): void {
    const place = path.join(source, file);
    if (
      !isAbove(source, place) ||
      !statsOf(place)?.isFile() ||
      files.some((known) => known.path === file)
    ) {
      return;
    }
    others.splice(0, others.length, ...others.filter(({ name }) => name !== file));
    files.push({ path: file, kind: 'file', to: file });
  }

  /** What lies beside the source, as the programs of Octopress do. */
  function readAround(folder: string): void {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const place = path.join(folder, entry.name);
      if (place === source) continue;
      const name = path.relative(source, place).replaceAll(path.sep, '/');
      const isFolder = entry.isDirectory();
      const outside = `outside of ${path.basename(source)}/, in which Jekyll looks for all of a site`;
      if (place === destination) leave(`${name}/`, BUILT);
      else if (isFolder && `${source}${path.sep}`.startsWith(`${place}${path.sep}`))
        readAround(place);
      else if (isFolder && !isClosed(name)) for (const file of below(name)) leave(file, outside);
      else leave(isFolder ? `${name}/` : name, outside);
    }
  }

  /** Galley has one folder of posts; what lies above it in the site is no category. */
  function placeOf(entry: string): string {
    const below = collections ? entry.slice(collections.length + 1) : entry;
    return below.replace(/^_posts\//, '');
  }

  function isInCollections(folder: string): boolean {
    return `${folder}/`.startsWith(collections && `${collections}/`);
  }

  function leaveAll(entry: string, isFolder: boolean, refusal: Refusal): void {
    const isTheme = folders.theme.includes(entry);
    const reason = reasonFor(entry, refusal);
    const all = !isFolder ? [entry] : isClosed(entry) ? [`${entry}/`] : below(entry);
    for (const name of all) {
      if (isTheme) others.push({ name, is: 'made', note: THEME });
      else leave(name, reason);
    }
  }

  function reasonFor(entry: string, refusal: Refusal): string {
    return entry === folders.plugins ? PLUGIN : REASONS[refusal];
  }

  function isClosed(folder: string): boolean {
    return CLOSED.test(folder) && !included.some((file) => file.startsWith(`${folder}/`));
  }

  function leave(name: string, note: string): void {
    others.push({ name, is: 'left', note });
  }

  /** All files in a folder; links are not followed, and of folders of programs only the name is said. */
  function below(folder: string): string[] {
    const entries = readdirSync(path.join(source, folder), { withFileTypes: true });
    return entries.flatMap((found) => {
      const entry = `${folder}/${found.name}`;
      if (!found.isDirectory()) return [entry];
      return isClosed(entry) ? [`${entry}/`] : below(entry);
    });
  }

  /** Links are followed, as in Jekyll, unless they lead back to where one stands, or out of the site. */
  function entriesOf(folder: string): { name: string; entry: string; isFolder: boolean }[] {
    const place = path.join(source, folder);
    return readdirSync(place, { withFileTypes: true }).flatMap((found) => {
      const { name } = found;
      const entry = path.posix.join(folder, name);
      const what = found.isSymbolicLink() ? targetOf(path.join(place, name), entry) : found;
      if (!what) return [];
      if (what.isFile() || what.isDirectory())
        return [{ name, entry, isFolder: what.isDirectory() }];
      leave(entry, ODD);
      return [];
    });
  }

  function targetOf(
    link: string,
    entry: string,
  ): Pick<Dirent, 'isFile' | 'isDirectory'> | undefined {
    const stats = statsOf(link);
    const target = stats && realpathSync(link);
    const isCircle = stats?.isDirectory() && isAbove(target, realpathSync(path.dirname(link)));
    if (!stats || isCircle) leave(entry, BROKEN);
    else if (target !== undefined && !isAbove(home, target)) strays.push(entry);
    else return stats;
    return undefined;
  }
}

/** What a path leads to; nothing where that is nowhere, or itself. */
function statsOf(place: string): Stats | undefined {
  try {
    return statSync(place);
  } catch {
    return undefined;
  }
}

const nameIn = ({ name }: Fate): string => name;

function sorted<T>(list: readonly T[], nameOf: (item: T) => string): T[] {
  return list.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

function isAbove(folder: string | undefined, other: string): boolean {
  return folder !== undefined && `${other}${path.sep}`.startsWith(`${folder}${path.sep}`);
}

/** The folders of a site that hold no pages, below its source. */
function foldersOf(jekyll: JekyllConfig) {
  const collections = nameOf(jekyll['collections_dir'], '');
  return {
    collections,
    data: nameOf(jekyll['data_dir'], '_data'),
    includes: nameOf(jekyll['includes_dir'], '_includes'),
    plugins: nameOf(jekyll['plugins_dir'], '_plugins'),
    theme: ['_sass', nameOf(jekyll['layouts_dir'], '_layouts')],
    ofCollections: Object.keys(collectionsOf(jekyll['collections']))
      .filter((name) => name !== 'posts')
      .map((name) => path.posix.join(collections, `_${name}`)),
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
