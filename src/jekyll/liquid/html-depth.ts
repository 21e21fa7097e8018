/** Elements in which kramdown reads no Markdown, when their tag begins a line. */
const BLOCKS =
  'address|article|aside|blockquote|center|details|div|dl|fieldset|figure|footer|form|header|main|nav|ol|section|table|ul';

/** Fenced code and code spans, which only talk about tags, or else a block element's tag. */
const PIECES = new RegExp(
  String.raw`^[ \t>]*(\`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t>]*\1|$(?![\s\S]))|(\`+)[^\n]*?\2|<(/?)(${BLOCKS})\b([^<>]*)>`,
  'gim',
);

/**
 * Follows which HTML elements are open while a template's text is read piece by piece.
 * Not a parser: it answers whether a code block may be written as a fence.
 */
export class HtmlDepth {
  readonly #open: { name: string; markdown: boolean }[] = [];

  /** Whether the text read so far ends inside an element without `markdown="1"`. */
  get inside(): boolean {
    return this.#open.at(-1)?.markdown === false;
  }

  /** Reads the next piece of text. */
  read(text: string): void {
    if (!text.includes('<')) return;
    for (const [, , , slash, name, attributes = ''] of text.matchAll(PIECES)) {
      if (name === undefined) continue;
      if (slash === '') {
        if (attributes.endsWith('/')) continue;
        this.#open.push({ name: name.toLowerCase(), markdown: /\bmarkdown\s*=/.test(attributes) });
      } else {
        const at = this.#open.findLastIndex((element) => element.name === name.toLowerCase());
        if (at >= 0) this.#open.length = at;
      }
    }
  }
}
