import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5';
import { resolveUrls } from './urls.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** What cannot stand in a list of posts: pictures, and what belongs to one page alone. */
const LEFT_OUT = new Set([
  'img',
  'picture',
  'figure',
  'video',
  'audio',
  'iframe',
  'script',
  'style',
  'svg',
]);

/** An excerpt for lists, and the same as plain text for metadata. */
export interface CleanExcerpt {
  html: string;
  text: string;
}

/**
 * Takes pictures and ids out of an excerpt and makes its links the same wherever it stands, so that
 * many of them can stand on one page.
 * @param address of the post, with the site's base path: what relative links are relative to
 * @param toLink what the links of the post's text become on the site
 */
export function cleanExcerpt(
  html: string,
  address: string,
  toLink: (link: string) => string,
): CleanExcerpt {
  const fragment = parseFragment(html);
  clean(fragment);
  resolveUrls(fragment, (link) => resolve(toLink(link), address));
  return { html: serialize(fragment).trim(), text: plainText(fragment) };
}

/** Whether an excerpt holds no text but headings. */
export function isHeadingAlone({ html }: CleanExcerpt): boolean {
  return html.replace(/<(h[1-6])\b[^]*?<\/\1>|<[^>]*>/g, '').trim() === '';
}

/**
 * The running text of an excerpt for a list, as HTML without tags: no headings, code or tables.
 * @param html of `cleanExcerpt`
 */
export function excerptText(html: string): string {
  return html
    .replace(/<(h[1-6]|pre|table)\b[^]*?<\/\1>/g, ' ')
    .replace(/<\/?(?:p|div|li|br|blockquote|dd|dt)\b(?:"[^"]*"|[^">])*>/g, ' ')
    .replace(/<(?:"[^"]*"|[^">])*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** `link` as it means from the page at `path`, without scheme and host where it had none. */
function resolve(link: string, path: string): string {
  const here = new URL(path, 'http://site.invalid');
  const url = URL.parse(link, here);
  if (!url) return link;
  return url.origin === here.origin ? url.pathname + url.search + url.hash : url.href;
}

function clean(parent: Parent): void {
  parent.childNodes = parent.childNodes.filter((node) => {
    if (!('tagName' in node)) return node.nodeName === '#text';
    if (LEFT_OUT.has(node.tagName) || isFootnote(node)) return false;
    node.attrs = node.attrs.filter(({ name }) => name !== 'id');
    clean(node);
    return node.childNodes.length > 0 || node.tagName === 'br';
  });
}

/** The notes, and the references to them. */
function isFootnote(element: DefaultTreeAdapterTypes.Element): boolean {
  const has = (attribute: string) => element.attrs.some(({ name }) => name === attribute);
  return has('data-footnotes') || has('data-footnote-ref');
}

function plainText(parent: Parent): string {
  return textOf(parent).replace(/\s+/g, ' ').trim();
}

function textOf(node: Node | Parent): string {
  if ('value' in node) return node.value;
  if (!('childNodes' in node)) return '';
  const text = node.childNodes.map(textOf).join('');
  return /^(p|div|li|h[1-6]|br|blockquote|tr|td|dd|dt)$/.test(node.nodeName) ? `${text} ` : text;
}
