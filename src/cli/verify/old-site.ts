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
    if (isFeed(content)) return { path: `/${file}`, kind: 'feed', text: content };
  }
  return { path: `/${file}`, kind: 'file' };
}

const FEED = /<rss[\s>]|<feed[\s>]|<rdf:RDF[\s>]|"https:\/\/jsonfeed\.org\/version\//i;

/** Whether a text is a feed of any format. */
export const isFeed = (text: string): boolean => FEED.test(text.slice(0, 1000));

/** Whether a text is a sitemap, or one of sitemaps. */
export const isSitemap = (text: string): boolean => /<(?:urlset|sitemapindex)[\s>]/.test(text);

/** The addresses in a sitemap. */
export const locationsIn = (sitemap: string): string[] =>
  Array.from(sitemap.matchAll(/<loc>\s*([^<]*?)\s*<\/loc>/g), ([, address = '']) =>
    decodeEntities(address.replace(/^<!\[CDATA\[(.*)\]\]>$/, '$1')),
  );

/** Whether a path ends as files do that are no pages. */
export const isFilePath = (path: string): boolean => /\.(?!html?$)[a-z\d]{1,5}$/i.test(path);

function listed(file: string, { url, base }: Pick<Site, 'url' | 'base'>): OldAddress[] {
  const text = readText(file);
  const found = isSitemap(text) ? locationsIn(text) : text.split('\n');
  return found.flatMap((line): OldAddress[] => {
    const address = line.trim();
    if (address === '' || address.startsWith('#')) return [];
    // The old site may have been at another host.
    const pathname = decodePath(URL.parse(address, url)?.pathname ?? '');
    const below = pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : pathname;
    return [{ path: below, kind: isFilePath(below) ? 'file' : 'page' }];
  });
}
