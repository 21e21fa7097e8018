import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { PAGES_FOLDER, readPages, type PageSource } from '../page/read.ts';
import { readFileName, titleFromSlug } from '../post/file-name.ts';
import { formatOf } from '../post/files.ts';
import { readFolder } from '../post/folder.ts';
import { FrontMatterError, readFrontMatter } from '../post/front-matter.ts';
import { outputPath } from '../post/permalink.ts';
import { POSTS_FOLDER, readPost, type PostSource } from '../post/read.ts';
import { termKey } from '../post/taxonomy.ts';
import { toPlain } from '../post/yaml.ts';
import type { Site } from '../site/schema.ts';
import { notesOf } from './notes.ts';
import type { Syntax } from './scan.ts';
import type { Name, SourceText } from './secrets.ts';

/** A file that is copied or imported, and is no post: a picture, a download, a style sheet. */
export interface Asset {
  /** Path relative to the project's root. */
  file: string;
  /** Path in the output, for what `public/` holds. */
  output?: string;
}

/** A post, page or backup that the public may not see, or a post that lists may not name. */
export interface HiddenSource {
  /** Path relative to the project's root. */
  file: string;
  text: SourceText;
  names: Name[];
  terms: Name[];
  /** Below the base path, and old ones that lead there. */
  urls: string[];
}

/** Everything that the output may and may not be made of. */
export interface Sources {
  /** Posts that lists name. */
  listed: PostSource[];
  unlisted: PostSource[];
  pages: PageSource[];
  /** Drafts, scheduled posts, hidden pages, and backups that editors leave. */
  hidden: HiddenSource[];
  /** What authors wrote into published posts and pages for themselves: comments. */
  notes: SourceText[];
  assets: Asset[];
  /** Templates, interface texts, configuration, and the texts among the assets. */
  site: SourceText[];
}

/** Files that editors and merge tools leave beside the one they are about. */
const BACKUP = /(?:~|^#.*#|^\.#.*|^\._.*|\.(?:bak|old|orig|rej|save|swp|swo|tmp))$/i;
const TEXT =
  /\.(?:astro|c?m?[jt]sx?|css|csv|geojson|html?|json|liquid|map|mdx?|md|scss|svg|textile|toml|tsv|txt|vtt|webmanifest|xml|ya?ml)$/i;
const SOURCE_FOLDER = 'src';
const PUBLIC_FOLDER = 'public';

/** How a file is written, by its ending. */
export function syntaxOf(file: string): Syntax {
  if (/\.(?:md|mdx|markdown|mkd|mkdn|mkdown|textile)$/i.test(file)) return 'markdown';
  if (/\.(?:json|geojson|webmanifest|map)$/i.test(file)) return 'json';
  return /\.(?:c?m?[jt]sx?|css|scss)$/i.test(file) ? 'code' : 'markup';
}

/** Reads what the site is made of, without a look at how it was built. */
export async function readSources(root: string, site: Site, now: number): Promise<Sources> {
  const { posts, withheld } = await readFolder(root, { site, now, drafts: false });
  const { pages, withheld: hiddenPages } = await readPages(root, { site, now, drafts: false });
  const read = (file: string) => readFile(path.join(root, file));

  const hidden: HiddenSource[] = [];
  for (const { path: name } of withheld) {
    const bytes = await read(`${POSTS_FOLDER}/${name}`);
    hidden.push(hiddenPost(name, bytes, site, now));
  }
  for (const name of hiddenPages) {
    hidden.push(hiddenFile(`${PAGES_FOLDER}/${name}`, await read(`${PAGES_FOLDER}/${name}`)));
  }

  const assets: Asset[] = [];
  const siteTexts: SourceText[] = [
    { file: 'src/site.config.ts', line: 1, text: JSON.stringify(site), syntax: 'json' },
  ];
  const known = new Set([...posts, ...withheld].map((post) => `${POSTS_FOLDER}/${post.path}`));
  for (const file of await filesBelow(root, [SOURCE_FOLDER, PUBLIC_FOLDER])) {
    const name = path.posix.basename(file);
    const isContent = file.startsWith(`${POSTS_FOLDER}/`) || file.startsWith(`${PAGES_FOLDER}/`);
    if (known.has(file) || (file.startsWith(`${PAGES_FOLDER}/`) && formatOf(name))) continue;
    if (isContent && (BACKUP.test(name) || name.startsWith('.'))) {
      hidden.push(hiddenFile(file, await read(file)));
      continue;
    }
    const isPublic = file.startsWith(`${PUBLIC_FOLDER}/`);
    if (isContent) assets.push({ file });
    if (isPublic) assets.push({ file, output: file.slice(PUBLIC_FOLDER.length + 1) });
    if (!isContent && TEXT.test(name)) {
      siteTexts.push({ file, line: 1, text: decode(await read(file)), syntax: syntaxOf(file) });
    }
  }

  return {
    listed: posts.filter(({ verdict }) => verdict.status !== 'unlisted'),
    unlisted: posts.filter(({ verdict }) => verdict.status === 'unlisted'),
    pages,
    hidden,
    notes: [
      ...posts.flatMap((post) => notesIn(`${POSTS_FOLDER}/${post.path}`, post)),
      ...pages.flatMap((page) => notesIn(`${PAGES_FOLDER}/${page.path}`, page)),
    ],
    assets,
    site: siteTexts,
  };
}
