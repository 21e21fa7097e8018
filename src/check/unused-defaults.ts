import path from 'node:path';
import { looksLike } from '../lib/look-alike.ts';
import { nearest, type Problem } from '../lib/problem.ts';
import { lineInConfig } from '../site/define.ts';
import { CONFIG_FILE, PAGES_FOLDER, POSTS_FOLDER } from '../site/paths.ts';
import type { Site } from '../site/schema.ts';
import { appliesTo } from '../jekyll/rules/defaults.ts';
import { readFileName } from '../jekyll/rules/file-name.ts';
import { collectionOf } from '../source/collection.ts';
import { listPostFiles } from '../source/formats.ts';
import { FLAGS } from '../source/gate-keys.ts';
import { isDraftsFolder } from '../source/gate-place.ts';

/**
 * Entries of the config's `defaults` that apply to no file: `wip` where `_posts/wip` is meant, a type
 * that does not exist. One that would decide about publication is a problem, any other a warning.
 */
export function unusedDefaults(
  root: string,
  site: Pick<Site, 'defaults' | 'collections'>,
): { problems: Problem[]; warnings: Problem[] } {
  const { defaults } = site;
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  if (defaults.length === 0) return { problems, warnings };
  const posts = listPostFiles(path.join(root, POSTS_FOLDER)).map(
    (file) => readFileName(file).jekyllPath,
  );
  const pages = listPostFiles(path.join(root, PAGES_FOLDER));
  for (const [i, { scope, values }] of defaults.entries()) {
    const isUsed =
      posts.some((file) => appliesTo(scope, file, 'posts')) ||
      pages.some((file) => appliesTo(scope, file, collectionOf(file, site) ?? 'pages'));
    // What would lie there would be hidden anyway.
    if (isUsed || scope.path.split('/').some(isDraftsFolder)) continue;
    const decides = Object.keys(values).some((key) =>
      [...FLAGS, 'date'].some((deciding) => deciding === looksLike(key)),
    );
    (decides ? problems : warnings).push({
      file: CONFIG_FILE,
      line: lineInConfig(['defaults', i, 'scope']),
      field: `defaults.${i}.scope`,
      value: scope,
      message: decides
        ? 'applies to no file, but would decide what is published'
        : 'applies to no file',
      hint: hintFor(scope, [...TYPES, ...Object.keys(site.collections)], posts, pages),
    });
  }
  return { problems, warnings };
}

const TYPES = ['posts', 'pages'];

function hintFor(
  { path: scope, type }: Site['defaults'][number]['scope'],
  types: readonly string[],
  posts: readonly string[],
  pages: readonly string[],
): string {
  if (type !== undefined && ![...types, 'post', 'page'].includes(type)) {
    return `\`type\` is \`${nearest(type, types) ?? types.join('` or `')}\`; drafts are posts.`;
  }
  const folders = new Set([...posts, ...pages].flatMap(foldersAbove));
  const [wanted = ''] = scope
    .split('/')
    .filter((part) => /\w/.test(part))
    .slice(-1);
  const like = [...folders].find((folder) => isNear(path.posix.basename(folder), wanted));
  return like === undefined
    ? 'Paths are those of a Jekyll site: posts lie in `_posts`.'
    : `Did you mean \`${like}\`?`;
}

function foldersAbove(file: string): string[] {
  const parts = file.split('/').slice(0, -1);
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
}

function isNear(name: string, wanted: string): boolean {
  return nearest(looksLike(wanted), [looksLike(name)]) !== undefined;
}
