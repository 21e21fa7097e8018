import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { isFile } from '../../files.ts';
import { formatOf } from '../../post/files.ts';
import { POSTS_FOLDER } from '../../post/read.ts';

/** A file to copy: from a path of the Jekyll site to a path of the project, both relative, with `/`. */
export interface Copy {
  from: string;
  to: string;
}

/** What an import would do with the files of a Jekyll site. */
export interface Plan {
  posts: Copy[];
  /** Data and includes for Liquid, pages, and what goes to `public/`. */
  others: Copy[];
  /** Files that Jekyll would publish or that an author may miss, and why they stay behind. */
  leftOut: { file: string; reason: string }[];
}

/** Files of a Jekyll project that are about it and not of it. */
const PROJECT_FILES =
  /^(?:_config.*|Gemfile.*|Rakefile|Makefile|Procfile|Dockerfile.*|readme.*|licen[sc]e.*|contributing.*|changelog.*|package(-lock)?\.json|yarn\.lock|.*\.gemspec|.*\.rb|\..*)$/i;

/** Folders of a Jekyll project that are about it and not of it. */
const PROJECT_FOLDERS = /^(?:\..*|_site|node_modules|vendor|plugins|sass|scripts?|spec|tests?)$/;

/** Names in the root of the output that Galley writes itself. */
const OWN_FILES = /^(?:index\.html?|404\.html|robots\.txt|(?:rss|atom|feed)\.xml|sitemap.*\.xml)$/;

/** Jekyll's rule for what is a post: https://jekyllrb.com/docs/posts/#creating-posts */
const DATED = /^\d{2,4}-\d{1,2}-\d{1,2}-.*\.[^.]+$/;

/** Pages that Galley can take over are written in Markdown. */
const MARKDOWN_PAGE = /\.(?:md|markdown|mkd|mkdn|mkdown)$/i;

/**
 * Sorts the files of a Jekyll site by what becomes of them.
 * @param source the site's source folder
 * @param excluded names and folders that its `_config.yml` excludes
 */
export async function planImport(source: string, excluded: readonly string[]): Promise<Plan> {
  const plan: Plan = { posts: [], others: [], leftOut: [] };
  for (const file of await listFiles(source, '', excluded)) {
    await sortFile(plan, source, file);
  }
  return plan;
}

async function sortFile(plan: Plan, source: string, file: string): Promise<void> {
  const parts = file.split('/');
  const name = parts.at(-1) ?? '';
  const leaveOut = (reason: string) => plan.leftOut.push({ file, reason });

  if (parts.includes('_posts') || parts.includes('_drafts')) {
    const dated = parts.includes('_drafts') || DATED.test(name);
    if (!dated || /^[._#]|~$/.test(name)) leaveOut('not the name of a post');
    else if (!formatOf(name)) leaveOut('not a kind of file that Galley reads as a post');
    else plan.posts.push({ from: file, to: `${POSTS_FOLDER}/${file.replace(/^_posts\//, '')}` });
  } else if (parts[0] === '_data' || parts[0] === '_includes') {
    plan.others.push({ from: file, to: `src/liquid/${file.slice(1)}` });
  } else if (parts.some((part) => part.startsWith('_'))) {
    if (!/^_(?:layouts|sass|plugins)$/.test(parts[0] ?? ''))
      leaveOut('in a folder of its own kind');
  } else if (await hasFrontMatter(path.join(source, file))) {
    if (!MARKDOWN_PAGE.test(name)) leaveOut('a page that is not Markdown');
    else if (file.startsWith('index.')) leaveOut('Galley has its own home page');
    else plan.others.push({ from: file, to: `src/content/pages/${file}` });
  } else if (parts.length === 1 && OWN_FILES.test(name)) {
    leaveOut('Galley writes its own');
  } else {
    plan.others.push({ from: file, to: `public/${file}` });
  }
}

async function listFiles(
  source: string,
  folder: string,
  excluded: readonly string[],
): Promise<string[]> {
  const files: string[] = [];
  for (const entry of await readdir(path.join(source, folder), { withFileTypes: true })) {
    const file = folder ? `${folder}/${entry.name}` : entry.name;
    if (isExcluded(file, excluded)) continue;
    if (entry.isDirectory()) {
      if (!PROJECT_FOLDERS.test(entry.name))
        files.push(...(await listFiles(source, file, excluded)));
    } else if (isFile(entry) && !(folder === '' && PROJECT_FILES.test(entry.name))) {
      files.push(file);
    }
  }
  return files.toSorted();
}

function isExcluded(file: string, excluded: readonly string[]): boolean {
  return excluded.some((pattern) => {
    const plain = pattern.replace(/^\//, '').replace(/\/$/, '');
    return plain !== '' && (file === plain || path.matchesGlob(file, plain));
  });
}

/** Jekyll takes a file that begins with `---` for a page; anything else is copied as it is. */
async function hasFrontMatter(file: string): Promise<boolean> {
  return /^(?:\uFEFF)?---\s*$/m.test((await readFile(file)).subarray(0, 8).toString('utf8'));
}

/** The folder in which the site's own files lie: the root, or what `source` names (Octopress). */
export function sourceFolder(root: string, configured: unknown): string {
  const named = typeof configured === 'string' ? path.resolve(root, configured) : undefined;
  if (named && existsSync(named)) return named;
  const octopress = path.join(root, 'source');
  return existsSync(path.join(octopress, '_posts')) ? octopress : root;
}
