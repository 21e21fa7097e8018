import { channel } from '../lib/channel.ts';
import type { PostDate } from '../jekyll/rules/date.ts';
import type { Status } from './status.ts';

/** A person who wrote a post. */
export interface Author {
  name: string;
  url?: string | undefined;
  email?: string | undefined;
  /** A line about the author. */
  bio?: string | undefined;
  /** `@name@server`, as Mastodon and its kin call them. */
  fediverse?: string | undefined;
}

/** What the content store keeps of a post beside its rendered text. */
export interface PostData {
  title: string;
  /** Path below the base path: `/posts/hello/`. What front matter wrote is kept letter for letter. */
  url: string;
  /** What feeds know it by, where that is not its address. */
  guid?: string | undefined;
  date: PostDate;
  /** When it was last changed, where the post says so. */
  updated?: PostDate | undefined;
  /** `draft` and `scheduled` occur in the dev server and the drafts preview alone. */
  status: Status;
  /** Why it is a draft or scheduled, as the gate says it. */
  held?: string | undefined;
  categories: string[];
  tags: string[];
  /** Empty where the author is the site's. */
  authors: Author[];
  /** HTML for lists: what the front matter says, what stands before the separator, or the first paragraph. */
  excerpt: string;
  /** Plain text of one or two sentences. */
  description: string;
  /** The same where the author wrote it: it stands below the title. */
  standfirst?: string | undefined;
  /** Cover image: a path below the base path or beside the post, or a whole address. */
  image?: Image | undefined;
  /** The address of a film's frame that is shown in its place. */
  film?: string | undefined;
  /** Files beside the post that its cover and excerpt show as they are: path below the base path, file. */
  beside: Record<string, string>;
  /** Language of the post, where it is not the site's. */
  lang?: string | undefined;
  /** What it has in common with the same post in other languages. */
  ref?: string | undefined;
  /** Whether sitemaps may name it. */
  sitemap: boolean;
  /** Kept at the top of the home page. */
  pin: boolean;
  /** Name of the series of posts that it is a part of. */
  series?: string | undefined;
  /** Whether a table of contents may be shown, and so on: what the site shows, each post can leave out. */
  toc: boolean;
  related: boolean;
  share: boolean;
  readingTime: boolean;
  /** Whether readers may comment. */
  comments: boolean;
  /** Old paths that lead to this post. */
  redirectFrom: string[];
  /** Path below the base path, or address, to which it leads on: it has no page of its own. */
  redirectTo?: string | undefined;
  /** What the owner's own keys say; typed by `src/custom/schema.ts` where pages ask for it. */
  own: Record<string, unknown>;
  /** Words of the text, for the reading time. */
  words: number;
}

/** What is drawn of a post for networks. */
export type Headline = Pick<PostData, 'title' | 'date' | 'lang'> & {
  /** Whether it has a cover, which is shown instead. */
  image?: unknown;
};

/** The posts that have pages, as soon as they are read: drawing goes on beside the rest of a build. */
export const postsRead = channel<readonly Headline[]>('posts');

/** A cover image. */
export interface Image {
  src: string;
  /** Empty where the picture only decorates. */
  alt: string;
  width?: number | undefined;
  height?: number | undefined;
  /** HTML of what stands below it. */
  caption?: string | undefined;
  /** Size of the file, where the site has it. */
  bytes?: number | undefined;
  /** Where Astro finds it to make it smaller, if it lies in `public/` and is large. */
  file?: string | undefined;
}
