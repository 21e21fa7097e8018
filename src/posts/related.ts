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
  const rank = new Map(posts.map((post, index) => [post, index]));
  const places = new Map<Post, { group: readonly Post[]; at: number }[]>();
  for (const group of groups) {
    if (group.length < 2) continue;
    for (const [at, post] of group.entries()) {
      const found = places.get(post);
      if (found) found.push({ group, at });
      else places.set(post, [{ group, at }]);
    }
  }
  const distance = (a: Post, b: Post) => Math.abs((rank.get(a) ?? 0) - (rank.get(b) ?? 0));

  return (post, count) => {
    const scores = new Map<Post, number>();
    for (const { group, at } of places.get(post) ?? []) {
      // A term that every post has says nothing.
      const weight = Math.log((posts.length + 1) / group.length);
      for (const other of group.slice(Math.max(0, at - REACH), at + REACH + 1)) {
        if (other !== post) scores.set(other, (scores.get(other) ?? 0) + weight);
      }
    }
    return [...scores]
      .toSorted(([a, x], [b, y]) => y - x || distance(post, a) - distance(post, b))
      .slice(0, count)
      .map(([other]) => other);
  };
}
