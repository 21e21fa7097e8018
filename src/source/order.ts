import type { PostDate } from '../jekyll/rules/date.ts';

/** Jekyll's order, newest first: by date, then by file. */
export function newestFirst(a: Dated, b: Dated): number {
  return b.date.time - a.date.time || (a.path < b.path ? 1 : -1);
}

interface Dated {
  date: { time: number };
  path: string;
}

/** The moment of the newest change, so that two builds of the same posts give the same files. */
export function latestChange(
  items: readonly { published: PostDate; updated: PostDate | undefined }[],
): PostDate | undefined {
  return items
    .map(({ published, updated }) => updated ?? published)
    .reduce<PostDate | undefined>((a, b) => (a && a.time >= b.time ? a : b), undefined);
}
