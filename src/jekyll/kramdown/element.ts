import { annotate } from './annotation.ts';
import { contentModel, elementEnd, startTagAt, type ElementEnd, type StartTag } from './html.ts';
import { joinLines, spansToMarkdown } from './span.ts';

/** Elements nested deeper than this are raw HTML; a bound on the work. */
export const DEPTH_LIMIT = 30;

/** So many elements without an end are searched for it; a bound on the work. */
const UNCLOSED_LIMIT = 100;

/** What holds for a whole document. */
export interface Document {
  /** The names of its link definitions (see `linkName`). */
  linkNames: ReadonlySet<string>;
  /** kramdown's option `parse_block_html`. */
  parseBlockHtml: boolean;
  /** How many elements turned out to have no end tag. */
  unclosed: number;
}

/** The end of the element that `tag` opens, if it is closed. */
export function elementEndIn(
  text: string,
  tag: StartTag,
  document: Document,
): ElementEnd | undefined {
  if (document.unclosed >= UNCLOSED_LIMIT) return undefined;
  const end = elementEnd(text, tag);
  if (end === undefined) document.unclosed++;
  return end;
}

/** Where an element stands. */
interface Place {
  document: Document;
  /** How many elements are around it. */
  depth: number;
  /** Column of the content of the list around it, which its lines are indented to. */
  column: number;
  /** Makes Markdown of the blocks in it. */
  toMarkdown: (source: string, document: Document, depth: number) => string;
}

/** The HTML element from `tag` to `end`, as lines of Markdown between annotations. */
export function elementToMarkdown(
  text: string,
  tag: StartTag,
  { contentEnd, end }: ElementEnd,
  place: Place,
): string[] {
  const { document, depth, column } = place;
  const outdented = (from: number, to: number): string =>
    text.slice(from, to).replace(new RegExp(`\n[ \t]{0,${column}}`, 'g'), '\n');
  const content = outdented(tag.end, contentEnd);
  const endTag = text.slice(contentEnd, end);
  const model = depth < DEPTH_LIMIT ? contentModel(tag, document.parseBlockHtml) : 'raw';
  if (content.trim() === '' || model === 'raw') {
    return rawToMarkdown(tag.source + outdented(tag.end, end), tag.source.length, place);
  }
  if (model === 'span') {
    const spans = spansToMarkdown(joinLines(content), document.linkNames);
    // In a list, a paragraph that stands alone would lose its element.
    const alone = column > 0 ? ['', annotate('end', '')] : [''];
    return [asParagraph(spans) + annotate('element', tag.source), ...alone];
  }
  return [
    annotate('html', tag.source),
    '',
    ...place.toMarkdown(content, document, depth + 1).split('\n'),
    '',
    annotate('html', endTag),
  ];
}

/** Raw HTML; an element inside it that asks for Markdown (`markdown="1"`) gets it. */
function rawToMarkdown(html: string, from: number, place: Place): string[] {
  const { document, depth } = place;
  const lines: string[] = [];
  let written = 0;
  const asking = /<[a-zA-Z][^<>]*?\smarkdown\s*=/g;
  asking.lastIndex = from;
  for (let match = asking.exec(html); match !== null; match = asking.exec(html)) {
    const tag = startTagAt(html, match.index);
    const end = tag && elementEndIn(html, tag, document);
    if (tag === undefined || end === undefined || depth >= DEPTH_LIMIT) continue;
    lines.push(
      annotate('html', html.slice(written, match.index)),
      ...elementToMarkdown(html, tag, end, { ...place, depth: depth + 1 }),
    );
    written = asking.lastIndex = end.end;
  }
  return [...lines, annotate('html', html.slice(written))];
}

/** `text` so that it starts a paragraph, not a list, heading or quote. */
const asParagraph = (text: string): string =>
  text.replace(
    /^(?:([-+*#]+)(?=\s)|(?=>)|(\d{1,9})(?=[.)]\s))/,
    (_, mark?: string, number?: string) =>
      number === undefined ? `\\${mark ?? ''}` : `${number}\\`,
  );
