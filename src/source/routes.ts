import { paginate } from './paginate.ts';
import type { PageSource } from './read-page.ts';
import type { Site } from '../site/schema.ts';
import { toAddress } from '../jekyll/rules/address.ts';
import { feedAddresses, feedRedirects } from './feed-addresses.ts';
import { feedFormats } from './feed-formats.ts';
import { listRedirects } from './list-addresses.ts';
import { outputPath } from '../jekyll/rules/permalink.ts';
import type { Redirect } from './redirects.ts';
import type { PostSource } from './read-post.ts';
import { decodePath } from '../lib/url.ts';
import { groupByTerm, groupByYear, taxonomies, type Term, type Year } from './terms.ts';

/** Files that every site has, whatever its posts are. */
const OWN_FILES = new Set([
  'index.html',
  '404.html',
  'robots.txt',
  'feed.css',
  'sitemap.xml',
  'sitemap-index.xml',
  'sitemap-0.xml',
  'archives/index.html',
  'feeds/index.html',
  'search/index.html',
  ...taxonomies.map((taxonomy) => `${taxonomy}/index.html`),
  ...feedFormats.map(({ file }) => file),
]);

/** What the site's own files may be called besides, depending on its posts. */
const RESERVED = /^(?:sitemap(?:-.*)?\.xml|(?:page|archives)\/\d+\/index\.html)$/;

/** Whether the site writes a file of the output itself, or would if it had more posts. */
export function isOwnFile(output: string): boolean {
  return OWN_FILES.has(output) || RESERVED.test(output);
}

/** Finds what of the site itself stands at a file of the output, whatever else may be meant to. */
export function createOwners(
  terms: readonly Pick<Term<unknown>, 'path' | 'taxonomy' | 'name'>[],
): (output: string) => string | undefined {
  const owners = new Map(
    terms.map(({ path, taxonomy, name }) => {
      return [outputPath(path), `the page of ${taxonomy} “${name}”`];
    }),
  );
  return (output) =>
    owners.get(output) ?? (isOwnFile(output) ? 'a page of the site itself' : undefined);
}

/** Old addresses of lists, unless the site itself is there. */
export function oldLists(...asked: Parameters<typeof listRedirects>): Redirect[] {
  return listRedirects(...asked).filter(({ from }) => !isOwnFile(outputPath(from)));
}

/** The lists of posts that have pages: by tag, by category, by year. */
export function listsOf<Listed extends Pick<PostSource, 'terms' | 'date'>>(
  posts: readonly Listed[],
  { timeZone }: Pick<Site, 'timeZone'>,
): (Term<Listed> | Year<Listed>)[] {
  return [...termsOf(posts), ...groupByYear(posts, timeZone, ({ date }) => date.time)];
}

/** The categories and tags of posts. */
export function termsOf<Listed extends Pick<PostSource, 'terms'>>(
  posts: readonly Listed[],
): Term<Listed>[] {
  return taxonomies.flatMap((taxonomy) =>
    groupByTerm(posts, taxonomy, ({ terms }) => terms[taxonomy]),
  );
}

/** Folders of the output whose files have names that only a build knows. */
const OF_BUILD = /^\/(?:_astro|mermaid|pagefind|social)\//;

/** Whether only a build can tell if there is something at a path. */
export function isMadeByBuild(path: string): boolean {
  return OF_BUILD.test(path);
}

/** What the addresses of a site come from. */
interface Listed {
  posts: readonly Pick<PostSource, 'url' | 'redirectFrom' | 'terms' | 'date' | 'verdict'>[];
  pages: readonly Pick<PageSource, 'data'>[];
}

/** The files of the output that a site has, but for what is copied to it and what only a build knows. */
export function outputFiles({ posts, pages }: Listed, site: Site): Set<string> {
  const listed = posts.filter(({ verdict }) => verdict.status !== 'unlisted');
  const terms = termsOf(listed);
  const times = listed.map(({ date }) => date.time);
  const pagesOf = (items: readonly unknown[], path: string) =>
    paginate(items, site.paginate, path).map((page) => page.path);
  return new Set([
    ...[...OWN_FILES].filter((file) => site.show.search || file !== 'search/index.html'),
    ...[
      ...textUrls({ posts, pages }),
      ...Object.keys(site.retracted).map(toAddress),
      ...feedRedirects(terms, site).map(({ from }) => from),
      ...oldLists({ terms, times }, site).map(({ from }) => from),
      ...pagesOf(listed, '/'),
      ...terms.flatMap((term) => pagesOf(term.posts, term.path)),
      ...listsOf(listed, site).map(({ path }) => path),
    ].map(outputPath),
    ...feedAddresses(terms, site).map(({ path }) => decodePath(path).slice(1)),
  ]);
}

/** The addresses of texts, and the old ones that lead to them. */
export function textUrls({
  posts,
  pages,
}: {
  posts: readonly Pick<PostSource, 'url' | 'redirectFrom'>[];
  pages: readonly Pick<PageSource, 'data'>[];
}): string[] {
  return [...posts, ...pages.map(({ data }) => data)].flatMap(({ url, redirectFrom }) => [
    url,
    ...redirectFrom,
  ]);
}
