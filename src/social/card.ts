import { createHash } from 'node:crypto';
import { formatDate } from '../i18n/format.ts';
import type { Headline } from '../source/data.ts';
import type { Site } from '../site/schema.ts';
import { hasOwnColours, paletteOf, type Palette } from '../site/theme.ts';

/** The size that networks show at its best. https://ogp.me and the documentation of each network */
export const WIDTH = 1200;
export const HEIGHT = 630;

/** What a social image says. */
export interface Card {
  title: string;
  /** Name of the site. */
  site: string;
  /** As readers of the post's language write it. */
  date: string;
  /** BCP 47 tag. */
  lang: string;
  /** What it is drawn with, where the owner has chosen: else the image would have another address. */
  palette?: Palette | undefined;
}

/** What the generated image of a post says; none where the post has an image, or the site none of them. */
export function socialCard(
  { title, date, image, lang }: Headline,
  site: Pick<Site, 'title' | 'lang' | 'timeZone' | 'theme' | 'show'>,
): Card | undefined {
  if (image || !site.show.socialImages) return undefined;
  const own = lang ?? site.lang;
  return {
    title,
    site: site.title,
    date: formatDate(date.time, 'long', own, site.timeZone),
    lang: own,
    palette: hasOwnColours(site.theme) ? paletteOf(site.theme, 'light') : undefined,
  };
}

/**
 * Path of the image below the base path. It changes with what the image says, because networks keep
 * the image that they once found at an address.
 */
export function socialImagePath(card: Card): string {
  return `/social/${digest(card)}.png`;
}

/** A file name for a value that can be written as JSON; the same for the same value. */
export function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);
}
