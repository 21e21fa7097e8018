import { zonedParts } from '../post/date.ts';
import type { PostSource } from '../post/read.ts';
import { decodePath } from '../url.ts';
import { groupByTerm, taxonomies } from '../post/terms.ts';
import type { Problem } from '../problem.ts';
import type { Site } from '../site/schema.ts';

/** How many posts the page of each term and each year has, by its path. */
export function expectedCounts(listed: readonly PostSource[], site: Site): Map<string, number> {
  const counts = new Map<string, number>();
  for (const taxonomy of taxonomies) {
    for (const { path, posts } of groupByTerm(listed, taxonomy, (post) => post.terms[taxonomy])) {
      counts.set(path, posts.length);
    }
  }
  for (const { date } of listed) {
    const path = `/archives/${zonedParts(date.time, site.timeZone).year}/`;
    counts.set(path, (counts.get(path) ?? 0) + 1);
  }
  return counts;
}

/** A link and the count that stands behind it, as the indexes of terms and years show it. */
const COUNTED =
  /<a [^<>]*?href="([^"]*)"[^<>]*>[^<]*<\/a>\s*<span [^<>]*?class="count"[^<>]*>\s*(\d+)/g;

/** Counts in a page that published posts alone do not explain. */
export function wrongCounts(
  file: string,
  html: string,
  expected: ReadonlyMap<string, number>,
  { base }: Pick<Site, 'base'>,
): Problem[] {
  if (!html.includes('class="count"')) return [];
  return [...html.matchAll(COUNTED)].flatMap(([, href = '', shown]) => {
    const path = decodePath(href).slice(base.length);
    const count = expected.get(path) ?? 0;
    const isTermOrYear = /^\/(?:tags|categories|archives)\/./.test(path);
    if (!isTermOrYear || Number(shown) === count) return [];
    const message = `expected ${count}, the number of published posts at ${path}`;
    return [{ file, field: 'count', value: Number(shown), message }];
  });
}
