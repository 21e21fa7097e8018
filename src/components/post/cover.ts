import { absolute, withBase } from '../../site/url.ts';

const WHOLE_ADDRESS = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i;

/** The address of a cover image for `src`: paths are below the base path, with or without a first slash. */
export function coverSrc(src: string): string {
  return WHOLE_ADDRESS.test(src) ? src : withBase(rooted(src));
}

/** The same as a whole address, for feeds and metadata. */
export function coverUrl(src: string): string {
  return new URL(WHOLE_ADDRESS.test(src) ? src : absolute(rooted(src)), absolute('/')).href;
}

/** jekyll-seo-tag reads `images/a.png` as `/images/a.png`. */
function rooted(path: string): string {
  return path.startsWith('/') ? path : `/${path}`;
}
