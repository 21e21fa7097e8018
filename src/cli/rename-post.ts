import { isUtf8 } from 'node:buffer';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { urlClashes } from '../check/clashes.ts';
import { createLinks } from '../dialect/links.ts';
import { bundled } from '../jekyll/rules/file-name.ts';
import { slugify } from '../jekyll/rules/slug.ts';
import { filesBelow } from '../lib/files.ts';
import { ContentError, formatProblem } from '../lib/problem.ts';
import { decodePath } from '../lib/url.ts';
import { wholeAddress } from '../site/addresses.ts';
import {
  CONFIG_FILE,
  LIQUID_FOLDER,
  PAGES_FOLDER,
  POSTS_FOLDER,
  PUBLIC_FOLDER,
} from '../site/paths.ts';
import type { Site } from '../site/schema.ts';
import { feedId } from '../source/feed-id.ts';
import { readFolder, type Folder } from '../source/folder.ts';
import { formatOf, listPostFiles } from '../source/formats.ts';
import { readPages, type PageSource } from '../source/read-page.ts';
import { readPost, type PostSource } from '../source/read-post.ts';
import { isPublic } from '../source/status.ts';
import { UsageError } from './arguments.ts';
import { editFrontMatter, editList, toYaml } from './edit-front-matter.ts';
import { findPost } from './find-post.ts';
import { mendLinks, type Renamed } from './mend-links.ts';
import { fileOf } from './publication.ts';
import { replaceFile } from './replace-file.ts';

/** What renaming a post does to a project. Paths are relative to its root. */
export interface Renaming {
  /** Files and folders that get another name, the post itself last. */
  moves: [from: string, to: string][];
  /** Files that get another text, by the names that they have now, the post itself last. */
  edits: Map<string, { before: Buffer; after: Buffer }>;
  /** Addresses below the base path, without escapes. */
  urls: [from: string, to: string];
  /** Whether the old address leads to the new one from now on. */
  redirects: boolean;
}

/**
 * Works out how a post gets another name: its file or folder with the pictures that bear its name, its
 * `slug`, what leads to it in posts, pages, includes and configuration, and a redirect from its old
 * address, and what feeds know it by, where readers may know it.
 * @param wanted a file, slug or address
 * @throws {ContentError} where the name is taken, or the gate would see another post in it
 */
export function planRenaming(
  root: string,
  site: Site,
  now: number,
  wanted: string,
  name: string,
): Renaming {
  const options = { site, now, drafts: true };
  const folder = readFolder(root, options);
  const { pages } = readPages(root, options);
  const post = findPost(folder.posts, wanted);
  const file = fileOf(post);
  const slug = slugify(name);
  if (slug === '') throw new UsageError(`expected a name of letters or digits, and not ${name}`);

  const { moves, names, newPath } = movesOf(root, post, slug);
  const bytesOf = (name: string) => readFileSync(path.join(root, name));
  const before = bytesOf(file);
  const hasSlug = post.frontMatter.slug !== undefined && post.lineOf('slug') !== undefined;
  const named = hasSlug ? editFrontMatter(file, before, { slug: toYaml(slug) }) : before;
  const reading = readPost(newPath, named, options);
  if (reading.kind !== 'post') throw cannot(file, 'could not be read under that name');
  const urls: [string, string] = [post.url, reading.post.url];
  if (newPath === post.path && urls[0] === urls[1]) throw cannot(file, 'is called so already');
  for (const [from, to] of moves) {
    if (existsSync(path.join(root, to))) throw cannot(from, `there is already ${to}`);
  }

  const links = createLinks(
    { posts: folder.posts, withheld: [], pages, withheldPages: [] },
    (url) => url,
    { publicFolder: path.join(root, PUBLIC_FOLDER), site },
  );
  const renamed: Renamed = {
    moves,
    names,
    urls,
    isMeant: (tag, written) => {
      const target = tag === 'link' ? links.linkUrl(written) : links.postUrl(written);
      return 'url' in target && target.url === post.url;
    },
  };
  const edits: Renaming['edits'] = new Map();
  for (const place of textsOf(root, folder, pages)) {
    if (place.file === file) continue;
    const before = bytesOf(place.file);
    const after = mended(before, place, renamed, site);
    if (!after.equals(before)) edits.set(place.file, { before, after });
  }

  const redirects = urls[0] !== urls[1] && isPublic(post.verdict.status);
  const mendedText = mended(named, { file, url: urls[0] }, renamed, site);
  const redirected = withRedirect(file, mendedText, {
    known: post.redirectFrom,
    from: redirects ? urls[0] : undefined,
    to: urls[1],
  });
  const guid = toYaml(feedId(post, site) ?? wholeAddress(urls[0], site));
  const isKnown = redirects && post.frontMatter.guid === undefined;
  const after = isKnown ? editFrontMatter(file, redirected, { guid }) : redirected;
  if (!after.equals(before)) edits.set(file, { before, after });
  askGate(root, site, now, { folder, pages, post, newPath, edits, url: urls[1], redirects });
  return { moves, edits, urls: [decodePath(urls[0]), decodePath(urls[1])], redirects };
}

/**
 * Does it, step by step so that whoever kills it loses nothing and can say the same again: first what leads
 * to the post, then the post, then names.
 */
export async function carryOut(root: string, { moves, edits }: Renaming): Promise<void> {
  for (const [file, { after }] of edits) await replaceFile(path.join(root, file), after);
  for (const [from, to] of moves) await rename(path.join(root, from), path.join(root, to));
}

/** What of a post bears its name: its file and what lies beside it, or its own folder. */
function movesOf(root: string, post: PostSource, slug: string) {
  const whole = bundled(post.path);
  const isBundle = whole !== post.path;
  const { dir, name: stem } = path.posix.parse(whole);
  const { date, extension } = post.fileName;
  const newStem = date === undefined ? slug : `${date}-${slug}`;
  const below = (name: string) => path.posix.join(POSTS_FOLDER, dir, name);
  const ending = isBundle ? '' : extension;
  const own: [string, string] = [below(stem + ending), below(newStem + ending)];
  const beside = isBundle ? [] : besideOf(path.join(root, POSTS_FOLDER, dir), stem);
  const moves: [string, string][] = [
    ...beside.map((name): [string, string] => [
      below(name),
      below(newStem + name.slice(stem.length)),
    ]),
    own,
  ];
  const newFile = isBundle ? `${own[1]}/${path.posix.basename(post.path)}` : own[1];
  return {
    moves: stem === newStem ? [] : moves,
    names: [stem, newStem] as const,
    newPath: path.posix.relative(POSTS_FOLDER, newFile),
  };
}

/** Pictures and other files that are called like a post, and a folder of such. */
function besideOf(folder: string, stem: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const { name } = entry;
    const isFolder = name === stem && entry.isDirectory();
    if (isFolder) return listPostFiles(path.join(folder, name)).length === 0 ? name : [];
    return name.startsWith(`${stem}.`) && entry.isFile() && !formatOf(name) ? name : [];
  });
}

/** Texts in which something may lead to a post. */
function textsOf(root: string, { posts }: Folder, pages: readonly PageSource[]) {
  const urls = new Map([
    ...posts.map((post) => [fileOf(post), post.url] as const),
    ...pages.map(({ path, data }) => [`${PAGES_FOLDER}/${path}`, data.url] as const),
  ]);
  const below = (folder: string, list: (folder: string) => string[]) =>
    list(path.join(root, folder)).map((name) => `${folder}/${name}`);
  return [
    ...below(POSTS_FOLDER, listPostFiles),
    ...below(PAGES_FOLDER, listPostFiles),
    ...below(LIQUID_FOLDER, filesBelow),
    ...[CONFIG_FILE].filter((file) => existsSync(path.join(root, file))),
  ].map((file) => ({ file, url: urls.get(file) ?? '/' }));
}

function mended(
  bytes: Buffer,
  place: { file: string; url: string },
  renamed: Renamed,
  site: Site,
): Buffer {
  if (!isUtf8(bytes)) return bytes;
  const text = bytes.toString();
  const [id] = GUID.exec(text) ?? [];
  const mended = mendLinks(text, place, renamed, site);
  return Buffer.from(id === undefined ? mended : mended.replace(GUID, () => id));
}

/** What feeds know a post by looks like an address and leads nowhere. */
const GUID = /^guid[ \t]*:.*$/m;

/** Front matter in which an old address leads to the post, and its own does not. */
function withRedirect(
  file: string,
  bytes: Buffer,
  { known, from, to }: { known: readonly string[]; from: string | undefined; to: string },
): Buffer {
  const remove = known.includes(to) ? [to, decodePath(to)] : [];
  const add = from === undefined || known.includes(from) ? [] : [decodePath(from)];
  if (remove.length + add.length === 0) return bytes;
  return editList(file, editList(file, bytes, 'alias', { remove }), 'redirect_from', {
    add,
    remove,
  });
}

/** @throws {ContentError} where the post would be another than before but for its name and addresses */
function askGate(
  root: string,
  site: Site,
  now: number,
  plan: Pick<Renaming, 'edits' | 'redirects'> & {
    folder: Folder;
    pages: readonly PageSource[];
    post: PostSource;
    newPath: string;
    url: string;
  },
): void {
  const { folder, pages, post, newPath, edits, url, redirects } = plan;
  const file = fileOf(post);
  const bytes = edits.get(file)?.after ?? readFileSync(path.join(root, file));
  const reading = readPost(newPath, bytes, { site, now, drafts: true });
  if (reading.kind === 'unreadable') throw new ContentError(reading.problems);
  if (reading.kind !== 'post' || reading.post.verdict.status !== post.verdict.status) {
    throw cannot(file, 'would not be what it is under that name');
  }
  const after = reading.post;
  if (after.url !== url || (redirects && !after.redirectFrom.includes(post.url))) {
    throw cannot(file, `would have no redirect from ${decodePath(post.url)}`);
  }
  const clashes = (posts: readonly PostSource[]) =>
    urlClashes({
      posts,
      pages,
      retracted: Object.keys(site.retracted),
      feeds: site.feeds.alias,
      publicFolder: path.join(root, PUBLIC_FOLDER),
    });
  const others = folder.posts.filter((other) => other !== post);
  const known = new Set(clashes(folder.posts).map(formatProblem));
  const found = clashes([...others, after]).filter((problem) => !known.has(formatProblem(problem)));
  if (found.length > 0) throw new ContentError(found);
}

function cannot(file: string, message: string): ContentError {
  return new ContentError([{ file, message, hint: 'Nothing has been changed.' }]);
}
