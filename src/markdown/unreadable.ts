/** A part of a text in a language of its own that cannot be read. The page shows it as it is written. */
export interface Unreadable {
  field: 'formula' | 'diagram';
  value: string;
  /** The line of the value that is wrong, counted from 1, where it is known. */
  line?: number | undefined;
  /** What its parser says. */
  message: string;
}

/** The unreadable parts of a text, noted where Astro keeps what belongs to it. */
export function unreadableOf(frontmatter: Record<string, unknown>): Unreadable[] {
  return (frontmatter['unreadable'] ??= []) as Unreadable[];
}
