import { statSync } from 'node:fs';
import path from 'node:path';
import { decodeEntities } from '../../html/entities.ts';
import { filesBelow, readText } from '../../lib/files.ts';
import { decodePath } from '../../lib/url.ts';
import type { Site } from '../../site/schema.ts';

/** An address of the site as it was before. */
export interface OldAddress {
  /** Below the base path, decoded. */
  path: string;
  kind: 'page' | 'feed' | 'file';
  /** What stood there, where it is known. */
  text?: string;
}

/**
 * The addresses of an old site: all that a folder holds which was built from it, or a list of them, as a sitemap
 * or with one a line.
 * @throws where there is no such file or folder
 */
export function readOldSite(old: string, site: Pick<Site, 'url' | 'base'>): OldAddress[] {
  return statSync(old).isDirectory()
    ? filesBelow(old).map((file) => addressOf(old, file))
    : listed(old, site);
}

function addressOf(folder: string, file: string): OldAddress {
  const text = () => readText(path.join(folder, file));
  if (/\.html?$/i.test(file)) {
    return { path: `/${file}`.replace(/(?<=\/)index\.html?$/i, ''), kind: 'page', text: text() };
  }
  if (/\.(?:atom|json|rss|xml)$/i.test(file)) {
    const content = text();
    if (FEED.test(content.slice(0, 1000))) return { path: `/${file}`, kind: 'feed', text: content };
  }
  return { path: `/${file}`, kind: 'file' };
}

const FEED = /<rss[\s>]|<feed[\s>]|<rdf:RDF[\s>]|"https:\/\/jsonfeed\.org\/version\//i;

function listed(file: string, { url, base }: Pick<Site, 'url' | 'base'>): OldAddress[] {
  const text = readText(file);
  const found = /<(?:urlset|sitemapindex)[\s>]/.test(text)
    ? Array.from(text.matchAll(/<loc>\s*([^<]*?)\s*<\/loc>/g), ([, address = '']) =>
        decodeEntities(address),
      )
    : text.split('\n');
  return found.flatMap((line): OldAddress[] => {
    const address = line.trim();
    if (address === '' || address.startsWith('#')) return [];
    // The old site may have been at another host.
    const pathname = decodePath(URL.parse(address, url)?.pathname ?? '');
    const below = pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : pathname;
    return [{ path: below, kind: /\.(?!html?$)[a-z\d]{1,5}$/i.test(below) ? 'file' : 'page' }];
  });
}
