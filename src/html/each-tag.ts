import { decodeEntities } from './entities.ts';

/** Elements whose content is text: tags in it are none. */
const RAW_TEXT = new Set(
  'script style textarea title xmp iframe noembed noframes plaintext'.split(' '),
);

/** A start tag that a browser would see. */
export interface Tag {
  /** In lower case. */
  name: string;
  /** By lower-case name, decoded; the first of a name counts, as in browsers. The next tag has the same map. */
  attributes: ReadonlyMap<string, string>;
  /** What stands in an element whose content is text. */
  text: string;
}

const SPACE = /\s/;
const [QUOTE, APOSTROPHE, SLASH, EQUALS, GREATER] = [34, 39, 47, 61, 62];

/** Of most tags that is known by their code alone; the rule is that of regular expressions. */
function isSpace(code: number): boolean {
  return code < 128
    ? code === 32 || (code >= 9 && code <= 13)
    : SPACE.test(String.fromCharCode(code));
}

/**
 * Reads start tags as browsers do, those that have a wanted attribute or text. https://html.spec.whatwg.org/multipage/parsing.html#tokenization
 * @param wants whether an attribute is looked at; names are in lower case
 */
export function eachTag(
  html: string,
  visit: (tag: Tag) => void,
  wants: (tag: string, attribute: string) => boolean,
): void {
  const attributes = new Map<string, string>();
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    const next = html.charCodeAt(at + 1);
    if (next === SLASH) at = after(html, '>', at + 1);
    else if (!isLetter(next)) at = markupEnd(html, at);
    else {
      const nameEnd = endOf(html, at + 1, SLASH);
      const name = html.slice(at + 1, nameEnd).toLowerCase();
      if (attributes.size > 0) attributes.clear();
      at = readAttributes(html, nameEnd, attributes, name, wants);
      let text = '';
      if (RAW_TEXT.has(name) && html[at - 2] !== '/') {
        const end = new RegExp(`</${name}(?=[\\s/>]|$)`, 'gi');
        end.lastIndex = at;
        const close = end.exec(html)?.index ?? html.length;
        text = html.slice(at, close);
        at = close;
      }
      if (attributes.size > 0 || text !== '') visit({ name, attributes, text });
    }
  }
}

/** Where a comment ends, or something else that is no tag. */
function markupEnd(html: string, at: number): number {
  if (html.startsWith('<!--', at)) return commentEnd(html, at);
  if (html.startsWith('<![CDATA[', at)) return after(html, ']]>', at);
  return /[!?]/.test(html[at + 1] ?? '') ? after(html, '>', at + 1) : at + 1;
}

function isLetter(code: number): boolean {
  return (code | 32) >= 97 && (code | 32) <= 122;
}

/** Reads the attributes of a tag, up to where it ends. */
function readAttributes(
  html: string,
  from: number,
  attributes: Map<string, string>,
  name: string,
  wants: (tag: string, attribute: string) => boolean,
): number {
  for (let i = from; ;) {
    while (html.charCodeAt(i) === SLASH || isSpace(html.charCodeAt(i))) i++;
    if (i >= html.length) return i;
    if (html.charCodeAt(i) === GREATER) return i + 1;
    const keyEnd = endOf(html, i + 1, SLASH, EQUALS);
    const key = html.slice(i, keyEnd).toLowerCase();
    const equals = afterSpaces(html, keyEnd);
    let value = '';
    i = keyEnd;
    if (html.charCodeAt(equals) === EQUALS) {
      let start = afterSpaces(html, equals + 1);
      const first = html.charCodeAt(start);
      if (first === QUOTE || first === APOSTROPHE) {
        const close = html.indexOf(html[start++] ?? '', start);
        const end = close < 0 ? html.length : close;
        value = html.slice(start, end);
        i = end + 1;
      } else {
        i = endOf(html, start);
        value = html.slice(start, i);
      }
    }
    if (wants(name, key) && !attributes.has(key)) attributes.set(key, decodeEntities(value));
  }
}

/** Where blanks, `>` or other characters end what begins there. */
function endOf(html: string, from: number, other = GREATER, another = other): number {
  let i = from;
  for (; i < html.length; i++) {
    const code = html.charCodeAt(i);
    if (code === GREATER || code === other || code === another || isSpace(code)) break;
  }
  return i;
}

function afterSpaces(html: string, from: number): number {
  let i = from;
  while (isSpace(html.charCodeAt(i))) i++;
  return i;
}

function commentEnd(html: string, start: number): number {
  const short = /^<!--(?:>|->)/.exec(html.slice(start, start + 7));
  if (short) return start + short[0].length;
  const end = /--!?>/g;
  end.lastIndex = start + 4;
  return end.test(html) ? end.lastIndex : html.length;
}

function after(html: string, what: string, from: number): number {
  const at = html.indexOf(what, from);
  return at < 0 ? html.length : at + what.length;
}
