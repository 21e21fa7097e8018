import { HtmlDepth } from '../liquid/html-depth.ts';
import { blanked, codeRanges, type Range } from '../../lib/code-ranges.ts';
import { MARK } from './annotation.ts';

/**
 * Which signs make a formula where MathJax or KaTeX read a page that kramdown had made: all of them, or those
 * that need no setting (`tex`).
 */
export type Formulas = 'all' | 'tex';

/** Keys of the front matter by which layouts load MathJax or KaTeX, in small letters. */
const KEYS = new Set(
  'math mathjax katex use_math usemathjax use_mathjax usekatex use_katex'.split(' '),
);

/** What the front matter of a text says of its formulas. `math: tex` is for sites that have set no `$`. */
export function formulasOf(data: Readonly<Record<string, unknown>>): Formulas | undefined {
  const given = Object.entries(data)
    .filter(([key]) => isFormulaKey(key))
    .map(([, value]) => String(value ?? '').toLowerCase());
  if (given.length === 0 || given.some((value) => /^(?:false|no|off|)$/.test(value)))
    return undefined;
  return given.includes('tex') ? 'tex' : 'all';
}

/** A paragraph has no blank line. */
const TEX = String.raw`(?:(?!\n[ \t]*\n)[^]){1,4000}?`;

const PIECE = new RegExp(
  [
    // What is a formula already, and what is none.
    String.raw`\$\$${TEX}\$\$|\\\$|<\/?[a-zA-Z][^<>]*>`,
    String.raw`\\\\\((?<inline>${TEX})\\\\\)`,
    String.raw`(?:(?<lead>^[ \t]*)|)\\\\\[(?<display>${TEX})\\\\\](?:(?<tail>[ \t]*$)|)`,
    String.raw`\$(?<dollars>(?:\\[^]|[^$\\\n]|\n(?![ \t]*\n))+)\$(?!\d)`,
  ].join('|'),
  'gm',
);

/** What kramdown takes a backslash from. */
const ESCAPED = /\\([\\.*_+\x60<>()[\]{}#!:|"'=~-])/g;
/** At the beginning of a block, `$$` would make one. */
const BLOCK_START = /(?:^|\n)(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*$/;

/** A line that is in no item, or begins one. */
const OUTER_LINE = /^ {0,3}(?:([-*+]|\d{1,9}[.)])[ \t]|[^\s])/gm;

/**
 * A text with `$$` around what MathJax or KaTeX would have shown as a formula: what stands between `$`, `\\(`
 * and `\\[`, as kramdown leaves it. An amount of money is none.
 */
export function formulasToMarkdown(text: string, formulas: Formulas): string {
  const visible = blanked(text, codeIn(text));
  const depth = new HtmlDepth();
  const parts: string[] = [];
  let position = 0;
  for (const match of visible.matchAll(PIECE)) {
    const { inline, display, dollars, lead, tail } = match.groups ?? {};
    const written = inline ?? display ?? (formulas === 'all' ? dollars : undefined);
    const tex = written?.replace(ESCAPED, '$1');
    if (tex === undefined || !isFormula(tex, dollars !== undefined)) continue;
    const before = text.slice(position, match.index);
    depth.read(before);
    parts.push(before);
    position = match.index + match[0].length;
    if (depth.inside) parts.push(match[0]);
    else if (lead !== undefined && tail !== undefined) {
      const lines = ['$$', ...tex.trim().split('\n'), '$$'];
      parts.push(`\n${lines.map((line) => lead + line.trim()).join('\n')}\n`);
    } else {
      parts.push(`${BLOCK_START.test(before.slice(-40)) ? MARK : ''}$$${tex.trim()}$$`);
    }
  }
  return parts.join('') + text.slice(position);
}

/** Where code stands; an indented line is none where it belongs to the item of a list. */
function codeIn(text: string): Range[] {
  const lines = text.matchAll(OUTER_LINE);
  let next = lines.next().value;
  let isItem = false;
  return codeRanges(text).filter(({ start }) => {
    for (; next !== undefined && next.index < start; next = lines.next().value) {
      isItem = next[1] !== undefined;
    }
    return !isItem || !/^(?: {4}|\t)/.test(text.slice(start, start + 4));
  });
}

/** Whether braces match, and the text is none between two amounts: `$5 and $`. */
function isFormula(tex: string, hasDollars: boolean): boolean {
  if (tex.trim() === '') return false;
  if (hasDollars && /\S/.test(tex[0] ?? '') && /\s$/.test(tex)) return false;
  let open = 0;
  for (const [sign] of tex.replace(/\\\\|\\[{}]/g, '').matchAll(/[{}]/g)) {
    open += sign === '{' ? 1 : -1;
    if (open < 0) return false;
  }
  return open === 0;
}

/** Whether a key of the front matter says that a text has formulas. */
export const isFormulaKey = (key: string): boolean => KEYS.has(key.toLowerCase());
