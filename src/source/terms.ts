import { zonedParts } from '../jekyll/rules/date.ts';
import { assignSlugs, termKey } from '../jekyll/rules/taxonomy.ts';

/** The two ways in which posts are grouped. */
export const taxonomies = ['categories', 'tags'] as const;
export type Taxonomy = (typeof taxonomies)[number];

/** A tag or category and the posts that carry it. */
export interface Term<Post> {
  taxonomy: Taxonomy;
  /** As most posts spell it; the newest spelling when two are as frequent. */
  name: string;
  /** All that posts spell. */
  spellings: string[];
  slug: string;
  /** Path of its page below the base path: `/tags/c-sharp/`. */
  path: string;
  posts: Post[];
}

/**
 * The terms of a taxonomy in alphabetical order, each with its posts in the order given. Names that
 * differ only in case are one term.
 * @param posts newest first
 * @param namesOf what a post says
 */
export function groupByTerm<Post>(
  posts: readonly Post[],
  taxonomy: Taxonomy,
  namesOf: (post: Post) => readonly string[],
): Term<Post>[] {
  const groups = new Map<string, { spellings: Map<string, number>; posts: Post[] }>();
  for (const post of posts) {
    for (const name of namesOf(post)) {
      const key = termKey(name);
      const group = groups.get(key) ?? {
        spellings: new Map<string, number>(),
        posts: new Array<Post>(),
      };
      groups.set(key, group);
      group.spellings.set(name, (group.spellings.get(name) ?? 0) + 1);
      if (group.posts.at(-1) !== post) group.posts.push(post);
    }
  }

  const named = [...groups.values()].map(({ spellings, posts }) => ({
    name: mostFrequent(spellings),
    spellings: [...spellings.keys()],
    posts,
  }));
  const slugs = assignSlugs(named.map(({ name }) => name));
  return named
    .map((term) => {
      const slug = slugs.get(term.name) ?? term.name;
      return { ...term, taxonomy, slug, path: `/${taxonomy}/${slug}/` };
    })
    .toSorted((a, b) => alphabetical.compare(a.name, b.name));
}

/** A calendar year in the site's time zone, and the posts that are dated in it. */
export interface Year<Post> {
  year: number;
  /** Path of its page below the base path. */
  path: string;
  posts: Post[];
}

/** The years of posts, in the order in which they occur. */
export function groupByYear<Post>(
  posts: readonly Post[],
  timeZone: string,
  timeOf: (post: Post) => number,
): Year<Post>[] {
  const years = Map.groupBy(posts, (post) => zonedParts(timeOf(post), timeZone).year);
  return [...years].map(([year, posts]) => ({ year, path: `/archives/${year}/`, posts }));
}

const alphabetical = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function mostFrequent(counts: Map<string, number>): string {
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
