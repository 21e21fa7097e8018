/** How many posts on either side of a post in the list of a term are looked at. */
const REACH = 12;

/** Finds posts that share terms with a post. */
export type Related<Post> = (post: Post, count: number) => Post[];

/**
 * Prepares the search for related posts. A shared term counts the more the fewer posts have it; of
 * posts that share as much, the nearer in time comes first. Only the nearest posts of a term are
 * compared, so that the time it takes does not grow with the square of their number.
 * @param posts in order of time
 * @param groups the posts of each term, in the same order
 */
export function createRelated<Post>(
  posts: readonly Post[],
  groups: Iterable<readonly Post[]>,
): Related<Post> {
  const ranks = new Map(posts.map((post, rank) => [post, rank]));
  const places = posts.map((): { group: readonly number[]; at: number }[] => []);
  for (const group of groups) {
    if (group.length < 2) continue;
    const ranked = group.map((post) => ranks.get(post) ?? 0);
    for (const [at, rank] of ranked.entries()) places[rank]?.push({ group: ranked, at });
  }

  return (post, count) => {
    // Of one that is in no list nothing is known.
    const rank = ranks.get(post) ?? -1;
    const scores = new Map<number, number>();
    for (const { group, at } of places[rank] ?? []) {
      // A term that every post has says nothing.
      const weight = Math.log((posts.length + 1) / group.length);
      for (const other of group.slice(Math.max(0, at - REACH), at + REACH + 1)) {
        if (other !== rank) scores.set(other, (scores.get(other) ?? 0) + weight);
      }
    }
    return [...scores]
      .toSorted(([a, x], [b, y]) => y - x || Math.abs(rank - a) - Math.abs(rank - b))
      .slice(0, count)
      .flatMap(([other]) => posts[other] ?? []);
  };
}
