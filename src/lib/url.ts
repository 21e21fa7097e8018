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

/** Whether an address begins with a scheme or a host, so that it is no path. https://www.rfc-editor.org/rfc/rfc3986#section-4.2 */
export function isWhole(address: string): boolean {
  return /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(address);
}

/** A path with the one slash that begins it. */
export function rooted(path: string): string {
  return `/${path.replace(/^\/+/, '')}`;
}

/** The path below the base path to which an address of the site leads; any other stays as it is. */
export function belowSite(address: string, { url, base }: { url: string; base: string }): string {
  if (address !== url && !address.startsWith(`${url}/`)) return address;
  const path = address.slice(url.length);
  return path.startsWith(`${base}/`) ? path.slice(base.length) : path;
}
