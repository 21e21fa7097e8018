/**
 * The route parameter for a path of the site: decoded, without the slashes around it.
 * `/2014/01/a%20b/` becomes `2014/01/a b`; the root has none.
 */
export function routeParam(url: string): string | undefined {
  const path = decodePath(url).replace(/^\/+|\/+$/g, '');
  return path === '' ? undefined : path;
}

/**
 * The route parameter for a page that is written to a file: `/a` is `a.html` there, as in Jekyll.
 * Astro reads a parameter as part of a URL: the characters that mean something there are replaced,
 * and `fileName` brings them back.
 */
export function fileParam(url: string): string | undefined {
  const file = /(\/|\.html)$/.test(url) ? url : `${url}.html`;
  return routeParam(file)?.replace(/[%#?]/g, (character) => shifted(character, PRIVATE_USE));
}

/** The name of a file or folder that Astro wrote for a `fileParam`. */
export function fileName(name: string): string {
  return name.replace(/[\uE023\uE025\uE03F]/g, (character) => shifted(character, -PRIVATE_USE));
}

/** Where Unicode has characters that mean nothing to anybody. */
const PRIVATE_USE = 0xe000;

function shifted(character: string, distance: number): string {
  return String.fromCharCode(character.charCodeAt(0) + distance);
}

/** Percent-decoding that leaves alone what is not an escape: `100%` stays. */
export function decodePath(url: string): string {
  return url.replace(/(%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}
