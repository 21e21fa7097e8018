/**
 * - `published`: anybody may read it, lists name it
 * - `unlisted`: anybody who knows its URL may read it; no list, feed or index names it
 * - `scheduled`: dated in the future; nobody may know of it yet
 * - `draft`: unpublished; nobody may know of it
 */
export type Status = 'published' | 'unlisted' | 'scheduled' | 'draft';

/** Whether the public may read a post of that status. */
export function isPublic(status: Status): boolean {
  return status === 'published' || status === 'unlisted';
}
