import { escapeMarkup } from '../html/escape.ts';

/** The attributes of a start tag, by lower-case name, with their values decoded. */
export type Attributes = Map<string, string>;

/** A start tag in HTML that is otherwise left alone. */
export interface StartTag {
  /** In lower case. */
  name: string;
  attributes: Attributes;
}

const COMMENT_OR_TAG =
  /<!--[\s\S]*?(?:-->|$)|<([a-z][\w:-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*(\/?)>/gi;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/**
 * HTML with some of its start tags written anew. What is no tag, and every tag that `rewrite`
 * gives nothing for, stays letter for letter.
 * @param rewrite the HTML that stands in place of a tag
 */
export function rewriteTags(html: string, rewrite: (tag: StartTag) => string | undefined): string {
  return html.replace(COMMENT_OR_TAG, (written, name?: string, attributes = '') =>
    name === undefined
      ? written
      : (rewrite({ name: name.toLowerCase(), attributes: readAttributes(attributes) }) ?? written),
  );
}

function readAttributes(text: string): Attributes {
  const attributes: Attributes = new Map();
  for (const [, name = '', double, single, bare] of text.matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase();
    // The first counts, as in browsers.
    if (!attributes.has(key)) attributes.set(key, decode(double ?? single ?? bare ?? ''));
  }
  return attributes;
}

/** A start tag as HTML. */
export function startTag(name: string, attributes: Attributes): string {
  const written = Array.from(attributes, ([key, value]) => ` ${key}="${escapeMarkup(value)}"`);
  return `<${name}${written.join('')}>`;
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The character references that occur in addresses and alternative texts; others stay as they are. */
function decode(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(amp|lt|gt|quot|apos));/gi, (written, ...found) => {
    const [decimal, hex, name] = found as (string | undefined)[];
    if (name) return NAMED[name.toLowerCase()] ?? written;
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : written;
  });
}
