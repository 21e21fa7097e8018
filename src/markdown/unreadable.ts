import type { Problem } from '../lib/problem.ts';

/** A part of a text in a language of its own that the page can only show as it is written, and why. */
export interface Unreadable extends Pick<Problem, 'message' | 'hint' | 'missing'> {
  field: 'formula' | 'diagram';
  value: string;
  /** The line of the value that is wrong, counted from 1, where it is known. */
  line?: number | undefined;
}

/** @param words of the parser */
export const mistake = (language: string, words: string): Pick<Problem, 'message' | 'missing'> => ({
  message: `cannot be read as ${language}, and is shown as it is written: ${words}`,
  missing: true,
});

/** The unreadable parts of a text, noted where Astro keeps what belongs to it. */
export function unreadableOf(frontmatter: Record<string, unknown>): Unreadable[] {
  return (frontmatter['unreadable'] ??= []) as Unreadable[];
}
