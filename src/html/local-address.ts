import { existsSync } from 'node:fs';
import path from 'node:path';
import { readText } from '../lib/files.ts';
import { once } from '../lib/once.ts';
import { decodePath } from '../lib/url.ts';

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

/** Fragments that every page has: its top, a stretch of text, a place that a script or the layout knows. */
const ANY_FRAGMENT = /^(?:$|[Tt][Oo][Pp]$|:~:|[!/]|Page-)/;

/** Whether a page need not hold an id for a fragment to lead somewhere. */
export function isAnyFragment(fragment: string): boolean {
  return ANY_FRAGMENT.test(fragment);
}

/** The file in which hosts look for redirects. */
export const REDIRECTS_FILE = '_redirects';

/** Addresses at which hosts answer by themselves. */
const OF_HOSTS = /^\/(?:\.|cdn-cgi\/|_vercel\/)/;

/**
 * Finds what a server sends for a path: one of the files, or `_redirects` where a row of it or the host
 * answers.
 * @param files paths in the output
 * @param folder that holds its `_redirects`, if there is one
 */
export function createTargets(
  files: Iterable<string>,
  folder: string,
): (path: string) => string | undefined {
  const redirects = redirectsOf(folder);
  const byName = new Map(Array.from(files, (file) => [file.normalize('NFC'), file]));
  const [exact, prefixes] = [new Set<string>(), [] as string[]];
  for (const [, from = '', rest] of redirects.matchAll(/^(\/[^\s*:]*)([*:]?)/gm)) {
    if (rest === '') exact.add(from.replace(/\/$/, ''));
    else prefixes.push(from);
  }
  return once((path: string) => {
    for (const file of filesAt(path)) if (byName.has(file)) return byName.get(file);
    const isAnswered =
      OF_HOSTS.test(path) ||
      exact.has(path.replace(/\/$/, '')) ||
      prefixes.some((prefix) => path.startsWith(prefix));
    return isAnswered ? REDIRECTS_FILE : undefined;
  });
}

/** The `_redirects` in a folder, if there are any. */
function redirectsOf(folder: string): string {
  const file = path.join(folder, REDIRECTS_FILE);
  return existsSync(file) ? readText(file) : '';
}

/** What stands in front of an address in Markdown and HTML. */
const OPENINGS = ['(', '(<', '"', "'", '=', ': ', '<', ''];

/**
 * Where a text names an address that was found in what became of it, and how it is written there:
 * without the site's own host or base path, with or without escapes.
 */
export function findSpelling(
  text: string,
  address: string,
  { url, base }: { url: string; base: string },
): { value: string; line?: number } {
  const plain = address.startsWith(url) ? address.slice(url.length) : address;
  const rooted = base && plain.startsWith(`${base}/`) ? plain.slice(base.length) : plain;
  for (const value of [rooted, plain, address, decodePath(rooted), encodeURI(rooted)]) {
    const opening = OPENINGS.find((opening) => text.includes(opening + value));
    if (value === '' || opening === undefined) continue;
    const line = text.slice(0, text.indexOf(opening + value)).split('\n').length;
    return { value, line };
  }
  return { value: rooted };
}

/** The files of the output that a server may send for a path, the likeliest first. */
export function filesAt(path: string): string[] {
  const file = path.slice(1);
  if (file === '' || file.endsWith('/')) return [`${file}index.html`];
  return [file, `${file}.html`, `${file}/index.html`];
}
