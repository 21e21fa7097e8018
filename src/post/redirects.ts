/** An old path and the one that took its place, both below the base path. */
export interface Redirect {
  from: string;
  to: string;
}

/** The redirects that posts ask for. */
export function redirectsOf(
  posts: readonly { data: { url: string; redirectFrom: readonly string[] } }[],
): Redirect[] {
  return posts.flatMap(({ data }) => data.redirectFrom.map((from) => ({ from, to: data.url })));
}

/**
 * The redirects as hosts read them that know a `_redirects` file: path, target, status.
 * @param base the site's base path, without its last slash
 */
export function redirectRows(redirects: readonly Redirect[], base: string): string {
  return redirects
    .map(
      ({ from, to }) => `${encodeURI(decode(base + from))} ${encodeURI(decode(base + to))} 301\n`,
    )
    .join('');
}

/** Paths may be written with or without escapes; in a row a space would end them. */
function decode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
