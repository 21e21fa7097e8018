import { decodeEntities } from './entities.ts';
import { escapeMarkup } from './escape.ts';

/** The attributes of a start tag, by lower-case name, with their values decoded. */
export type Attributes = Map<string, string>;

/** A start tag in HTML that is otherwise left alone. */
export interface StartTag {
  /** In lower case. */
  name: string;
  /** As it was written. */
  written: string;
  /** Read when they are asked for: most tags are none that anybody looks for. */
  readonly attributes: Attributes;
}

const COMMENT_OR_TAG =
  /<!--[\s\S]*?(?:-->|$)|<([a-z][\w:-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*(\/?)>|<\/([a-z][\w:-]*)\s*>/gi;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/** Elements that hold text: what looks like a tag in them is none. */
const TEXT_ELEMENTS = new Set(['script', 'style', 'textarea', 'title', 'xmp']);

/**
 * HTML with some of its start tags written anew. What is no tag, and every tag that `rewrite`
 * gives nothing for, stays letter for letter.
 * @param rewrite the HTML that stands in place of a tag
 * @param after the HTML that follows the end tag of an element
 */
export function rewriteTags(
  html: string,
  rewrite: (tag: StartTag) => string | undefined,
  after: (name: string) => string = () => '',
): string {
  const parts: string[] = [];
  let position = 0;
  COMMENT_OR_TAG.lastIndex = 0;
  for (let match = COMMENT_OR_TAG.exec(html); match !== null; match = COMMENT_OR_TAG.exec(html)) {
    const [written, opened, attributes = '', , closed] = match;
    const end = match.index + written.length;
    const name = opened?.toLowerCase();
    if (name !== undefined) {
      const tag = rewrite({
        name,
        written,
        get attributes() {
          return readAttributes(attributes);
        },
      });
      parts.push(html.slice(position, match.index), tag ?? written);
      position = end;
      if (TEXT_ELEMENTS.has(name)) COMMENT_OR_TAG.lastIndex = endOfText(html, name, end);
    } else if (closed !== undefined) {
      parts.push(html.slice(position, end), after(closed.toLowerCase()));
      position = end;
    }
  }
  return parts.join('') + html.slice(position);
}

/** Where the end tag of an element that holds text begins. */
function endOfText(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}\\b`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

/**
 * HTML with some values of attributes written anew, and all else letter for letter.
 * @param rewrite the value, or nothing where it stays; names are in lower case, values decoded
 */
export function rewriteAttributes(
  html: string,
  rewrite: (tag: string, attribute: string, value: string) => string | undefined,
): string {
  return rewriteTags(html, ({ name, written }) => {
    const start = name.length + 1;
    const attributes = written.slice(start);
    return (
      written.slice(0, start) +
      attributes.replace(ATTRIBUTE, (attribute, ...found) => {
        const [key = '', double, single, bare] = found as (string | undefined)[];
        const value = decodeEntities(double ?? single ?? bare ?? '');
        const other = rewrite(name, key.toLowerCase(), value);
        return other === undefined || other === value
          ? attribute
          : `${key}="${escapeMarkup(other)}"`;
      })
    );
  });
}

function readAttributes(text: string): Attributes {
  const attributes: Attributes = new Map();
  for (const [, name = '', double, single, bare] of text.matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase();
    // The first counts, as in browsers.
    if (!attributes.has(key)) attributes.set(key, decodeEntities(double ?? single ?? bare ?? ''));
  }
  return attributes;
}

/** A start tag as HTML. */
export function startTag(name: string, attributes: Attributes): string {
  const written = Array.from(attributes, ([key, value]) => ` ${key}="${escapeMarkup(value)}"`);
  return `<${name}${written.join('')}>`;
}
