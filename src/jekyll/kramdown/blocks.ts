import { annotate, type AnnotationKind } from './annotation.ts';
import { extensionAt } from './extension.ts';
import { elementToMarkdown } from './element.ts';
import { elementEnd, isBlock, startTagAt, type StartTag } from './html.ts';
import { spansToMarkdown } from './span.ts';
import { isTableLine, tableToMarkdown } from './table.ts';

/** What holds for a whole document. */
export interface Document {
  /** The names of its link definitions (see `linkName`). */
  linkNames: ReadonlySet<string>;
  /** kramdown's option `parse_block_html`. */
  parseBlockHtml: boolean;
  /** How many elements of a name turned out to have no end tag. */
  unclosed: Map<string, number>;
}

const FENCE = /^[ \t>]*(?:(?:[-*+]|\d+\.)[ \t]+)*(?:(`{3,})[^`]*|(~{3,}).*)$/;
const LIST_ITEM = /^[ \t]*(?:[-*+]|\d+\.)(?:[ \t]+|$)/;
const HEADING = /^ {0,3}#{1,6}[ \t]/;
const OTHER_BLOCK = /^[ \t]*(?:>|#{1,6}[ \t]|:[ \t])/;
const SETEXT = /^[ \t]*(?:-+|=+)[ \t]*$/;
const ATTRIBUTE_LINE = /^([ \t>]*)(\{:(?![:/])(?:\\.|[^{}\\])+\})[ \t]*$/;
const NAMED_ATTRIBUTES = /^\{:[\w][\w-]*:/;
const ABBREVIATION = /^ {0,3}\*\[[^\]]+\]:/;
const END_OF_BLOCK = /^\^[ \t]*$/;
const NUMBER_AND_PARENTHESIS = /^([ \t>]*(?:[-*+][ \t]+)?\d{1,9})\)(?=[ \t])/;

/** So many unclosed elements of one name are searched for their end; a bound on the work. */
const UNCLOSED_LIMIT = 8;

/** Blocks of kramdown in the words of Markdown; `depth` is the number of elements around them. */
export function blocksToMarkdown(text: string, document: Document, depth = 0): string {
  const output: string[] = [];
  const lists: number[] = [];
  const unfound = new Set<string>();
  const indexOf = (what: string, from: number): number => {
    const index = unfound.has(what) ? -1 : text.indexOf(what, from);
    if (index < 0) unfound.add(what);
    return index;
  };
  let paragraph: string[] = [];
  let position = 0;
  /** Whether a new block starts here: at the start, behind a blank line or a finished block. */
  let boundary = true;
  let inCode = false;
  let attributes: AnnotationKind = 'below';

  const lineAt = (start: number): string => {
    const end = text.indexOf('\n', start);
    return text.slice(start, end < 0 ? text.length : end);
  };
  const endParagraph = (): void => {
    if (paragraph.length > 0)
      output.push(spansToMarkdown(paragraph.join('\n'), document.linkNames));
    paragraph = [];
  };
  /** Puts out a finished block and goes on behind it, past the rest of its line if that is blank. */
  const block = (lines: readonly string[], end: number): void => {
    endParagraph();
    output.push(...lines);
    const rest = /[ \t]*(?:\n|$)/y;
    rest.lastIndex = end;
    position = end + (rest.exec(text)?.[0].length ?? 0);
    boundary = true;
  };

  while (position < text.length) {
    const line = lineAt(position);
    const next = position + line.length + 1;
    const content = line.trimStart();
    if (content === '') {
      endParagraph();
      output.push(line);
      boundary = true;
      position = next;
      continue;
    }
    const margin = line.slice(0, line.length - content.length);
    const indent = margin.replaceAll('\t', '    ').length;
    const item = LIST_ITEM.exec(line)?.[0];
    if (boundary || item !== undefined) while ((lists.at(-1) ?? 0) > indent) lists.pop();
    const inner = indent - (lists.at(-1) ?? 0);
    if ((boundary || inCode) && inner >= 4) {
      output.push(line);
      [boundary, inCode, position] = [false, true, next];
      continue;
    }
    inCode = false;

    const fence = FENCE.exec(line);
    if (fence !== null) {
      const end = fenceEnd(text, next, fence[1] ?? fence[2] ?? '', line.includes('>'));
      block([text.slice(position, end)], end);
      continue;
    }
    const start = position + margin.length;
    if (content.startsWith('{::')) {
      const extension = extensionAt(text, start, indexOf);
      if (extension !== undefined) {
        const parse = /parse_block_html\s*=\s*["'](true|false)["']/.exec(extension.options ?? '');
        if (parse !== null) document.parseBlockHtml = parse[1] === 'true';
        block([margin + (extension.markdown || annotate('end', ''))], extension.end);
        continue;
      }
    }
    const list = line.includes('{:') ? ATTRIBUTE_LINE.exec(line) : null;
    if (list !== null) {
      const [, before = '', written = ''] = list;
      if (!boundary) attributes = 'above';
      const kind = NAMED_ATTRIBUTES.test(written) ? 'name' : attributes;
      const keep = attributes;
      block([before + annotate(kind, written)], next - 1);
      attributes = keep;
      continue;
    }
    attributes = 'below';
    if (ABBREVIATION.test(line)) {
      block([annotate('abbr', content)], next - 1);
      continue;
    }
    if (END_OF_BLOCK.test(line)) {
      block([annotate('end', '^')], next - 1);
      continue;
    }
    if (content.startsWith('<!--')) {
      const end = indexOf('-->', start + 4);
      if (end >= 0) {
        block([margin + annotate('end', '')], end + 3);
        continue;
      }
    }
    const tag = content.startsWith('<') && inner < 4 ? startTagAt(text, start) : undefined;
    const end = tag === undefined || !isBlock(tag.name) ? undefined : endOf(tag, text, document);
    if (tag !== undefined && end !== undefined) {
      block(
        elementToMarkdown(text, tag, end, document, depth).map((each) => margin + each),
        end.end,
      );
      continue;
    }
    if (boundary && content.startsWith('$$')) {
      const close = indexOf('$$', start + 2);
      if (
        close >= 0 &&
        /^[ \t]*(?:\n[ \t]*(?:\n|\{:|$)|$)/.test(text.slice(close + 2, close + 200))
      ) {
        const lines = text
          .slice(start + 2, close)
          .trim()
          .split('\n');
        block(
          ['$$', ...lines.map((each) => each.trim()), '$$'].map((each) => margin + each),
          close + 2,
        );
        continue;
      }
    }
    if (boundary && item === undefined && !OTHER_BLOCK.test(line) && isTableLine(line)) {
      const lines = tableLines(text, position);
      const table = lines === undefined ? undefined : tableToMarkdown(lines);
      if (lines !== undefined && table !== undefined) {
        const { linkNames } = document;
        block(
          table.map((row) => spansToMarkdown(row, linkNames)),
          position + lines.join('\n').length,
        );
        continue;
      }
    }
    if (item !== undefined && inner < 4) {
      endParagraph();
      const marker = item.trim().length;
      const spaces = item.length - margin.length - marker;
      lists.push(indent + marker + (spaces >= 1 && spaces <= 4 ? spaces : 1));
    }
    if (HEADING.test(line)) endParagraph();
    paragraph.push(line.replace(NUMBER_AND_PARENTHESIS, '$1\\)'));
    if (HEADING.test(line)) endParagraph();
    boundary = false;
    position = next;
  }
  endParagraph();
  return output.join('\n');
}

/** Index of the end of the line that closes a fence, or of the text when nothing closes it. */
function fenceEnd(text: string, from: number, fence: string, quoted: boolean): number {
  for (let start = from; start < text.length;) {
    const end = text.indexOf('\n', start);
    const stop = end < 0 ? text.length : end;
    const line = text.slice(start, stop);
    if (quoted && !line.trimStart().startsWith('>')) return start - 1;
    const closing = line.replace(/^[ \t>]*/, '').trimEnd();
    if (closing.startsWith(fence) && closing === closing[0]?.repeat(closing.length)) return stop;
    start = stop + 1;
  }
  return text.length;
}

function endOf(tag: StartTag, text: string, { unclosed }: Document): ReturnType<typeof elementEnd> {
  const failed = unclosed.get(tag.name) ?? 0;
  if (failed >= UNCLOSED_LIMIT) return undefined;
  const end = elementEnd(text, tag);
  if (end === undefined) unclosed.set(tag.name, failed + 1);
  return end;
}

/** The lines of the table that may start at `position`: all have a dividing `|` until the block ends. */
function tableLines(text: string, position: number): string[] | undefined {
  const lines: string[] = [];
  for (const line of text.slice(position).split('\n')) {
    if (line.trim() === '' || ATTRIBUTE_LINE.test(line) || END_OF_BLOCK.test(line)) return lines;
    if (lines.length === 1 && SETEXT.test(line)) return undefined;
    if (!isTableLine(line)) return undefined;
    lines.push(line);
  }
  return lines;
}
