import { decodePath } from '../post/route.ts';

/** Where an address leads on the site itself. */
export interface LocalAddress {
  /** Below the base path, decoded, without query and fragment: `/posts/tea/`. */
  path: string;
  /** Decoded; empty where there is none. */
  fragment: string;
}

/**
 * Finds out as a browser does whether an address leads to the site, and where: in any case, without its
 * scheme, relative to the page. Nothing for other hosts, and for what lies beside the base path.
 * @param address as markup has it, with its entities decoded
 * @param page path of the page below the base path, percent-encoded
 */
export type Resolve = (address: string, page: string) => LocalAddress | undefined;

/** @param site its own addresses */
export function createResolve({ url, base }: { url: string; base: string }): Resolve {
  const { host } = new URL(url);
  return (address, page) => {
    const target = URL.parse(address, `${url}${base}${page}`);
    if (target?.host !== host || !/^https?:$/.test(target.protocol)) return undefined;
    const path = decodePath(target.pathname).normalize('NFC');
    if (base !== '' && !path.startsWith(`${base}/`)) return undefined;
    return { path: path.slice(base.length), fragment: decodePath(target.hash.slice(1)) };
  };
}

/** The files of the output that a server may send for a path, the likeliest first. */
export function filesAt(path: string): string[] {
  const file = path.slice(1);
  if (file === '' || file.endsWith('/')) return [`${file}index.html`];
  return [file, `${file}.html`, `${file}/index.html`];
}
