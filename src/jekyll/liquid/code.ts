import { escapeMarkup } from '../../html/escape.ts';
import type { TagCall } from './tag.ts';

/** A block of code. */
export interface CodeBlock {
  readonly code: string;
  /** Language, as a Markdown fence names it; empty for plain text. */
  readonly lang: string;
  readonly caption?: Caption | undefined;
  readonly lineNumbers?: boolean | undefined;
  /** The number of the first line, where it is not 1. */
  readonly firstLine?: number | undefined;
  /** Numbers of the lines to point out, counted from 1: `3 4 5`, `3,4-5`. */
  readonly markLines?: string | undefined;
}

/** What stands above a block of code. */
export interface Caption {
  readonly title: string;
  readonly url?: string | undefined;
  /** Text of the link to `url`. */
  readonly link?: string | undefined;
}

/** `- `, `1. `, `> ` and spaces, which may stand before a fence. */
const LEAD = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*$/;

/**
 * A block of code in the place of a tag: a Markdown fence, so that it is highlighted as every other
 * is; HTML on a single line where Markdown would not read a fence.
 */
export function codeBlock(
  block: CodeBlock,
  { place, tail }: Pick<TagCall, 'place' | 'tail'>,
): string {
  const isHtmlFile = /\.html?$/i.test(place.file);
  if (isHtmlFile || place.insideHtml || !LEAD.test(place.lead)) return htmlCode(block);
  const end = tail.trim() === '' ? '' : `\n\n${prefixBelow(place.lead)}`;
  return fencedCode(block, place.lead) + end;
}

/**
 * A block of code as a fence, in a figure if it has a caption.
 * @param lead what stands before it on its first line; the other lines are set below it
 */
export function fencedCode(block: CodeBlock, lead: string): string {
  const { code, caption } = block;
  const runs = Array.from(code.matchAll(/`{3,}/g), ([run]) => run.length);
  const fence = '`'.repeat(Math.max(2, ...runs) + 1);
  const lines = [fence + infoOf(block), ...code.split('\n'), fence];
  const all = caption
    ? [figureStart(caption, ' markdown="1"'), '', ...lines, '', '</figure>']
    : lines;
  const prefix = prefixBelow(lead);
  const below = all.slice(1).map((line) => (line === '' ? prefix.trimEnd() : prefix + line));
  return [all[0], ...below].join('\n');
}

/** What keeps a line inside of the list item or the quotation that a line begins with. */
export function prefixBelow(lead: string): string {
  return lead.replace(/[^\s>]/g, ' ');
}

/** The language of a fence, and how it is shown: what `markdown/code-meta.ts` reads. */
function infoOf({ lang, lineNumbers, firstLine = 1, markLines = '' }: CodeBlock): string {
  const meta = [
    /^\d[\d\s,-]*$/.test(markLines) ? `{${markLines}}` : '',
    lineNumbers === true ? 'showLineNumbers' : '',
    lineNumbers === true && firstLine !== 1 ? `startLineNumber=${firstLine}` : '',
  ].filter(Boolean);
  return meta.length === 0 ? lang : [lang || 'text', ...meta].join(' ');
}

function figureStart(caption: Caption | undefined, attributes: string): string {
  const start = `<figure class="code"${attributes}>`;
  if (caption === undefined) return start;
  const { title, url, link = 'link' } = caption;
  const anchor =
    url === undefined ? '' : ` <a href="${escapeMarkup(url)}">${escapeMarkup(link)}</a>`;
  return `${start}<figcaption><span>${escapeMarkup(title)}</span>${anchor}</figcaption>`;
}

/** One line that Markdown leaves alone, in a paragraph or in HTML. */
function htmlCode(block: CodeBlock): string {
  const { code, lang } = block;
  const name = escapeMarkup(lang);
  const attributes = lang === '' ? '' : ` class="language-${name}" data-lang="${name}"`;
  const text = code.replace(/[^\p{L}\p{N} ]/gu, (sign) => `&#${sign.codePointAt(0)};`);
  return `${figureStart(block.caption, '')}<pre><code${attributes}>${text}</code></pre></figure>`;
}
