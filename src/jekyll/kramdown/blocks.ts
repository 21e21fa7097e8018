import { closesFence } from '../../lib/code-ranges.ts';
import { annotate } from './annotation.ts';
import { DEPTH_LIMIT, elementEndIn, elementToMarkdown, type Document } from './element.ts';
import { extensionAt } from './extension.ts';
import { forwardFind, type Find } from './find.ts';
import { isBlock, startTagAt } from './html.ts';
import { listItemAt, Lists, type ListItem } from './lists.ts';
import { definitionToMarkdown, spansToMarkdown } from './span.ts';
import { isTableLine, tableToMarkdown } from './table.ts';

/** A line that may start a block. */
interface Line {
  /** The text that it is part of, and its place there. */
  source: string;
  start: number;
  end: number;
  /** White space before its content. */
  margin: string;
  content: string;
  /** Columns of that white space, behind the margin of the list that it stands in. */
  indent: number;
  /** Column of the content of that list. */
  column: number;
  /** Whether nothing, a blank line or the end of a block stands before it. */
  boundary: boolean;
  /** What the attribute list on the line before is about. */
  attributes: 'above' | 'below' | undefined;
  /** How many HTML elements are around it. */
  depth: number;
  /** Searches the source. */
  find: Find;
}

/** A block in the words of Markdown. */
interface Block {
  lines: readonly string[];
  /** Index behind it in the source; the rest of its line is dropped when blank. */
  end: number;
  /** Whether it ends the block before it without being one. */
  boundary?: boolean;
  attributes?: 'above' | 'below';
}

type Rule = (line: Line, document: Document) => Block | undefined;

const HEADING = /^ {0,3}#{1,6}[ \t]/;
const EMPTY_HEADING = /^( {0,3})(#{1,6}[ \t]*)$/;
const OTHER_BLOCK = /^(?:>|#{1,6}[ \t]|:[ \t])/;
/** A heading below whatever holds it. */
const HEADING_ANYWHERE = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*#{1,6}[ \t]/;
const HEADING_ID = /[ \t]+(?:#+[ \t]+)?(\{#[A-Za-z][\w:.-]*\})[ \t]*$/;
const SETEXT = /^(?:-+|=+)[ \t]*$/;
const RULE = /^([-*_])[ \t]*(?:\1[ \t]*){2,}$/;
const BARE_MARKER = /^(?:[-*+]|\d{1,9}\.)[ \t]*$/;
const DEFINITION = /^ {0,3}\[[^\]^][^\]]*\]:/;
const ATTRIBUTE_LINE = /^([ \t>]*)(\{:(?![:/])(?:\\.|[^{}\\])+\})[ \t]*$/;
const END_OF_BLOCK = /^\^[ \t]*$/;
const NUMBER_AND_PARENTHESIS = /^([ \t>]*(?:[-*+][ \t]+)?\d{1,9})\)(?=[ \t])/;
const ITEM_MARKERS = /^(?:(?:[-*+]|\d{1,9}\.)[ \t]{1,4})+/;
const ITEM_ATTRIBUTES =
  /^([ \t]*(?:[-*+]|\d+\.)[ \t]+)(\{:(?![:/])(?:\\.|[^{}\\])+\})[ \t]*(\S.*)$/;

/** Blocks of kramdown in the words of Markdown; `depth` is the number of elements around them. */
export function blocksToMarkdown(source: string, document: Document, depth = 0): string {
  const output: string[] = [];
  const lists = new Lists();
  const find = forwardFind(source);
  let paragraph: string[] = [];
  let boundary = true;
  /** Whether a boundary stands before the paragraph: else nothing below it makes a heading of it. */
  let opens = true;
  let attributes: Line['attributes'];
  const endParagraph = (): void => {
    if (paragraph.length === 0) return;
    output.push(spansToMarkdown(paragraph.join('\n'), document.linkNames));
    paragraph = [];
  };

  for (let start = 0; start < source.length;) {
    const end = lineEnd(source, start);
    const text = source.slice(start, end);
    const content = text.trimStart();
    if (content === '') {
      endParagraph();
      output.push(text);
      boundary = true;
      attributes = undefined;
      start = end + 1;
      continue;
    }
    const margin = text.slice(0, text.length - content.length);
    const columns = margin.replaceAll('\t', '    ').length;
    const item = listItemAt(text, columns);
    lists.at(columns, paragraph.length > 0, item);
    const indent = columns - lists.content;
    if (paragraph.length === 0 && indent >= 4) {
      output.push(lists.shifted(text));
      boundary = false;
      start = end + 1;
      continue;
    }
    const line = {
      source,
      start,
      end,
      margin,
      content,
      indent,
      column: lists.content,
      boundary,
      attributes,
      depth,
      find,
    };
    const block = blockAt(line, document);
    if (block !== undefined) {
      endParagraph();
      if (item !== undefined && indent < 4) lists.open(item);
      output.push(...block.lines.map((each) => lists.shifted(each)));
      boundary = block.boundary ?? false;
      attributes = block.attributes;
      start = skipBlank(source, block.end);
      continue;
    }
    if (interruptsParagraph(text, paragraph, item)) {
      endParagraph();
      output.push('');
    }
    if (item !== undefined && indent < 4) {
      endParagraph();
      lists.open(item);
    }
    const [above] = paragraph.slice(-1);
    const heading = paragraph.length === 1 && opens && indent <= 0 && SETEXT.test(content);
    const rule = RULE.test(content) && (above === undefined || item !== undefined);
    if (heading) paragraph = [headingToMarkdown(paragraph.join(''))];
    if (HEADING.test(text)) endParagraph();
    if (paragraph.length === 0) opens = boundary;
    const isLazy = above !== undefined && item === undefined && indent < 0;
    const shown = isLazy ? ' '.repeat(lists.content) + content : text;
    paragraph.push(lists.shifted(heading || rule ? shown : lineToMarkdown(shown)));
    if (heading || rule || HEADING.test(text) || (above === undefined && DEFINITION.test(text)))
      endParagraph();
    boundary = false;
    attributes = undefined;
    start = end + 1;
  }
  endParagraph();
  return output.join('\n');
}

/** Whether `text` ends a paragraph in kramdown where Markdown goes on with it: a list that does not start with 1. */
function interruptsParagraph(
  text: string,
  paragraph: readonly string[],
  item: ListItem | undefined,
): boolean {
  const [opening] = paragraph;
  if (opening === undefined || item?.ordered !== true) return false;
  return listItemAt(opening, 0) === undefined && /^ {0,3}(?!1\.)\d\d?\.[ \t]/.test(text);
}

/** Of the braces that end a heading only `{#id}` sets something; the parser would take any. */
const headingToMarkdown = (line: string): string =>
  HEADING_ID.test(line) ? line.replace(HEADING_ID, ' $1') : line.replace(/\}(?=[ \t]*$)/, '&#125;');

/** A line of text that Markdown would take for a rule, an underline or an empty list item. */
const plainLine = (line: string): string =>
  line.replace(/\S.*$/, (content) => {
    if (BARE_MARKER.test(content)) return content.replace(/[-*+.]/, String.raw`\$&`);
    if (!RULE.test(content) && !SETEXT.test(content)) return content;
    if (!content.startsWith('-')) return `\\${content}`;
    return content.replace(/---?/g, (dashes) => (dashes === '--' ? '–' : '—'));
  });

/** What a line of text needs before its spans are read. */
const lineToMarkdown = (line: string): string =>
  definitionToMarkdown(HEADING_ANYWHERE.test(line) ? headingToMarkdown(line) : plainLine(line))
    .replace(NUMBER_AND_PARENTHESIS, '$1\\)')
    .replace(EMPTY_HEADING, '$1\\$2')
    .replace(ITEM_ATTRIBUTES, (_, marker: string, list: string, text: string) => {
      // A backslash at the end would escape the annotation.
      return marker + text.replace(/\\$/, '\\ ') + annotate('item', list);
    });

const RULES: readonly Rule[] = [
  function quotation({ source, start, margin, content, indent, depth }, document) {
    if (!content.startsWith('>') || indent >= 4 || depth >= DEPTH_LIMIT) return undefined;
    const lines = quotedLines(source, start);
    const inside = lines.map((line) => line.replace(/^[ \t]*> ?/, '')).join('\n');
    return {
      lines: blocksToMarkdown(inside, document, depth + 1)
        .split('\n')
        .map((line) => `${margin}> ${line}`),
      end: start + lines.join('\n').length,
    };
  },
  function fence({ source, start, end, column }) {
    const text = source.slice(start, end);
    const [, opening = '', backticks, tildes] =
      /^([ \t>]*(?:(?:[-*+]|\d+\.)[ \t]+)*)(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(text) ?? [];
    const run = backticks ?? tildes;
    if (run === undefined) return undefined;
    const quoted = text.includes('>');
    const close = fenceEnd(source, end + 1, run, quoted);
    const lines = source.slice(start, close).split('\n');
    const inner = opening.trim() === '' ? column : opening.length;
    // Less indented than the item above, it is no part of it.
    const isOutside = quoted || opening.length < inner;
    return { lines: isOutside ? lines : indented(lines, inner), end: close };
  },
  function extension({ source, start, end, margin, content, find }, document) {
    if (!/^\{::\w+(?:\s[^{}]*)?\}[ \t]*$/.test(content)) return undefined;
    const found = extensionAt(source, start + margin.length, find);
    if (found === undefined) return undefined;
    document.parseBlockHtml = found.options?.parseBlockHtml ?? document.parseBlockHtml;
    const behind = found.end > end ? source.slice(found.end, lineEnd(source, found.end)) : '';
    if (behind.trim() !== '') return undefined;
    return {
      lines: [margin + (found.markdown || annotate('end', ''))],
      end: found.end,
      boundary: true,
    };
  },
  function attributeList({ source, start, end, boundary, attributes }) {
    const [, before = '', list] = ATTRIBUTE_LINE.exec(source.slice(start, end)) ?? [];
    if (list === undefined) return undefined;
    if (/^\{:\w[\w-]*:/.test(list)) {
      return { lines: [before + annotate('name', list)], end, boundary: true };
    }
    const kind = attributes ?? (boundary ? 'below' : 'above');
    return { lines: [before + annotate(kind, list)], end, boundary: true, attributes: kind };
  },
  function abbreviation({ content, end, indent }) {
    if (indent >= 4 || !/^\*\[[^\]]+\]:/.test(content)) return undefined;
    return { lines: [annotate('abbr', content)], end, boundary: true };
  },
  function endOfBlock({ margin, content, end }) {
    if (margin !== '' || !END_OF_BLOCK.test(content)) return undefined;
    return { lines: [annotate('end', '^')], end, boundary: true };
  },
  function element({ source, start, margin, content, indent, column, boundary, depth }, document) {
    const marker = ITEM_MARKERS.exec(content)?.[0] ?? '';
    if (content[marker.length] !== '<' || indent >= 4) return undefined;
    const opening = margin + marker;
    const tag = startTagAt(source, start + opening.length);
    if (tag === undefined || !isBlock(tag.name)) return undefined;
    const found = elementEndIn(source, tag, document);
    if (found === undefined) return undefined;
    const inner = marker === '' ? column : opening.length;
    const place = { document, depth, column: inner, toMarkdown: blocksToMarkdown };
    const lines = elementToMarkdown(source, tag, found, place);
    const [first = '', ...others] = lines;
    // A comment ends a paragraph by itself.
    const before = boundary || marker !== '' || first.startsWith('<!--') ? [] : [''];
    const space = ' '.repeat(inner);
    return {
      lines: [
        ...before,
        (marker === '' ? space : opening) + first,
        ...others.map((each) => space + each),
      ],
      end: found.end,
    };
  },
  function comment({ start, margin, content, find }) {
    const at = content.indexOf('<!--');
    const open = start + margin.length + at;
    const close = at < 0 ? -1 : find('-->', open + 4);
    if (close < 0) return undefined;
    if (at === 0) return { lines: [margin + annotate('end', '')], end: close + 3 };
    // A comment is no text even when it goes on over the end of its paragraph.
    const blank = find('\n\n', open);
    if (blank < 0 || blank > close || content.slice(0, at).includes('`')) return undefined;
    return { lines: [margin + content.slice(0, at), margin + annotate('end', '')], end: close + 3 };
  },
  function math({ source, start, margin, content, boundary, find }) {
    if (!boundary || !content.startsWith('$$')) return undefined;
    const open = start + margin.length + 2;
    const close = find('$$', open);
    if (close < 0 || !endsBlock(source, close + 2)) return undefined;
    const lines = source.slice(open, close).trim().split('\n');
    return { lines: ['$$', ...lines, '$$'].map((each) => margin + each.trim()), end: close + 2 };
  },
  function table({ source, start, margin, content, boundary }, { linkNames }) {
    if (!boundary || OTHER_BLOCK.test(content) || listItemAt(content, 0) !== undefined)
      return undefined;
    if (!isTableLine(content)) return undefined;
    const lines = tableLines(source, start);
    const rows = lines && tableToMarkdown(lines);
    if (lines === undefined || rows === undefined) return undefined;
    return {
      lines: rows.map((row) => margin + spansToMarkdown(row, linkNames)),
      end: start + lines.join('\n').length,
    };
  },
];

function lineEnd(source: string, start: number): number {
  const end = source.indexOf('\n', start);
  return end < 0 ? source.length : end;
}

/** Index behind the rest of the line at `index` when that is blank. */
function skipBlank(source: string, index: number): number {
  const end = lineEnd(source, index);
  return source.slice(index, end).trim() === '' ? end + 1 : index;
}

/** Whether the block ends at `index`: with the line, before a blank line or an attribute list. */
function endsBlock(source: string, index: number): boolean {
  const next = skipBlank(source, index);
  if (next === index && index < source.length) return false;
  const line = source.slice(next, lineEnd(source, next));
  return line.trim() === '' || ATTRIBUTE_LINE.test(line);
}

/** Index of the end of the line that closes a fence, or of the text when nothing closes it. */
function fenceEnd(source: string, from: number, run: string, quoted: boolean): number {
  for (let start = from; start < source.length;) {
    const end = lineEnd(source, start);
    const line = source.slice(start, end);
    if (quoted && !line.trimStart().startsWith('>')) return start - 1;
    if (closesFence(line, run)) return end;
    start = end + 1;
  }
  return source.length;
}

/**
 * The lines of a fence at `column`, which lines that are indented less would leave. As in kramdown they
 * belong to it unless they follow a blank line; its end is then somewhere else.
 */
function indented(lines: readonly string[], column: number): readonly string[] {
  const isShort = (line: string): boolean => line.trim() !== '' && line.search(/[^ \t]/) < column;
  if (lines.some((line, index) => index > 0 && isShort(line) && lines[index - 1]?.trim() === ''))
    return lines;
  return lines.map((line, index) =>
    index > 0 && isShort(line) ? ' '.repeat(column) + line : line,
  );
}

/** The lines of the quotation that starts at `start`: it goes on until a block ends. */
function quotedLines(source: string, start: number): string[] {
  const lines: string[] = [];
  for (let at = start; at < source.length;) {
    const end = lineEnd(source, at);
    const line = source.slice(at, end);
    if (line.trim() === '' || END_OF_BLOCK.test(line)) break;
    if (!line.trimStart().startsWith('>') && ATTRIBUTE_LINE.test(line)) break;
    lines.push(line);
    at = end + 1;
  }
  return lines;
}

/** The lines of the table that may start at `start`: all have a dividing `|` until the block ends. */
function tableLines(source: string, start: number): string[] | undefined {
  const lines: string[] = [];
  for (let at = start; at < source.length;) {
    const end = lineEnd(source, at);
    const line = source.slice(at, end);
    if (line.trim() === '' || ATTRIBUTE_LINE.test(line) || END_OF_BLOCK.test(line)) break;
    if (!isTableLine(line) || (lines.length === 1 && SETEXT.test(line))) return undefined;
    lines.push(line);
    at = end + 1;
  }
  return lines;
}

function blockAt(line: Line, document: Document): Block | undefined {
  for (const rule of RULES) {
    const block = rule(line, document);
    if (block !== undefined) return block;
  }
  return undefined;
}
