/** The marker of a list item. */
export interface ListItem {
  /** Column of the marker. */
  marker: number;
  /** Column of the content. */
  content: number;
  ordered: boolean;
}

/** The list item that `line` opens, if it opens one; `columns` is its indentation. */
export function listItemAt(line: string, columns: number): ListItem | undefined {
  const [, marker, spaces = ''] = /^[ \t]*([-*+]|\d{1,9}\.)([ \t]+)/.exec(line) ?? [];
  if (marker === undefined) return undefined;
  const gap = spaces.length >= 1 && spaces.length <= 4 ? spaces.length : 1;
  return {
    marker: columns,
    content: columns + marker.length + gap,
    ordered: marker.length > 1,
  };
}

/**
 * The list items around a line. In kramdown a bullet under a number (or the other way round) is nested
 * as soon as it is indented at all, in Markdown only from the column of the number's content on: such
 * items are shifted to there.
 */
export class Lists {
  readonly #open: (ListItem & { shift: number })[] = [];

  /** Column of the content around the line. */
  get content(): number {
    return this.#open.at(-1)?.content ?? 0;
  }

  /** Leaves the items that a line at `columns`, which may open `item`, is no part of. */
  at(columns: number, inParagraph: boolean, item: ListItem | undefined): void {
    if (inParagraph && item === undefined) return;
    for (let top = this.#open.at(-1); top !== undefined; top = this.#open.at(-1)) {
      if (top.content <= columns) return;
      const other = item !== undefined && item.ordered !== top.ordered;
      if (inParagraph && other && top.marker < columns) return;
      this.#open.pop();
    }
  }

  /** Enters `item`. */
  open(item: ListItem): void {
    const top = this.#open.at(-1);
    const missing = Math.max(0, (top?.content ?? 0) - item.marker);
    this.#open.push({ ...item, shift: (top?.shift ?? 0) + missing });
  }

  /** `line` at the column where Markdown expects it. */
  shifted(line: string): string {
    const shift = this.#open.at(-1)?.shift ?? 0;
    return shift === 0 || line === '' ? line : ' '.repeat(shift) + line;
  }
}
