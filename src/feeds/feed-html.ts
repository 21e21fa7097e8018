import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5';
import { escapeMarkup } from '../html/escape.ts';
import { textOf } from '../html/rendered.ts';
import { elementsOf, resolveUrls } from '../html/urls.ts';
import type { Strings } from '../i18n/en.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;
type Child = DefaultTreeAdapterTypes.ChildNode;

/** What feed readers neither run nor show. */
const LEFT_OUT = new Set(['script', 'style', 'link', 'template']);

/**
 * The text of a post for a feed: every address is whole, because a reader shows it elsewhere, and
 * what only works on the post's page is said in the plain elements that readers leave in a text: they
 * take out scripts, styles, frames, forms, and most attributes.
 * @param html the post as its page shows it
 * @param url whole address of that page
 * @param words those of the post's language
 */
export function feedHtml(html: string, url: string, words: Pick<Strings, 'diagram'>): string {
  // What stands in `<noscript>` is what a feed can show.
  const fragment = parseFragment(html, { scriptingEnabled: false });
  simplify(fragment, { url, words });
  resolveUrls(fragment, (link) => URL.parse(link, url)?.href ?? link);
  return serialize(fragment);
}

interface Page {
  url: string;
  words: Pick<Strings, 'diagram'>;
}

function simplify(parent: Parent, page: Page): void {
  for (const element of elementsOf(parent)) simplify(element, page);
  fill(
    parent,
    parent.childNodes.flatMap((node) => ('tagName' in node ? plain(node, page) : node)),
  );
}

/** What stands in a feed for an element, whose children have been made plain. */
function plain(element: Element, { url, words }: Page): Child[] {
  const { tagName, childNodes } = element;
  if (/^h[1-6]$/.test(tagName)) withoutOwnLink(element);
  switch (tagName) {
    case 'script':
      return waitingScript(element);
    case 'noscript':
      return childNodes;
    case 'a':
      return isHeadingAnchor(element) || role(element) === 'doc-backlink' ? [] : [element];
    case 'source':
      // Readers of feeds show the `<img>` of a picture.
      return element.parentNode?.nodeName === 'picture' ? [] : [element];
    case 'aside':
      return hasClass(element, 'callout') ? [callout(element)] : [element];
    case 'iframe':
      return frame(element);
    case 'input':
      return valueOf(element, 'type') === 'checkbox' ? [box(element)] : [element];
    case 'math':
      return valueOf(element, 'display') === 'block' ? [wrapped('p', [element])] : [element];
    case 'pre':
      simplifyCode(element);
      return isDiagram(element)
        ? [
            ...made(`<p><a href="${escapeMarkup(url)}">${escapeMarkup(words.diagram)}</a></p>`),
            element,
          ]
        : [element];
    case 'summary':
      fill(element, [wrapped('strong', childNodes)]);
      return [element];
    default:
      if (role(element) === 'doc-endnotes') return [...made('<hr>'), element];
      return LEFT_OUT.has(tagName) ? [] : [element];
  }
}

/** A quotation with its name in front, which all readers set apart. */
function callout(aside: Element): Element {
  const title = elementsOf(aside).find((each) => hasClass(each, 'callout-title'));
  if (title) fill(title, [wrapped('strong', title.childNodes)]);
  const name = valueOf(aside, 'aria-label');
  const label = title || !name ? [] : made(`<p><strong>${escapeMarkup(name)}</strong></p>`);
  return wrapped('blockquote', [...label, ...aside.childNodes]);
}

/** A frame, and a link for readers that take frames out. The page in it asks before it loads what a reader decides about anyway. */
function frame(iframe: Element): Child[] {
  iframe.attrs = iframe.attrs.filter(({ name }) => name !== 'srcdoc');
  const src = valueOf(iframe, 'src');
  if (!src) return [iframe];
  const name = valueOf(iframe, 'title') || src;
  return [iframe, ...made(`<br><a href="${escapeMarkup(src)}">${escapeMarkup(name)}</a>`)];
}

/** A link to what a script that waits for its reader (see `markdown/embeds.ts`) would show. */
function waitingScript(script: Element): Child[] {
  const src = valueOf(script, 'data-src');
  if (valueOf(script, 'type') !== 'text/plain' || !src) return [];
  // A gist has a page beside its script.
  const address = src.replace(/(?<=^https:\/\/gist\.github\.com\/[^?]*)\.js\b/, '');
  return made(`<p><a href="${escapeMarkup(address)}">${escapeMarkup(address)}</a></p>`);
}

/** A task's box as a character. */
function box(input: Element): Child {
  const isChecked = input.attrs.some(({ name }) => name === 'checked');
  return { nodeName: '#text', value: isChecked ? '☑' : '☐', parentNode: null };
}

function isDiagram(pre: Element): boolean {
  return elementsOf(pre).some((code) => hasClass(code, 'language-mermaid'));
}

/** A link within the page that readers of text never meet: hidden, or without text. */
function isHeadingAnchor(link: Element): boolean {
  if (!valueOf(link, 'href')?.startsWith('#')) return false;
  return valueOf(link, 'aria-hidden') === 'true' || link.childNodes.length === 0;
}

/** A heading that links to itself is text elsewhere. */
function withoutOwnLink(heading: Element): void {
  const [link] = heading.childNodes;
  if (!link || !('tagName' in link) || link.tagName !== 'a') return;
  if (valueOf(link, 'href') === `#${valueOf(heading, 'id')}`) fill(heading, link.childNodes);
}

/** Highlighted code keeps its text: the colours are variables of the site's style sheet. */
function simplifyCode(pre: Element): void {
  if (!hasClass(pre, 'astro-code')) return;
  pre.attrs = [];
  for (const code of elementsOf(pre)) {
    code.childNodes = [{ nodeName: '#text', value: textOf(code), parentNode: code }];
  }
}

function valueOf(element: Element, wanted: string): string | undefined {
  return element.attrs.find(({ name }) => name === wanted)?.value;
}

const role = (element: Element): string | undefined => valueOf(element, 'role');

function hasClass(element: Element, name: string): boolean {
  return (valueOf(element, 'class') ?? '').split(/\s+/).includes(name);
}

function made(html: string): Child[] {
  return parseFragment(html).childNodes;
}

function wrapped(tagName: string, children: Child[]): Element {
  const [element] = made(`<${tagName}></${tagName}>`) as [Element];
  fill(element, children);
  return element;
}

function fill(parent: Parent, children: Child[]): void {
  parent.childNodes = children;
  for (const child of children) child.parentNode = parent;
}
