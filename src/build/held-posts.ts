import { formatProblem } from '../lib/problem.ts';
import { POSTS_FOLDER } from '../site/paths.ts';
import type { Site } from '../site/schema.ts';
import { readFolder } from '../source/folder.ts';
import { newestFirst } from '../source/order.ts';
import type { PostSource } from '../source/read-post.ts';

/** A post that not everybody may find. */
interface HeldPost extends Pick<PostSource, 'title' | 'url' | 'date'> {
  /** From the project's root. */
  file: string;
  /** Why it is held back, as the gate says it. */
  reason: string;
  /** What else is to be said of its front matter. */
  warnings: string[];
}

/** The posts of a project that are drafts, scheduled or unlisted, newest first, for their author's eyes. */
export function heldPosts(root: string, site: Site, now: number) {
  const { posts, warnings } = readFolder(root, { site, now, drafts: true });
  const warningsOf = Map.groupBy(warnings, ({ file }) => file);
  const toHeld = ({ path, title, url, date, verdict: { reason } }: PostSource): HeldPost => {
    const file = `${POSTS_FOLDER}/${path}`;
    const told = (warningsOf.get(file) ?? []).map(formatProblem);
    return { title, url, date, file, reason, warnings: told };
  };
  const byStatus = Map.groupBy(posts.toSorted(newestFirst), ({ verdict }) => verdict.status);
  return (['draft', 'scheduled', 'unlisted'] as const).flatMap((status) => {
    const held = (byStatus.get(status) ?? []).map(toHeld);
    return held.length === 0 ? [] : { status, posts: held };
  });
}
