/** A function that finds the answer to each word once, and remembers it. */
export function once<T>(find: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    if (!known.has(word)) known.set(word, find(word));
    return known.get(word) as T;
  };
}
