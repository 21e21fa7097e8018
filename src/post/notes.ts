/** The text of a post or page without what its author wrote into it for themselves, and the latter. */
export interface Notes {
  /** As long as the body, with blanks where the notes were. */
  text: string;
  notes: { text: string; offset: number }[];
}

/** What shows its content as it is comes first: a comment in a code block is an example, no comment. */
const PARTS = new RegExp(
  [
    /^[ \t]*(?<fence>`{3,}|~{3,})[^\n]*[^]*?(?:\n[ \t]*\k<fence>[`~]*[ \t]*(?=\n|$(?![^]))|$(?![^]))/,
    /(?<ticks>`+)(?!`)(?:(?!\n[ \t]*\n)[^])*?[^`]\k<ticks>(?!`)/,
    /^(?: {4}|\t)[^\n]*/,
    /<(?<element>pre|code|script|style|textarea)\b[^]*?<\/\k<element>\s*>/,
    /\{%-?\s*(?<tag>highlight|codeblock|raw)\b[^]*?\{%-?\s*end\k<tag>\s*-?%\}/,
    /(?<note>(?<!\\)<!--[^]*?-->|\{%-?\s*comment\b[^]*?\{%-?\s*endcomment\s*-?%\}|\{::comment\}[^]*?\{:\/(?:comment)?\}|\{\/\*[^]*?\*\/\})/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gim',
);

/** Finds the comments in a body: HTML, Liquid, kramdown and MDX. What is doubtful is no comment. */
export function notesOf(body: string): Notes {
  const notes: Notes['notes'] = [];
  if (!/<!--|\{%-?\s*comment|\{::comment|\{\/\*/i.test(body)) return { text: body, notes };
  const text = body.replace(PARTS, (...match: unknown[]) => {
    const [whole, groups] = [String(match[0]), match.at(-1)];
    const isNote = (groups as { note?: string } | undefined)?.note !== undefined;
    if (!isNote) return whole;
    notes.push({ text: whole, offset: Number(match.at(-3)) });
    return whole.replace(/[^\n]/g, ' ');
  });
  return { text, notes };
}
