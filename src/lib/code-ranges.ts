/** A stretch of a text. */
export interface Range {
  start: number;
  end: number;
}

/** What shows its content as it is: a comment in a block of code is an example, no comment. */
const SHOWN = [
  /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?<fence>`{3,}(?=[^`\n]*\n)|~{3,})[^\n]*[^]*?(?:\n[ \t>]*\k<fence>[`~]*[ \t]*(?=\n|$(?![^]))|$(?![^]))/,
  /(?<!\\)(?<ticks>`+)(?!`)(?:(?!\n[ \t]*\n)[^])*?[^`]\k<ticks>(?!`)/,
  /^(?: {4}|\t)[^\n]*/,
  /<(?<element>pre|code|script|style|textarea)\b[^]*?<\/\k<element>\s*>/,
];
const SHOWN_BY_LIQUID = /\{%-?\s*(?<tag>highlight|codeblock|raw)\b[^]*?\{%-?\s*end\k<tag>\s*-?%\}/;
const NOTE = /(?<!\\)<!--[^]*?-->|\{::comment\}[^]*?\{:\/(?:comment)?\}|\{\/\*[^]*?\*\/\}/;
const NOTE_OF_LIQUID = /\{%-?\s*comment\b[^]*?\{%-?\s*endcomment\s*-?%\}/;

const PLAIN = parts(SHOWN, [NOTE]);
const LIQUID = parts([...SHOWN, SHOWN_BY_LIQUID], [NOTE, NOTE_OF_LIQUID]);

/** Each is passed over as a whole: backticks in a comment open no code. */
function parts(shown: readonly RegExp[], notes: readonly RegExp[]): RegExp {
  const any = (all: readonly RegExp[]) => all.map(({ source }) => source).join('|');
  return new RegExp(`${any(shown)}|(?<note>${any(notes)})`, 'gim');
}

/**
 * Where code and where comments stand in an author's text: fences, indented lines, spans, HTML that
 * shows what it holds, Liquid's `raw` and `highlight`; comments of HTML, Liquid, kramdown and MDX.
 * @param hasLiquid whether Liquid is rendered; else its tags are text
 */
export function codeAndNotes(text: string, hasLiquid = true): { code: Range[]; notes: Range[] } {
  const found: { code: Range[]; notes: Range[] } = { code: [], notes: [] };
  for (const { 0: whole, index, groups } of text.matchAll(hasLiquid ? LIQUID : PLAIN)) {
    const kind = groups?.['note'] === undefined ? 'code' : 'notes';
    found[kind].push({ start: index, end: index + whole.length });
  }
  return found;
}

/** Whether a line ends the fence that `run` (three backticks or tildes, or more) opened, quoted or not. */
export function closesFence(line: string, run: string): boolean {
  const text = line.replace(/^[ \t>]*/, '').trimEnd();
  return text.startsWith(run) && text === run.charAt(0).repeat(text.length);
}

/** Where code stands in an author's text. */
export const codeRanges = (text: string): Range[] => codeAndNotes(text).code;

/** The text with blanks in place of some of it, so that everything else stays where it is. */
export function blanked(text: string, ranges: readonly Range[]): string {
  let position = 0;
  const parts: string[] = [];
  for (const { start, end } of ranges) {
    parts.push(text.slice(position, start), text.slice(start, end).replace(/[^\n]/g, ' '));
    position = end;
  }
  return parts.join('') + text.slice(position);
}
