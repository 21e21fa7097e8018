import { readFolder } from '../../src/source/folder.ts';
import type { PostSource } from '../../src/source/read-post.ts';
import site from '../../src/site.config.ts';
import { BUILD_TIME } from './sites.ts';

/** The posts of the manual that its readers may see, newest first. */
export async function manualPosts(): Promise<PostSource[]> {
  const options = { site, now: Date.parse(BUILD_TIME), drafts: false };
  const { posts } = readFolder(process.cwd(), options);
  return posts.toSorted((a, b) => b.date.time - a.date.time);
}

/** Posts on a page of a list. */
export const PAGE_SIZE = site.paginate;
