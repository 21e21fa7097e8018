/**
 * The route parameter for a path of the site: decoded, without the slashes around it.
 * `/2014/01/a%20b/` becomes `2014/01/a b`; the root has none.
 */
export function routeParam(url: string): string | undefined {
  const path = decodePath(url).replace(/^\/+|\/+$/g, '');
  return path === '' ? undefined : path;
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
