/** A path of the site; two slashes would begin another host. */
export const PATH = /^\/(?!\/)/;

/** A path of the site (`/tags/`) as a whole address with escapes. */
export function wholeAddress(path: string, { url, base }: { url: string; base: string }): string {
  // URLs may hold these characters, URIs may not. https://www.rfc-editor.org/rfc/rfc3986#section-3.3
  return new URL(url + base + path).href.replace(/[|[\]^]/g, encodeURIComponent);
}

/** Whether a text is a whole address on the web. */
export const isAddress = (text: string): boolean => /^https?:\/\//.test(text) && URL.canParse(text);
