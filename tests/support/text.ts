import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { wordsOf as readersWords } from '../../src/cli/verify/text.ts';

type Node = DefaultTreeAdapterTypes.Node;

const BLOCK =
  /^(address|article|aside|blockquote|br|caption|center|dd|details|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|img|li|main|nav|ol|option|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul|video)$/;

/** The words of HTML as a reader meets them, with typographic variants made one. */
export function wordsOf(html: string): string {
  return fold(textOf(parseFragment(html)));
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  if (!('childNodes' in node)) return '';
  if ('tagName' in node && (/^(script|style|template)$/.test(node.tagName) || isHidden(node))) {
    return ' ';
  }
  const text = node.childNodes.map(textOf).join('');
  return BLOCK.test(node.nodeName) ? ` ${text} ` : text;
}

function isHidden(element: DefaultTreeAdapterTypes.Element): boolean {
  return element.attrs.some(({ name, value }) => name === 'aria-hidden' && value === 'true');
}

/** Quotes, dashes, ellipses and white space in one form each; the arrows of footnotes left out. */
export function fold(text: string): string {
  return readersWords(text).join(' ');
}
