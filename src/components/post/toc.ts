import type { MarkdownHeading } from 'astro';

/** A heading and those below it. */
export interface TocEntry {
  id: string;
  text: string;
  children: TocEntry[];
}

/** A post with fewer headings is short enough to see at a glance. */
const FEWEST_HEADINGS = 3;

/**
 * The table of contents: the two uppermost levels of headings that a post uses, whatever they are;
 * nothing for a post with few headings.
 */
export function tableOfContents(headings: readonly MarkdownHeading[]): TocEntry[] {
  if (headings.length < FEWEST_HEADINGS) return [];
  const top = Math.min(...headings.map(({ depth }) => depth));
  const entries: TocEntry[] = [];
  for (const { depth, slug, text } of headings) {
    const entry = { id: slug, text, children: [] };
    const parent = entries.at(-1);
    if (depth === top || !parent) entries.push(entry);
    else if (depth === top + 1) parent.children.push(entry);
  }
  return entries;
}
