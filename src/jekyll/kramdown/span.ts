import { annotate, MARK } from './annotation.ts';
import { codeSpanAt } from './code-span.ts';
import { markEmphasis, type Asterisks } from './emphasis.ts';
import { extensionAt } from './extension.ts';
import { forwardFind } from './find.ts';
import { isVerbatim, startTagAt } from './html.ts';

const SPECIAL = /[\\`*$<>{\]]/g;
const ASTERISKS = /\*+/y;
const BLANKS_AROUND = /^\s[^]*\S[^]*\s$/;
/** What a backslash escapes in Markdown and not in kramdown. */
const NOT_ESCAPED: ReadonlySet<string> = new Set('%&,/;?@^');
/** A tag alone on the first line: Markdown would take the lines below it for HTML. */
const LONE_TAG_LINE = /^([ \t]*<[a-zA-Z][^>\n]*>)[ \t]*\n/;
const ONLY_TAGS = /^(?:\s*<\/?[a-zA-Z][^<>]*>)+\s*$/;
/** The end tag of nothing, which begins a line: text for kramdown, HTML up to the next blank line for Markdown. */
const STRAY_END_TAG = /^([ \t]*(?:(?:[-*+]|\d{1,9}\.)[ \t]+)*)(?=<\/[a-zA-Z])/gm;
const TAG_OR_AUTOLINK = /<\/?[a-zA-Z][^<>"'\n]*(?:"[^"]*"[^<>"'\n]*|'[^']*'[^<>"'\n]*)*>/y;
/** Shown without the scheme. */
const MAILTO = /<mailto:([\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+)>/iy;
const ATTRIBUTE_LIST = /\{:(?![:/])(?:\\.|[^{}\\\n])+\}/y;
const REFERENCE = /\]\s+\[([^\]\n]*)\]/y;
/** Whatever stands between parentheses, over the end of lines too. */
const DESTINATION = /\]\(\s*([^()]*(?:\([^()]*\)[^()]*)*)\)/y;
const IN_BRACKETS = /^<[^<>\n]*>$/;
/** What a span may end with: an attribute list behind anything else is text. */
const SPAN_END: ReadonlySet<string> = new Set(')]*_`>$~}');
/** Code that backticks show as it is. */
const PLAIN_CODE = /^[^\s<&`](?:[^<&`\n]*[^\s<&`])?$/;
const LABEL = /\]\[[^\]\n]*\]/y;
const DEFINITION = /^( {0,3}\[[^\]^][^\]]*\]:[ \t]*)([^<\s].*)$/;
const LINE_START = /(?:^|\n)[ \t>]*$/;

/**
 * The text of a paragraph, heading, list item or table in the words of Markdown. Code spans, HTML tags
 * and autolinks are left alone. `linkNames` are the names of the document's link definitions.
 */
export function spansToMarkdown(text: string, linkNames: ReadonlySet<string>): string {
  const parts: string[] = [];
  const asterisks: Asterisks[] = [];
  let position = 0;
  const unclosed = new Set<number>();
  const find = forwardFind(text);
  const replace = (replacement: string, end: number): void => {
    parts.push(replacement);
    position = end;
  };
  const keep = (end: number): void => replace(text.slice(position, end), end);

  for (;;) {
    SPECIAL.lastIndex = position;
    const at = SPECIAL.exec(text)?.index ?? text.length;
    keep(at);
    if (at === text.length) break;
    switch (text[at]) {
      case '\\': {
        // Two backslashes end a line in kramdown, one does in Markdown.
        if (text.startsWith('\\\\\n', at)) replace('\\', at + 2);
        else if (NOT_ESCAPED.has(text[at + 1] ?? '')) replace('\\\\', at + 1);
        else keep(at + 2);
        break;
      }
      case '`': {
        const { opened, end } = codeSpanAt(text, at, unclosed);
        // For Sätteri, too, one that opens nothing is text.
        if (end === undefined && opened === at + 1) replace('\\`', opened);
        // Markdown takes a blank from both sides, kramdown where there are several backticks alone.
        else if (
          end !== undefined &&
          opened === at + 1 &&
          BLANKS_AROUND.test(text.slice(opened, end - 1))
        )
          replace(`\` ${text.slice(opened, end - 1)} \``, end);
        else keep(end ?? opened);
        break;
      }
      case '*': {
        const end = at + (matchAt(ASTERISKS, text, at)?.[0].length ?? 1);
        asterisks.push({
          part: parts.length,
          length: end - at,
          before: text[at - 1] ?? '',
          after: text[end] ?? '',
        });
        keep(end);
        break;
      }
      case '$': {
        const end = text.startsWith('$$', at) ? find('$$', at + 2) : -1;
        // On one line: a line that opens with `$$` would start a block.
        if (end < 0) keep(at + 1);
        else replace(`$$${joinLines(text.slice(at + 2, end))}$$`, end + 2);
        break;
      }
      case '<': {
        const comment = text.startsWith('<!--', at) ? find('-->', at + 4) : -1;
        const start = startTagAt(text, at);
        const tag = matchAt(TAG_OR_AUTOLINK, text, at);
        const mail = matchAt(MAILTO, text, at);
        const end = start && isVerbatim(start) ? find(`</${start.name}>`, start.end) : -1;
        if (comment >= 0) keep(comment + 3);
        else if (start !== undefined && end >= 0) {
          const inner = text.slice(start.end, end);
          if (start.source === '<code>' && PLAIN_CODE.test(inner)) {
            replace(`\`${inner}\``, end + '</code>'.length);
          } else replace(start.source + verbatim(inner), end);
        } else if (mail !== undefined) replace(`<${mail[1]}>`, at + mail[0].length);
        else if (start !== undefined) replace(start.source, start.end);
        else if (tag !== undefined) keep(at + tag[0].length);
        else if (text[at + 1] === '<' && !text.startsWith('<!--', at + 1)) replace('«', at + 2);
        else keep(at + 1);
        break;
      }
      case '>': {
        const quotes = LINE_START.test(text.slice(Math.max(0, at - 40), at));
        if (text[at + 1] === '>' && !quotes) replace('»', at + 2);
        else keep(at + 1);
        break;
      }
      case '{': {
        const extension = extensionAt(text, at, find);
        const list = matchAt(ATTRIBUTE_LIST, text, at)?.[0];
        if (extension !== undefined) replace(extension.markdown, extension.end);
        else if (list === undefined || !SPAN_END.has(text[at - 1] ?? '')) keep(at + 1);
        else replace(annotate('span', list), at + list.length);
        break;
      }
      default: {
        const label = matchAt(LABEL, text, at);
        const reference = matchAt(REFERENCE, text, at);
        const link = matchAt(DESTINATION, text, at);
        const destination = link?.[1]?.trim() ?? '';
        if (label !== undefined) keep(at + label[0].length);
        else if (reference !== undefined && linkNames.has(linkName(reference[1] ?? ''))) {
          replace(`][${reference[1]}]`, at + reference[0].length);
        } else if (link === undefined) keep(at + 1);
        else if (!/[\s<>]/.test(destination)) keep(at + link[0].length);
        else replace(`](${safeTarget(destination)})`, at + link[0].length);
      }
    }
  }
  markEmphasis(parts, asterisks);
  const result = parts.join('');
  // The text of the block below is no HTML either.
  if (ONLY_TAGS.test(result)) return `${result}\n`;
  return result.replace(LONE_TAG_LINE, '$1 ').replace(STRAY_END_TAG, `$1${MARK}`);
}

/** Text in an element that is left alone. In a table its bars are escaped, which the parser undoes. */
const verbatim = (text: string): string =>
  text === '' || text.includes('\\|') ? text : annotate('html', text);

/** `text` on one line. */
export const joinLines = (text: string): string =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .join(' ');

/** The name of a link definition, as kramdown compares names. */
export const linkName = (name: string): string => name.replace(/\s+/g, ' ').trim().toLowerCase();

/** A link definition (`[name]: destination "title"`) that Markdown accepts; other lines stay. */
export function definitionToMarkdown(line: string): string {
  const [, name, target = ''] = DEFINITION.exec(line) ?? [];
  return name === undefined ? line : name + safeTarget(target.trimEnd());
}

/**
 * A destination and its title; one with spaces or a lone parenthesis Markdown takes only in `<…>`, and
 * one with line ends or such brackets not at all.
 */
function safeTarget(text: string): string {
  const space = /["']$/.test(text) ? text.search(/\s["']/) : -1;
  const destination = space < 0 ? text : text.slice(0, space).trimEnd();
  const title = space < 0 ? undefined : text.slice(space + 1);
  const parentheses = destination.split('(').length === destination.split(')').length;
  const isPlain = (!/[\s<>]/.test(destination) && parentheses) || IN_BRACKETS.test(destination);
  const safe = isPlain
    ? destination
    : `<${destination.replace(/\n\s*/g, '').replace(/[<>]/g, encodeURIComponent)}>`;
  return title === undefined ? safe : `${safe} ${title}`;
}

function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | undefined {
  pattern.lastIndex = index;
  return pattern.exec(text) ?? undefined;
}
