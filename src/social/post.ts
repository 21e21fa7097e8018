import { drafts } from 'virtual:galley';
import { formatDate } from '../i18n/format.ts';
import type { Post } from '../post/posts.ts';
import site from '../site.config.ts';
import type { Card } from './card.ts';

/** What the generated image of a post says. None where the post has an image, or where drafts are shown. */
export function socialCard(post: Post): Card | undefined {
  const { title, date, image, lang = site.lang } = post.data;
  if (image || drafts) return undefined;
  const written = formatDate(date.time, 'long', lang, site.timeZone);
  return { title, site: site.title, date: written, lang };
}
