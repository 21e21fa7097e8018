import { statSync } from 'node:fs';
import path from 'node:path';
import { categorySlug } from '../jekyll/octopress/category-slug.ts';
import { toAddress } from '../jekyll/rules/address.ts';
import { outputPath } from '../jekyll/rules/permalink.ts';
import { PUBLIC_FOLDER } from '../site/paths.ts';
import type { Site } from '../site/schema.ts';
import { atom, feedFormats, type FeedFormat } from './feed-formats.ts';
import type { Redirect } from './redirects.ts';
import type { Taxonomy, Term } from './terms.ts';

/** One of the addresses at which the site has a feed. */
export interface FeedAddress<Listed> {
  /** Below the base path. */
  path: string;
  format: FeedFormat;
  /** Whose posts it lists; all of the site where there is none. */
  term?: Term<Listed> | undefined;
}

/** What readers ask for who know jekyll-feed, Hugo and WordPress. A file of the owner's there comes first. */
export const usualFeeds = ['/feed.xml', '/index.xml', '/feed/'];

/** The formats in which all posts, or those of a category or tag, have feeds. */
export function formatsOf(
  taxonomy: Taxonomy | undefined,
  { feeds }: Pick<Site, 'feeds'>,
): readonly FeedFormat[] {
  return feedFormats.filter(({ key }) => taxonomy === undefined || feeds[taxonomy].includes(key));
}

/** All feeds of a site: its own, those of its categories and tags, and old addresses that answer with one. */
export function feedAddresses<Listed>(
  terms: readonly Term<Listed>[],
  site: Pick<Site, 'feeds'>,
): FeedAddress<Listed>[] {
  const lists = [undefined, ...terms];
  const own = lists.flatMap((term) =>
    formatsOf(term?.taxonomy, site).map((format) => ({
      path: (term?.path ?? '/') + format.file,
      format,
      term,
    })),
  );
  const old = feedAliases(terms, [...usualFeeds, ...site.feeds.alias]).filter(
    ({ path }) => !path.endsWith('/'),
  );
  const byPath = new Map([...old, ...own].map((feed) => [feed.path, feed]));
  return [...byPath.values()];
}

/** Old addresses of feeds, with the names of terms in the place of what stands for them. */
export function feedAliases<Listed>(
  terms: readonly Term<Listed>[],
  aliases: readonly string[],
): FeedAddress<Listed>[] {
  return aliases.flatMap((alias) => {
    const [placeholder, kind, slug] = /:(category|tag)(_slug)?\b/.exec(alias) ?? [];
    if (placeholder === undefined) return [{ path: alias, format: atom }];
    const taxonomy = kind === 'tag' ? 'tags' : 'categories';
    return terms
      .filter((term) => term.taxonomy === taxonomy)
      .flatMap((term) =>
        term.spellings.map((name) => {
          const filled = alias.replaceAll(placeholder, () => (slug ? categorySlug(name) : name));
          return { path: toAddress(filled), format: atom, term };
        }),
      );
  });
}

/** Old addresses of feeds at which a server finds a folder, so that it cannot answer with a feed. */
export function feedRedirects<Listed>(
  terms: readonly Term<Listed>[],
  site: Pick<Site, 'feeds'>,
): Redirect[] {
  const isFree = (alias: string) => {
    const file = alias.slice(0, -1);
    return !site.feeds.alias.includes(file) && !isPublic(file) && !isPublic(outputPath(alias));
  };
  const folders = [...usualFeeds.filter(isFree), ...site.feeds.alias].filter((alias) =>
    alias.endsWith('/'),
  );
  return feedAliases(terms, folders).map(({ path, term }) => {
    const [format] = formatsOf(term?.taxonomy, site);
    return { from: path, to: (term?.path ?? '/') + (format?.file ?? '') };
  });
}

/** Whether the owner has a file of that name in `public/`. */
function isPublic(file: string): boolean {
  const place = path.join(process.cwd(), PUBLIC_FOLDER, file);
  return statSync(place, { throwIfNoEntry: false })?.isFile() === true;
}
