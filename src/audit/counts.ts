import type { PostSource } from '../source/read-post.ts';
import { decodePath } from '../lib/url.ts';
import { listsOf } from '../source/routes.ts';
import type { Problem } from '../lib/problem.ts';
import type { Site } from '../site/schema.ts';

/** How many posts the page of each term and each year has, by its path. */
export function expectedCounts(listed: readonly PostSource[], site: Site): Map<string, number> {
  return new Map(listsOf(listed, site).map(({ path, posts }) => [path, posts.length]));
}

/** A link and the count that stands behind it, as the indexes of terms and years show it. */
const COUNTED =
  /<a [^<>]*?href="([^"]*)"[^<>]*>[^<]*<\/a>\s*<span [^<>]*?class="count"[^<>]*>\s*(\d+)/g;

/** Whether a page has counts. */
export function showsCounts(html: string): boolean {
  return html.includes('class="count"');
}

/** Counts in a page that published posts alone do not explain. */
export function wrongCounts(
  file: string,
  html: string,
  expected: ReadonlyMap<string, number>,
  { base }: Pick<Site, 'base'>,
): Problem[] {
  return [...html.matchAll(COUNTED)].flatMap(([, href = '', shown]) => {
    const path = decodePath(href).slice(base.length);
    const count = expected.get(path) ?? 0;
    const isTermOrYear = /^\/(?:tags|categories|archives)\/./.test(path);
    if (!isTermOrYear || Number(shown) === count) return [];
    const message = `expected ${count}, the number of published posts at ${path}`;
    return [{ file, field: 'count', value: Number(shown), message }];
  });
}
