import { drafts } from 'virtual:galley';
import { formatDate } from '../i18n/format.ts';
import type { PostData } from '../post/data.ts';
import site from '../site.config.ts';
import type { Card } from './card.ts';

/** What the card of a post depends on. */
type CardData = Pick<PostData, 'title' | 'date' | 'lang'> & { image?: unknown };

/** What the generated image of a post says. None where the post has an image, or where drafts are shown. */
export function socialCard({ title, date, image, lang = site.lang }: CardData): Card | undefined {
  if (image || drafts) return undefined;
  const written = formatDate(date.time, 'long', lang, site.timeZone);
  return { title, site: site.title, date: written, lang };
}
