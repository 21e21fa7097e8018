/** Pinned posts before the others; both keep their order. */
export function pinnedFirst<Post extends { data: { pin: boolean } }>(
  posts: readonly Post[],
): Post[] {
  return [...posts.filter((post) => post.data.pin), ...posts.filter((post) => !post.data.pin)];
}

/** The newest of some posts, wherever it stands among them. */
export function newestOf<Post extends { data: { date: { time: number } } }>(
  posts: readonly Post[],
): Post | undefined {
  return posts.toSorted((a, b) => b.data.date.time - a.data.date.time)[0];
}

/** Things that share a letter of the alphabet, as in the index of a book. */
export interface Letter<Item> {
  letter: string;
  items: Item[];
}

/**
 * Groups names by their first letter, without its accents. Digits share one group, and so do other
 * characters.
 * @param items in alphabetical order
 */
export function byLetter<Item extends { name: string }>(items: readonly Item[]): Letter<Item>[] {
  const groups = Map.groupBy(items, ({ name }) => initial(name));
  return [...groups].map(([letter, items]) => ({ letter, items }));
}

function initial(name: string): string {
  const [first = ''] = name.normalize('NFD');
  if (/\p{L}/u.test(first)) return first.toUpperCase();
  return /\p{N}/u.test(first) ? '0–9' : '#';
}
