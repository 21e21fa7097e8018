/** What becomes of something of an old site: one of its files, a key of its configuration, a plugin. */
export interface Fate {
  /** What the old site calls it. */
  name: string;
  /** Taken over, made by Galley itself, or left out. */
  is: 'taken' | 'made' | 'left';
  /** Where it is now; what does its work here; why it stays behind. */
  note: string;
}

/** One of them. */
export function fate(name: string, is: Fate['is'], note: string): Fate {
  return { name, is, note };
}
