import type { Author } from '../source/data.ts';
import type { PostDate } from '../jekyll/rules/date.ts';
import type { Picture } from '../posts/cover.ts';

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
  /** Its identity for feed readers: the address of the post, or what an older feed said. */
  id: string;
  /** Address of the post. */
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
  /** Categories, tags, and the series that it is a part of. */
  categories: string[];
  /** The cover. */
  image: Picture | undefined;
  /** BCP 47 tag, where it is not the feed's. */
  lang: string | undefined;
}
