import { annotate } from './annotation.ts';
import { codeSpanAt } from './code-span.ts';
import { extensionAt } from './extension.ts';

const SPECIAL = /[\\`$<>{\]]/g;
const TAG_OR_AUTOLINK = /<\/?[a-zA-Z][^<>"'\n]*(?:"[^"]*"[^<>"'\n]*|'[^']*'[^<>"'\n]*)*>/y;
const ATTRIBUTE_LIST = /\{:(?![:/])(?:\\.|[^{}\\\n])+\}/y;
const REFERENCE = /\]\s+\[([^\]\n]*)\]/y;
const DESTINATION = /\]\([ \t]*([^()\n<>]*(?:\([^()\n<>]*\)[^()\n<>]*)*)\)/y;
const TITLED = /^(\S.*?)\s+(["'].*["'])$/;
const LIST_MARKER = /(?:^|\n)[ \t>]*(?:[-*+]|\d+\.)[ \t]+$/;
const LINE_START = /(?:^|\n)[ \t>]*$/;

/**
 * The text of a paragraph, heading, list item or table in the words of Markdown. Code spans, HTML tags
 * and autolinks are left alone. `linkNames` are the names of the document's link definitions.
 */
export function spansToMarkdown(text: string, linkNames: ReadonlySet<string>): string {
  let output = '';
  let position = 0;
  const unclosed = new Set<number>();
  const unended = new Set<string>();
  const indexOf = (what: string, from: number): number => {
    const index = unended.has(what) ? -1 : text.indexOf(what, from);
    if (index < 0) unended.add(what);
    return index;
  };
  for (;;) {
    SPECIAL.lastIndex = position;
    const at = SPECIAL.exec(text)?.index;
    output += text.slice(position, at);
    if (at === undefined) return output;
    const replace = (replacement: string, end: number): void => {
      output += replacement;
      position = end;
    };
    const keep = (end: number): void => replace(text.slice(at, end), end);
    switch (text[at]) {
      case '\\':
        // Two backslashes end a line in kramdown, one does in Markdown.
        if (text.startsWith('\\\\\n', at)) replace('\\', at + 2);
        else keep(at + 2);
        break;
      case '`': {
        const { opened, end } = codeSpanAt(text, at, unclosed);
        keep(end ?? opened);
        break;
      }
      case '$': {
        const end = text.startsWith('$$', at) ? indexOf('$$', at + 2) : -1;
        // On one line: a line that opens with `$$` would start a block.
        if (end < 0) keep(at + 1);
        else
          replace(
            `$$${text
              .slice(at + 2, end)
              .trim()
              .replace(/\s*\n\s*/g, ' ')}$$`,
            end + 2,
          );
        break;
      }
      case '<': {
        const comment = text.startsWith('<!--', at) ? indexOf('-->', at + 4) : -1;
        const tag = matchAt(TAG_OR_AUTOLINK, text, at);
        if (comment >= 0) keep(comment + 3);
        else if (tag !== undefined) keep(at + tag[0].length);
        else if (text[at + 1] === '<') replace('«', at + 2);
        else keep(at + 1);
        break;
      }
      case '>':
        if (text[at + 1] === '>' && !LINE_START.test(text.slice(Math.max(0, at - 40), at))) {
          replace('»', at + 2);
        } else keep(at + 1);
        break;
      case '{': {
        const extension = extensionAt(text, at, indexOf);
        const list = matchAt(ATTRIBUTE_LIST, text, at)?.[0];
        const kind = list === undefined ? undefined : attributesOf(text, at);
        if (extension !== undefined) replace(extension.markdown, extension.end);
        else if (list === undefined || kind === undefined) keep(at + 1);
        else replace(annotate(kind, list), at + list.length);
        break;
      }
      default: {
        const reference = matchAt(REFERENCE, text, at);
        const link = matchAt(DESTINATION, text, at);
        const destination = link?.[1]?.trim() ?? '';
        if (reference !== undefined && linkNames.has(linkName(reference[1] ?? ''))) {
          replace(`][${reference[1]}]`, at + reference[0].length);
        } else if (link !== undefined && /\s/.test(destination)) {
          replace(`](${withoutSpaces(destination)})`, at + link[0].length);
        } else keep(at + 1);
      }
    }
  }
}

/** The name of a link definition, as kramdown compares names. */
export const linkName = (name: string): string => name.replace(/\s+/g, ' ').trim().toLowerCase();

/** What the attribute list at `index` is about. Behind plain text it is text itself. */
function attributesOf(text: string, index: number): 'item' | 'span' | undefined {
  if (')]*_`>$~}'.includes(text[index - 1] ?? ' ')) return 'span';
  return LIST_MARKER.test(text.slice(Math.max(0, index - 60), index)) ? 'item' : undefined;
}

/** A link destination with its title; kramdown takes one with spaces, Markdown only in `<…>`. */
function withoutSpaces(text: string): string {
  const [, destination = text, title] = TITLED.exec(text) ?? [];
  const safe = /\s/.test(destination) ? `<${destination}>` : destination;
  return title === undefined ? safe : `${safe} ${title}`;
}

function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | undefined {
  pattern.lastIndex = index;
  return pattern.exec(text) ?? undefined;
}
