import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { PAGES_FOLDER, readPages, type PageSource } from '../page/read.ts';
import { readFileName } from '../post/file-name.ts';
import { formatOf } from '../post/files.ts';
import { readFolder } from '../post/folder.ts';
import { POSTS_FOLDER, readPost, type PostSource, type Reading } from '../post/read.ts';
import { readSource } from '../post/source.ts';
import { toText } from '../post/yaml.ts';
import type { Site } from '../site/schema.ts';
import type { Syntax } from './scan.ts';
import type { Name, SourceText } from './secrets.ts';

/** What the public may not see, or what no list may name: a post, a page, a backup. */
export interface HiddenSource {
  /** Path relative to the project's root. */
  file: string;
  text: SourceText;
  names: Name[];
  terms: Name[];
  /** Where it would be, and old paths that lead there; below the base path. */
  urls: string[];
}

/** A file that is neither post nor page: a picture, a download, a style sheet. */
export interface Asset {
  /** Path relative to the project's root. */
  file: string;
  /** Path in the output, for what is copied from `public/`. */
  output?: string;
}

/** What the site is made of. */
export interface Sources {
  /** Posts that lists may name. */
  listed: PostSource[];
  /** Posts that have a page and are in no list. */
  unlisted: PostSource[];
  pages: PageSource[];
  /** Drafts, scheduled posts, hidden pages, and what editors leave beside them. */
  hidden: HiddenSource[];
  /** Files of `public/` and files beside posts. */
  assets: Asset[];
  /** Our code and the owner's, whose texts are in every page; relative to the project's root. */
  code: string[];
}

/** Files that editors and merge tools leave beside the one they are about. */
const BACKUP = /~$|^#.*#$|^\.|\.(?:bak|old|orig|rej|save|sw[op]|tmp)$/i;

/** Files whose content is text. */
export const TEXT =
  /\.(?:astro|c?m?[jt]sx?|css|csv|geojson|html?|json|liquid|map|mdx?|md|scss|svg|textile|toml|tsv|txt|vtt|webmanifest|xml|xsl|ya?ml)$/i;

/** How a file is written, by its ending. */
export function syntaxOf(file: string): Syntax {
  if (formatOf(file) === 'markdown' || file.endsWith('.mdx')) return 'markdown';
  if (/\.(?:json|geojson|webmanifest|map)$/i.test(file)) return 'json';
  return /\.(?:c?m?[jt]sx?|css|scss)$/i.test(file) ? 'code' : 'markup';
}

/** Reads what the site is made of from its sources alone, whatever the build did with them. */
export async function readSources(root: string, site: Site, now: number): Promise<Sources> {
  const options = { site, now, drafts: false };
  const { posts, withheld } = await readFolder(root, options);
  const { pages, withheld: hiddenPages } = await readPages(root, options);

  const hidden: HiddenSource[] = [];
  const hide = async (file: string, judge?: (bytes: Uint8Array) => Reading) => {
    const bytes = await readFile(path.join(root, file));
    const reading = judge?.(bytes);
    const about = reading?.kind === 'post' ? aboutPost(reading.post) : undefined;
    hidden.push({ urls: [], terms: [], ...about, ...aboutFile(file, bytes) });
  };
  for (const { path: name } of withheld) {
    await hide(`${POSTS_FOLDER}/${name}`, (bytes) =>
      readPost(name, bytes, { ...options, drafts: true }),
    );
  }
  for (const name of hiddenPages) await hide(`${PAGES_FOLDER}/${name}`);

  const assets: Asset[] = [];
  const code: string[] = [];
  for (const file of await filesBelow(root, ['src', 'public'])) {
    const name = path.posix.basename(file);
    if (file.startsWith('public/')) assets.push({ file, output: file.slice('public/'.length) });
    else if (!file.startsWith('src/content/')) {
      if (TEXT.test(name)) code.push(file);
    } else if (!formatOf(name)) {
      if (BACKUP.test(name)) await hide(file);
      else assets.push({ file });
    }
  }
  const isUnlisted = ({ verdict }: PostSource) => verdict.status === 'unlisted';
  return {
    listed: posts.filter((post) => !isUnlisted(post)),
    unlisted: posts.filter(isUnlisted),
    pages,
    hidden,
    assets,
    code,
  };
}

/** An unlisted post as what lists may not name. */
export function unlistedSource(post: PostSource): HiddenSource {
  const file = `${POSTS_FOLDER}/${post.path}`;
  const { title, description } = post.frontMatter;
  const names = [title, description, post.frontMatter.slug, post.fileName.slug];
  return {
    file,
    text: { file, line: post.bodyLine, text: post.body, syntax: syntaxOf(file) },
    names: names.flatMap((name) => (name ? [{ file, name }] : [])),
    ...aboutPost(post),
  };
}

/** What a file says by its name and its text. */
function aboutFile(file: string, bytes: Uint8Array): Pick<HiddenSource, 'file' | 'text' | 'names'> {
  const source = readSource(bytes);
  const { data, lineOf } = 'data' in source ? source : { data: {}, lineOf: () => undefined };
  const { name } = path.posix.parse(file);
  return {
    file,
    text: { file, line: 1, text: Buffer.from(bytes).toString('utf8'), syntax: syntaxOf(file) },
    names: [
      { file, name },
      { file, name: readFileName(path.posix.basename(file)).slug },
      ...['title', 'slug', 'description'].flatMap((key) => {
        const name = toText(data[key]);
        return name ? [{ file, line: lineOf(key), name }] : [];
      }),
    ],
  };
}

function aboutPost({ path: name, url, redirectFrom, terms }: PostSource) {
  const file = `${POSTS_FOLDER}/${name}`;
  return {
    urls: [url, ...redirectFrom],
    terms: [...terms.categories, ...terms.tags].map((name) => ({ file, name, isTerm: true })),
  };
}

/** All files below some folders, with `/`, in alphabetical order. */
export async function filesBelow(root: string, folders: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const folder of folders) {
    const place = path.join(root, folder);
    if (!existsSync(place)) continue;
    for (const entry of await readdir(place, { recursive: true, withFileTypes: true })) {
      if (!entry.isDirectory()) files.push(path.relative(root, path.join(entry.parentPath, entry.name)));
    }
  }
  return files.map((file) => file.replaceAll(path.sep, '/')).toSorted();
}
