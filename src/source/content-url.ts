import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readPage } from './read-page.ts';
import { buildTime } from '../site/environment.ts';
import site from '../site.config.ts';
import { PAGES_FOLDER, POSTS_FOLDER } from '../site/paths.ts';
import { formatOf } from './formats.ts';
import { readPost } from './read-post.ts';

/**
 * The path below the base path of the page that a file of posts or pages becomes, or would if it were
 * published. Nothing for other files, and for what cannot be read.
 */
export function contentUrl(root: string, file: string): string | undefined {
  if (!formatOf(file)) return undefined;
  const options = { site, now: buildTime(), drafts: true };
  const below = (folder: string) => {
    const name = path.relative(path.join(root, folder), file).replaceAll(path.sep, '/');
    return name.startsWith('../') ? undefined : name;
  };
  const post = below(POSTS_FOLDER);
  if (post !== undefined) {
    const reading = readPost(post, readFileSync(file), options);
    return reading.kind === 'post' ? reading.post.url : undefined;
  }
  const page = below(PAGES_FOLDER);
  if (page === undefined) return undefined;
  const reading = readPage(page, readFileSync(file), options);
  return 'page' in reading ? reading.page?.data.url : undefined;
}
