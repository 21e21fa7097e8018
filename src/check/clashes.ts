import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { PageSource } from '../source/read-page.ts';
import type { Problem } from '../lib/problem.ts';
import { lineInConfig } from '../site/define.ts';
import { CONFIG_FILE, PAGES_FOLDER, POSTS_FOLDER } from '../site/paths.ts';
import { outputPath } from '../jekyll/rules/permalink.ts';
import type { PostSource } from '../source/read-post.ts';
import { feedAliases } from '../source/feed-addresses.ts';
import { createOwners, termsOf } from '../source/routes.ts';
import { decodePath } from '../lib/url.ts';

const HINTS: Record<string, string> = {
  permalink: 'Give one of the two another `permalink` or `slug`.',
  retracted: 'What is still published is not retracted: set `published: false` in it.',
};

/** Who wants an address. */
interface Claim {
  file: string;
  /** Asked for only where there is something to say. */
  line(): number | undefined;
  field: string;
  url: string;
  /** Where it is not that of a page. */
  output?: string;
}

/**
 * Posts and pages that would overwrite another: a post, a page, what the site writes itself, or a
 * file of `public/`. Jekyll lets the last one win without a word.
 */
export function urlClashes({
  posts,
  pages,
  retracted,
  feeds = [],
  publicFolder,
}: {
  posts: readonly Pick<PostSource, 'path' | 'url' | 'terms' | 'redirectFrom' | 'lineOf'>[];
  pages: readonly Pick<PageSource, 'path' | 'data' | 'lineOf'>[];
  /** Paths of retracted posts, of which the configuration says something. */
  retracted: readonly string[];
  /** Old addresses of feeds. */
  feeds?: readonly string[];
  /** Files that are copied as they are. */
  publicFolder: string;
}): Problem[] {
  const terms = termsOf(posts);
  const ownerOf = createOwners(terms);
  const claimed = new Map<string, string>();
  const texts = [
    ...pages.map(({ path, lineOf, data }) => ({
      file: `${PAGES_FOLDER}/${path}`,
      lineOf,
      ...data,
    })),
    ...posts.map((post) => ({ ...post, file: `${POSTS_FOLDER}/${post.path}` })),
  ];
  const claims: Claim[] = [
    ...feedAliases(terms, feeds).map(({ path }) => ({
      file: CONFIG_FILE,
      line: () => lineInConfig(['feeds', 'alias']),
      field: 'feeds.alias',
      url: path,
      ...(!path.endsWith('/') && { output: decodePath(path).slice(1) }),
    })),
    ...texts.map((text) => claimOf(text, 'permalink', text.url)),
    ...texts.flatMap((text) => text.redirectFrom.map((url) => claimOf(text, 'redirect_from', url))),
    ...retracted.map((url) => ({
      file: CONFIG_FILE,
      line: () => undefined,
      field: 'retracted',
      url,
    })),
  ];
  const folders = new Map<string, string>();
  const isFile = (name: string) =>
    statSync(path.join(publicFolder, name), { throwIfNoEntry: false })?.isFile() === true;
  // Of ten thousand addresses hardly one begins as a name there does, whatever its letters are to the disk.
  const alike = (name: string) => name.normalize().toLowerCase();
  const firstNames = new Set(existsSync(publicFolder) ? readdirSync(publicFolder).map(alike) : []);
  const publicFile = (output: string, above: readonly string[]) => {
    if (!firstNames.has(alike(output.split('/', 1)[0] ?? ''))) return undefined;
    return existsSync(path.join(publicFolder, output)) ? output : above.find(isFile);
  };
  const problems: Problem[] = [];
  for (const { file, line, field, url, output = outputPath(url) } of claims) {
    const above = foldersAbove(output);
    const inPublic = publicFile(output, above);
    const owner =
      [output, ...above].map((name) => claimed.get(name)).find((file) => file !== undefined) ??
      folders.get(output) ??
      ownerOf(output) ??
      (inPublic === undefined ? undefined : `public/${inPublic}`);
    // An old address that a text names twice, or has itself, is still its own.
    const isAgain = field === 'redirect_from' && claimed.get(output) === file;
    if (owner && !isAgain) {
      problems.push({
        file,
        line: line(),
        field,
        value: url,
        message: `this URL already belongs to ${owner}`,
        hint: HINTS[field],
      });
    }
    claimed.set(output, file);
    for (const folder of above) folders.set(folder, file);
  }
  return problems;
}

function claimOf(
  { file, lineOf }: Pick<PostSource, 'lineOf'> & { file: string },
  field: string,
  url: string,
): Claim {
  return { file, line: () => lineOf(field), field, url };
}

/** What cannot be a file where there is to be that one: `a` and `a/b` for `a/b/c.html`. */
function foldersAbove(output: string): string[] {
  const names = output.split('/').slice(0, -1);
  return names.map((_, i) => names.slice(0, i + 1).join('/'));
}
