import { drafts } from 'virtual:galley';
import { interfaceFor } from '../i18n/strings.ts';
import type { Post } from '../posts/posts.ts';
import site from '../site.config.ts';
import { absolute } from '../posts/href.ts';
import type { CommentsData } from './provider.ts';

/** What the script needs for the comments of a post; nothing where a post has none. */
export function commentsOf(post: Post): CommentsData | undefined {
  const { title, url, comments, lang = site.lang } = post.data;
  // A draft's address and title are nobody's business.
  if (!comments || !site.comments || drafts) return undefined;
  return {
    settings: site.comments,
    page: {
      url: absolute(url),
      title,
      lang: new Intl.Locale(interfaceFor(lang).lang).language,
    },
  };
}
