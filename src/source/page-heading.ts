/** The heading with which a text begins. */
export interface Heading {
  /** What it says, without marks. */
  title: string;
  /** Its rank, from 1 on. */
  rank: number;
}

/** A heading of the first three ranks, in either of Markdown's forms. */
const HEADING =
  /^\s*(?:(#{1,3})[ \t]+(\S[^\n]*)|(?![#>*+-]|\d+[.)])(\S[^\n]*)\n(=+|-+)[ \t]*)(?:\n|$)/;

/**
 * The heading that a text in Markdown begins with; nothing where it begins with something else.
 * https://github.com/benbalter/jekyll-titles-from-headings#readme
 */
export function leadingHeading(text: string): Heading | undefined {
  const [, marks, atx, setext, line] = HEADING.exec(text) ?? [];
  const title = plainText(setext ?? atx?.trimEnd().replace(/(?<=\s)#+$/, '') ?? '');
  // What Liquid makes of it is not known yet.
  if (title === '' || /\{[{%]/.test(title)) return undefined;
  return { title, rank: marks?.length ?? (line?.startsWith('=') ? 1 : 2) };
}

/** Without attributes, tags, emphasis, code marks and the addresses of links. */
function plainText(heading: string): string {
  return heading
    .replace(/\s*\{:?\s*[#.][^}]*\}\s*$/, '')
    .replace(/!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/[*`]|(?<!\w)_|_(?!\w)|\\(?=[^\w\s])/g, '')
    .trim();
}
