import site from '../../site.config.ts';
import { withBase } from '../../site/url.ts';

/** A cover image's source: a path below the base path, a whole address, or a picture beside the post. */
export type CoverSource = string | { src: string };

const WHOLE_ADDRESS = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i;

/** The address of a cover image for `src`: paths are below the base path, with or without a first slash. */
export function coverSrc(src: string): string {
  return WHOLE_ADDRESS.test(src) ? src : withBase(rooted(src));
}

/** The same as a whole address, for feeds and metadata. */
export function coverUrl(src: CoverSource): string {
  // What Astro has imported already lies below the base path.
  const address = typeof src === 'string' ? coverSrc(src) : src.src;
  return new URL(address, site.url).href;
}

/** jekyll-seo-tag reads `images/a.png` as `/images/a.png`. */
function rooted(path: string): string {
  return path.startsWith('/') ? path : `/${path}`;
}
