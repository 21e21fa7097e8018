import { formatDate } from '../i18n/format.ts';
import { channel } from '../lib/channel.ts';
import { zonedParts } from '../jekyll/rules/date.ts';
import { textKey } from '../posts/keys.ts';
import type { Post } from '../posts/posts.ts';
import site from '../site.config.ts';
import { withText } from '../store/texts.ts';

/** A post as the search index takes it in. */
export interface SearchDocument {
  /** Path below the base path. */
  url: string;
  title: string;
  /** BCP 47 tag. */
  lang: string;
  /** As readers of the post's language write it. */
  date: string;
  /** Milliseconds since 1970. */
  time: number;
  /** In the site's time zone. */
  year: number;
  tags: string[];
  categories: string[];
  /** A digest of its text; nothing where only rendering it shows what it says. */
  key: string | undefined;
  /** Renders the text of the post. */
  html: () => Promise<string>;
}

/** The posts for the search index. */
export const documentsKnown = channel<readonly SearchDocument[]>('documents');

/**
 * What the search index has to know of a post.
 * @param html renders its text
 */
export function searchDocument(post: Post, html: () => Promise<string>): SearchDocument {
  const { url, title, date, tags, categories, lang = site.lang } = post.data;
  return {
    url,
    title,
    lang,
    date: formatDate(date.time, 'long', lang, site.timeZone),
    time: date.time,
    year: zonedParts(date.time, site.timeZone).year,
    tags,
    categories,
    key: textKey(post),
    // Only MDX has to be rendered: how pictures are optimised makes no difference to words.
    html: async () => withText(post).rendered?.html || html(),
  };
}
