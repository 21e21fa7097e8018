import site from '../site.config.ts';
import { imageType } from '../lib/media-type.ts';
import { withBase } from './href.ts';
import { isWhole, rooted } from '../lib/url.ts';

/** A cover image's source: a path below the base path, a whole address, or a picture beside the post. */
export type CoverSource = string | { src: string };

/** The address of a cover image for `src`. jekyll-seo-tag reads `images/a.png` as `/images/a.png`. */
export function coverSrc(src: string): string {
  return isWhole(src) ? src : withBase(rooted(src));
}

/** The same as a whole address, for feeds and metadata. */
export function coverUrl(src: CoverSource): string {
  // What Astro has imported already lies below the base path.
  const address = typeof src === 'string' ? coverSrc(src) : src.src;
  return new URL(address, site.url).href;
}

/** A picture for readers elsewhere: what feeds and previews say of it. */
export interface Picture {
  /** Whole address. */
  url: string;
  alt: string;
  /** Media type. */
  type?: string | undefined;
  /** In pixels. */
  width?: number | undefined;
  height?: number | undefined;
  bytes?: number | undefined;
}

/** The cover of a post, as it is seen from elsewhere. */
export function coverPicture(
  image: (Omit<Picture, 'url'> & { src: CoverSource }) | undefined,
): Picture | undefined {
  if (!image) return undefined;
  const { src, alt, width, height, bytes } = image;
  const url = coverUrl(src);
  return { url, alt, type: imageType(url), width, height, bytes };
}
