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
 * marked, and the characters that mean something in a URL are replaced; `outputFile` brings both back.
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

/**
 * The file that is made of a path that Astro knows: `a/` is `a/index.html`, a marked `a.html` (see
 * `fileParam`) and what is no page have their own names, and so has the page that hosts look for, `404.html`.
 * @returns relative to the folder of the site
 */
export function outputFile(pathname: string, isPage: boolean): string {
  const name = pathname
    .replace(/^\/+|\/+$/g, '')
    .replace(/[\uE001-\uE07F]/g, (character) => shifted(character, -PRIVATE_USE));
  if (!isPage) return name;
  if (name.endsWith(FILE_MARK)) return name.slice(0, -FILE_MARK.length);
  if (name === '404') return '404.html';
  return name === '' ? 'index.html' : `${name}/index.html`;
}

/** What means something in a URL, or would be taken out of one. */
const UNROUTABLE = /[%#?\\\p{Cc}]| (?=\/|$)/gu;
/** Where Unicode has characters that mean nothing to anybody. */
const PRIVATE_USE = 0xe000;
const FILE_MARK = '\uE000';

function shifted(character: string, distance: number): string {
  return String.fromCharCode(character.charCodeAt(0) + distance);
}
