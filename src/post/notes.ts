/** The text of a post or page without what its author wrote into it for themselves, and the latter. */
export interface Notes {
  /** As long as the body, with blanks where the notes were. */
  text: string;
  notes: { text: string; offset: number }[];
}

/** What shows its content as it is: a comment in a code block is an example, no comment. */
const SHOWN = [
  /^[ \t]*(?<fence>`{3,}|~{3,})[^\n]*[^]*?(?:\n[ \t]*\k<fence>[`~]*[ \t]*(?=\n|$(?![^]))|$(?![^]))/,
  /(?<ticks>`+)(?!`)(?:(?!\n[ \t]*\n)[^])*?[^`]\k<ticks>(?!`)/,
  /^(?: {4}|\t)[^\n]*/,
  /<(?<element>pre|code|script|style|textarea)\b[^]*?<\/\k<element>\s*>/,
];
const SHOWN_BY_LIQUID = /\{%-?\s*(?<tag>highlight|codeblock|raw)\b[^]*?\{%-?\s*end\k<tag>\s*-?%\}/;
const NOTE = /(?<!\\)<!--[^]*?-->|\{::comment\}[^]*?\{:\/(?:comment)?\}|\{\/\*[^]*?\*\/\}/;
const NOTE_OF_LIQUID = /\{%-?\s*comment\b[^]*?\{%-?\s*endcomment\s*-?%\}/;

const PLAIN = parts(SHOWN, [NOTE]);
const LIQUID = parts([...SHOWN, SHOWN_BY_LIQUID], [NOTE, NOTE_OF_LIQUID]);

function parts(shown: readonly RegExp[], notes: readonly RegExp[]): RegExp {
  const any = (all: readonly RegExp[]) => all.map(({ source }) => source).join('|');
  return new RegExp(`${any(shown)}|(?<note>${any(notes)})`, 'gim');
}

/**
 * Finds the comments in a body: HTML, Liquid, kramdown and MDX. What is doubtful is no comment.
 * @param hasLiquid whether Liquid is rendered; else its tags are text
 */
export function notesOf(body: string, hasLiquid = true): Notes {
  const notes: Notes['notes'] = [];
  if (!/<!--|\{%-?\s*comment|\{::comment|\{\/\*/i.test(body)) return { text: body, notes };
  const text = body.replace(hasLiquid ? LIQUID : PLAIN, (...match: unknown[]) => {
    const [whole, groups] = [String(match[0]), match.at(-1)];
    const isNote = (groups as { note?: string } | undefined)?.note !== undefined;
    if (!isNote) return whole;
    notes.push({ text: whole, offset: Number(match.at(-3)) });
    return whole.replace(/[^\n]/g, ' ');
  });
  return { text, notes };
}
