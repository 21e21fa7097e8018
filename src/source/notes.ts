import { blanked, codeAndNotes } from '../lib/code-ranges.ts';

/** The text of a post or page without what its author wrote into it for themselves, and the latter. */
export interface Notes {
  /** As long as the body, with blanks where the notes were. */
  text: string;
  notes: { text: string; offset: number }[];
}

/**
 * Finds the comments in a body: HTML, Liquid, kramdown and MDX. What is doubtful is no comment.
 * @param hasLiquid whether Liquid is rendered; else its tags are text
 */
export function notesOf(body: string, hasLiquid = true): Notes {
  if (!/<!--|\{%-?\s*comment|\{::comment|\{\/\*/i.test(body)) return { text: body, notes: [] };
  const { notes } = codeAndNotes(body, hasLiquid);
  return {
    text: blanked(body, notes),
    notes: notes.map(({ start, end }) => ({ text: body.slice(start, end), offset: start })),
  };
}
