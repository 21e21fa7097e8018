import site from '../site.config.ts';

/** A path of the site (`/tags/`) as links need it: below the base path. */
export function withBase(path: string): string {
  return `${site.base}${path}`;
}

/** A path of the site (`/tags/`) as a whole address with escapes, for feeds and metadata. */
export function absolute(path: string): string {
  // URLs may hold these characters, URIs may not. https://www.rfc-editor.org/rfc/rfc3986#section-3.3
  return new URL(site.url + withBase(path)).href.replace(/[|[\]^]/g, encodeURIComponent);
}
