import type { Author } from '../source/data.ts';
import type { PostDate } from '../jekyll/rules/date.ts';

/** What every format of a feed says. All addresses are whole. */
export interface Feed {
  title: string;
  description: string;
  /** BCP 47 tag. */
  lang: string;
  author: Author;
  /** Address of the page that shows the same list; the feeds lie below it. */
  url: string;
  /** When the newest item was written or changed; missing in an empty feed. */
  updated: PostDate | undefined;
  /** Newest first. */
  items: FeedItem[];
}

/** A post in a feed. */
export interface FeedItem {
  /** Address of the post, and its identity for feed readers. */
  url: string;
  title: string;
  /** The whole text or the excerpt. */
  html: string;
  /** Plain text. */
  summary: string;
  published: PostDate;
  updated: PostDate | undefined;
  /** At least one. */
  authors: Author[];
  /** Categories and tags. */
  categories: string[];
  /** Address of the cover image. */
  image: string | undefined;
  /** BCP 47 tag, where it is not the feed's. */
  lang: string | undefined;
}

/** The moment of the newest change, so that two builds of the same posts give the same feed. */
export function latest(
  items: readonly Pick<FeedItem, 'published' | 'updated'>[],
): PostDate | undefined {
  return items
    .map(({ published, updated }) => updated ?? published)
    .reduce<PostDate | undefined>((a, b) => (a && a.time >= b.time ? a : b), undefined);
}
