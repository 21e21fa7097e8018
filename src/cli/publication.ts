import { hides } from '../source/gate-keys.ts';
import type { PostSource } from '../source/read-post.ts';
import { isPublic } from '../source/status.ts';
import { ContentError } from '../lib/problem.ts';
import { POSTS_FOLDER } from '../site/paths.ts';
import { editFrontMatter } from './edit-front-matter.ts';

/**
 * Lets a post be read from a moment on: that is its date from now on, and the keys that held it back go.
 * @param bytes of its file
 * @param date as it is written into the front matter
 * @returns the bytes after it
 * @throws {ContentError} for a post that can be read already
 */
export function publish(post: PostSource, bytes: Buffer, date: string): Buffer {
  if (isPublic(post.verdict.status)) refuse(post, `is ${post.verdict.status} already`);
  const held = (['published', 'draft'] as const).filter((key) => hides(key, post.data[key]));
  const gone = Object.fromEntries(held.map((key) => [key, undefined]));
  return editFrontMatter(fileOf(post), bytes, { date, ...gone });
}

/** Makes a draft of a post again. @throws {ContentError} for one that is */
export function unpublish(post: PostSource, bytes: Buffer): Buffer {
  if (post.verdict.status === 'draft') refuse(post, 'is a draft already');
  return editFrontMatter(fileOf(post), bytes, { published: 'false' });
}

/**
 * Asks the gate what came of a change, so that a command never says what is not so.
 * @param after the post as the gate sees it then
 * @throws {ContentError} where something else still holds the post back, or lets it through
 */
export function confirm(after: PostSource, isExpected: (post: PostSource) => boolean): void {
  if (isExpected(after)) return;
  const { status, reason } = after.verdict;
  refuse(after, `would be ${status} all the same: ${reason}`, 'Nothing has been changed.');
}

/** The lines that a change takes away and adds, as in a diff. */
export function changedLines(before: Buffer, after: Buffer): string[] {
  const [old, now] = [before, after].map((bytes) => bytes.toString().split(/\r?\n/));
  return [
    ...(old ?? []).filter((line) => !now?.includes(line)).map((line) => `- ${line}`),
    ...(now ?? []).filter((line) => !old?.includes(line)).map((line) => `+ ${line}`),
  ];
}

/** The file of a post, relative to the project's root. */
export function fileOf({ path }: PostSource): string {
  return `${POSTS_FOLDER}/${path}`;
}

function refuse(post: PostSource, message: string, hint?: string): never {
  throw new ContentError([{ file: fileOf(post), message, ...(hint && { hint }) }]);
}
