import { wholeAddress } from '../site/addresses.ts';
import site from '../site.config.ts';

/** A path of the site (`/tags/`) as links need it: below the base path. */
export function withBase(path: string): string {
  return `${site.base}${path}`;
}

/** A path of the site (`/tags/`) as a whole address with escapes, for feeds and metadata. */
export function absolute(path: string): string {
  return wholeAddress(path, site);
}
