import { decodePath } from '../lib/url.ts';

/**
 * The route parameter for a path of the site: decoded, without the slashes around it.
 * `/2014/01/a%20b/` becomes `2014/01/a b`; the root has none.
 */
export function routeParam(url: string): string | undefined {
  const path = decodePath(url).replace(/^\/+|\/+$/g, '');
  return path === '' ? undefined : path;
}

/** The route parameter for a page in the dev server, which takes `.html` off the address it is asked for. */
export function devParam(url: string): string | undefined {
  return routeParam(url.replace(/\.html$/, ''));
}

/**
 * The route parameter for a page that is written to a file: `/a` is `a.html` there, as in Jekyll.
 * Astro makes a folder of every page and reads a parameter as part of a URL, so what is a file is
 * marked, and the characters that mean something in a URL are replaced; `outputName` brings both back.
 */
export function fileParam(url: string): string | undefined {
  const param = routeParam(url)?.replace(UNROUTABLE, (character) =>
    shifted(character, PRIVATE_USE),
  );
  if (url.endsWith('/')) return param;
  return `${param?.replace(/\.html$/, '')}.html${FILE_MARK}`;
}

/** The same for a file that is copied. */
export function copyParam(url: string): string | undefined {
  return routeParam(url)?.replace(UNROUTABLE, (character) => shifted(character, PRIVATE_USE));
}

/** The name that a folder which Astro wrote for a `fileParam` should have, and whether it is a file's. */
export function outputName(folder: string): { name: string; isFile: boolean } {
  const isFile = folder.endsWith(FILE_MARK);
  const name = isFile ? folder.slice(0, -FILE_MARK.length) : folder;
  const restore = (character: string) => shifted(character, -PRIVATE_USE);
  return { name: name.replace(/[\uE001-\uE07F]/g, restore), isFile };
}

/** What means something in a URL, or would be taken out of one. */
const UNROUTABLE = /[%#?\\\p{Cc}]| (?=\/|$)/gu;
/** Where Unicode has characters that mean nothing to anybody. */
const PRIVATE_USE = 0xe000;
const FILE_MARK = '\uE000';

function shifted(character: string, distance: number): string {
  return String.fromCharCode(character.charCodeAt(0) + distance);
}
