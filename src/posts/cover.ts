import site from '../site.config.ts';
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
