/**
 * HTML as kramdown reads it: a block-level element runs to its end tag, over blank lines, and what
 * stands inside is HTML, not Markdown, unless `markdown="…"` or `parse_block_html` says so.
 * https://kramdown.gettalong.org/syntax.html#html-blocks
 */

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Elements that belong to a paragraph when a line starts with them. */
const SPAN = words(
  'a abbr acronym b bdi bdo big br button cite code data del dfn em font i img input ins kbd label mark ' +
    'meter option output progress q rb rbc rp rt rtc ruby s samp select small span strike strong sub ' +
    'sup time tt u var wbr',
);
const VOID = words(
  'area base br col command embed hr img input keygen link meta param source track wbr',
);
/** Elements of a sentence whose text is as it is. */
const VERBATIM = words('code kbd math option pre samp textarea var');
/** Elements whose text is no HTML at all. */
const TEXT_ONLY = words('script style textarea');
const BLOCK_CONTENT = words(
  'address applet article aside blockquote body center dd details dialog div dl fieldset figcaption ' +
    'figure footer form header hgroup iframe li main map menu nav noscript object section summary td',
);
const SPAN_CONTENT = words(
  'a abbr acronym b bdo big button caption cite del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend ' +
    'optgroup p q rb rbc rp rt rtc ruby select small span strong sub sup th tt',
);

/** How the inside of an element is read. */
export type ContentModel = 'raw' | 'block' | 'span';

/** A start tag at some place of a text. */
export interface StartTag {
  name: string;
  /** Index behind the `>`. */
  end: number;
  /** The tag as written, without its `markdown` attribute and with its values in quotes. */
  source: string;
  /** The value of `markdown="…"`. */
  markdown: string | undefined;
  /** True for `<br>` and `<x/>`, which have no content. */
  empty: boolean;
}

const START_TAG =
  /<([a-zA-Z][\w:-]*)((?:\s+[\w:@.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*(\/?)>/y;
const END_TAG = /<\/([a-zA-Z][\w:-]*)\s*>/y;
/** `markdown="…"`, which is for kramdown alone. */
const MARKDOWN_ATTRIBUTE = /\s+markdown\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/i;

/** The start tag at `index` of `text`, if one stands there. */
export function startTagAt(text: string, index: number): StartTag | undefined {
  START_TAG.lastIndex = index;
  const match = START_TAG.exec(text);
  if (match === null) return undefined;
  const [source, name = '', attributes = '', slash] = match;
  const markdown = MARKDOWN_ATTRIBUTE.exec(attributes);
  const lower = name.toLowerCase();
  return {
    name: lower,
    end: index + source.length,
    source: withQuotes(markdown === null ? source : source.replace(MARKDOWN_ATTRIBUTE, '')),
    markdown: markdown === null ? undefined : (markdown[1] ?? markdown[2] ?? markdown[3]),
    empty: slash === '/' || VOID.has(lower),
  };
}

const VALUE = /=(\s*)(?:("[^"]*"|'[^']*')|([^\s"'=<>`]+))/g;

/** For Sätteri, a tag with a bare value that begins with a slash is none. */
const withQuotes = (tag: string): string =>
  tag.replace(
    VALUE,
    (_, space: string, quoted?: string, bare?: string) => `=${space}${quoted ?? `"${bare}"`}`,
  );

/** Whether an element has no content and no end tag. */
export const isVoid = (name: string): boolean => VOID.has(name);

/** Whether an element that starts a line is a block of its own. */
export const isBlock = (name: string): boolean => !SPAN.has(name);

/** Whether kramdown leaves alone what stands in an element of a sentence. */
export const isVerbatim = ({ name, empty, markdown }: StartTag): boolean =>
  !empty &&
  (markdown === '0' || (VERBATIM.has(name) && markdown !== 'span' && markdown !== 'block'));

/** How kramdown reads the inside of an element; `parse` is its option `parse_block_html`. */
export function contentModel(tag: StartTag, parse: boolean): ContentModel {
  const own: ContentModel = BLOCK_CONTENT.has(tag.name)
    ? 'block'
    : SPAN_CONTENT.has(tag.name)
      ? 'span'
      : 'raw';
  if (tag.markdown === '1') return own;
  if (tag.markdown === 'block' || tag.markdown === 'span') return tag.markdown;
  if (tag.markdown === '0') return 'raw';
  return parse ? own : 'raw';
}

/** Where the element that `tag` opens ends. */
export interface ElementEnd {
  /** Index of the end tag; equal to `end` for an element without content. */
  contentEnd: number;
  /** Index behind the end tag. */
  end: number;
}

/**
 * The end of the element that `tag` opens, or `undefined` when it is never closed. An end tag also
 * closes what was left open inside its element, as in a browser.
 */
export function elementEnd(text: string, tag: StartTag): ElementEnd | undefined {
  if (tag.empty) return { contentEnd: tag.end, end: tag.end };
  if (TEXT_ONLY.has(tag.name)) return textEnd(text, tag);
  const open = [tag.name];
  const count = new Map([[tag.name, 1]]);
  const markup = /<(?:!--|\/?[a-zA-Z])/g;
  markup.lastIndex = tag.end;
  for (let match = markup.exec(text); match !== null; match = markup.exec(text)) {
    if (match[0] === '<!--') {
      const close = text.indexOf('-->', match.index + 4);
      if (close < 0) return undefined;
      markup.lastIndex = close + 3;
    } else if (match[0].startsWith('</')) {
      END_TAG.lastIndex = match.index;
      const name = END_TAG.exec(text)?.[1]?.toLowerCase() ?? '';
      if ((count.get(name) ?? 0) === 0) continue;
      for (let last = open.pop(); last !== undefined; last = open.pop()) {
        count.set(last, (count.get(last) ?? 0) - 1);
        if (last === name) break;
      }
      if (open.length === 0) return { contentEnd: match.index, end: END_TAG.lastIndex };
    } else {
      const inner = startTagAt(text, match.index);
      if (inner === undefined) continue;
      markup.lastIndex = inner.end;
      if (inner.empty) continue;
      if (TEXT_ONLY.has(inner.name)) {
        const end = textEnd(text, inner);
        if (end === undefined) return undefined;
        markup.lastIndex = end.end;
        continue;
      }
      open.push(inner.name);
      count.set(inner.name, (count.get(inner.name) ?? 0) + 1);
    }
  }
  return undefined;
}

function textEnd(text: string, tag: StartTag): ElementEnd | undefined {
  const close = new RegExp(`</${tag.name}\\s*>`, 'gi');
  close.lastIndex = tag.end;
  const match = close.exec(text);
  return match === null ? undefined : { contentEnd: match.index, end: close.lastIndex };
}

/** The attributes of a start tag; one without a value has the empty string. */
export function tagAttributes({ source }: StartTag): Record<string, string> {
  const attributes: Record<string, string> = {};
  const attribute = /\s([\w:@.-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
  for (const [, name = '', double, single, bare] of source.matchAll(attribute)) {
    attributes[name.toLowerCase()] = double ?? single ?? bare ?? '';
  }
  return attributes;
}
