import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5';
import { textOf } from '../html/rendered.ts';
import { elementsOf, resolveUrls } from '../html/urls.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** What feed readers neither run nor show. */
const LEFT_OUT = new Set(['script', 'style', 'link', 'template']);

/**
 * The text of a post for a feed: every address is whole, because a reader shows it elsewhere, and
 * what only works on the post's page (scripts, styles, colours of code, heading anchors) is gone.
 * @param html the post as its page shows it
 * @param url whole address of that page
 */
export function feedHtml(html: string, url: string): string {
  const fragment = parseFragment(html);
  simplify(fragment);
  resolveUrls(fragment, (link) => URL.parse(link, url)?.href ?? link);
  return serialize(fragment);
}

function simplify(parent: Parent): void {
  parent.childNodes = parent.childNodes.filter(
    (node) =>
      !(
        'tagName' in node &&
        (LEFT_OUT.has(node.tagName) || isHeadingAnchor(node) || isPictureSource(node))
      ),
  );
  for (const element of elementsOf(parent)) {
    if (element.tagName === 'pre') simplifyCode(element);
    if (/^h[1-6]$/.test(element.tagName)) withoutOwnLink(element);
    // The page in it asks before it loads what a reader decides about anyway.
    element.attrs = element.attrs.filter(({ name }) => name !== 'srcdoc');
    simplify(element);
  }
}

/** A `<source>` of a picture: readers of feeds show the `<img>`. */
function isPictureSource({ tagName, parentNode }: Element): boolean {
  return tagName === 'source' && parentNode?.nodeName === 'picture';
}

/** A link within the page that readers of text never meet: hidden, or without text. */
function isHeadingAnchor(element: Element): boolean {
  const value = (name: string) => element.attrs.find((attribute) => attribute.name === name)?.value;
  if (element.tagName !== 'a' || !value('href')?.startsWith('#')) return false;
  return value('aria-hidden') === 'true' || element.childNodes.length === 0;
}

/** A heading that links to itself is text elsewhere. */
function withoutOwnLink(heading: Element): void {
  const [link] = heading.childNodes;
  const id = heading.attrs.find(({ name }) => name === 'id')?.value;
  if (!link || !('tagName' in link) || link.tagName !== 'a') return;
  if (link.attrs.some(({ name, value }) => name === 'href' && value === `#${id}`)) {
    heading.childNodes = link.childNodes;
  }
}

/** Highlighted code keeps its text: the colours are variables of the site's style sheet. */
function simplifyCode(pre: Element): void {
  if (!pre.attrs.some(({ name, value }) => name === 'class' && /\bastro-code\b/.test(value)))
    return;
  pre.attrs = [];
  for (const code of elementsOf(pre)) {
    code.childNodes = [{ nodeName: '#text', value: textOf(code), parentNode: code }];
  }
}
