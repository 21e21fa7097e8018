import { detached } from '../lib/detached.ts';
import { eachTag, type Tag } from './each-tag.ts';

/** An address in a text, as a browser reads it: entities and CSS escapes are decoded. */
export interface Reference {
  address: string;
  /**
   * Who uses it: the browser (`markup`), scripts that look at `data-…` (`data`), or perhaps a script in
   * which a string looks like one (`script`).
   */
  by: 'markup' | 'data' | 'script';
}

/** What an HTML document refers to, and what can be referred to in it. */
export interface HtmlReferences {
  references: Reference[];
  /** Values of `id` and of `name` of links. */
  ids: Set<string>;
  /** What `<base href>` says: relative addresses are relative to it. */
  base?: string;
}

/** Attributes that nearly every tag has and that never refer to anything. */
const SILENT = new Set(['class', 'rel', 'type', 'alt', 'title', 'width', 'height', 'tabindex']);
const refers = (_tag: string, attribute: string): boolean => !SILENT.has(attribute);

const ADDRESSES =
  /^(?:href|src|poster|data|action|formaction|background|cite|longdesc|manifest|xlink:href|ping|url)$/;
const SRCSETS = /^(?:image)?srcset$/;
/** Attributes of drawings whose value may be `url(…)`. */
const PAINT = /^(?:fill|stroke|filter|mask|clip-path|cursor|marker(?:-start|-mid|-end)?)$/;
/** `<meta>` that names a picture or a film: `og:image`, `twitter:image:src`, `msapplication-TileImage`. */
const META = /(?:image|logo|video|audio|player)(?::(?:secure_)?url|:src|:stream)?$/i;

/** Whether an attribute holds an address, several of them (`srcset`), or none. Names are in lower case. */
export function addressKind(tag: string, attribute: string): 'address' | 'srcset' | undefined {
  if (attribute === 'data' && tag !== 'object') return undefined;
  if (ADDRESSES.test(attribute)) return 'address';
  return SRCSETS.test(attribute) ? 'srcset' : undefined;
}

/**
 * Reads the addresses in HTML, or in XML such as SVG. What stands in comments and in text, code among
 * it, is none. It takes what it is given: a page of thousands, an unclosed tag.
 */
export function referencesInHtml(html: string): HtmlReferences {
  const found: HtmlReferences = { references: [], ids: new Set() };
  const add = (address: string, by: Reference['by'] = 'markup') =>
    found.references.push({ address, by });

  const read = ({ name, attributes, text }: Tag) => {
    for (const [attribute, value] of attributes) {
      if (attribute === 'id' || (attribute === 'name' && name === 'a')) found.ids.add(value);
      else if (ADDRESSES.test(attribute)) {
        if (name === 'base') found.base ??= value;
        else add(value);
      } else if (SRCSETS.test(attribute)) {
        for (const address of srcsetAddresses(value)) add(address);
      } else if (attribute === 'style' || PAINT.test(attribute)) {
        for (const address of referencesInCss(value)) add(address);
      } else if (attribute === 'srcdoc')
        found.references.push(...referencesInHtml(value).references);
      else if (/^on[a-z]/.test(attribute)) {
        for (const address of stringsInScript(value)) add(address, 'script');
      } else if (attribute.startsWith('data-') && isAddress(value)) add(value, 'data');
      else if (attribute === 'value' && name === 'param' && isAddress(value)) add(value);
    }
    if (name === 'meta') {
      const content = attributes.get('content') ?? '';
      const about =
        attributes.get('property') ?? attributes.get('name') ?? attributes.get('itemprop');
      if (META.test(about ?? '')) add(content);
      const [, target] = /^\s*[\d.]*\s*[;,]\s*(?:url\s*=\s*)?["']?([^"']+)/i.exec(content) ?? [];
      if (target && attributes.get('http-equiv')?.toLowerCase() === 'refresh') add(target);
    }
    if (name === 'style') for (const address of referencesInCss(text)) add(address);
    if (name === 'script') for (const address of stringsInScript(text)) add(address, 'script');
  };
  eachTag(html, read, refers);
  return found;
}

/** What a value that scripts read looks like when it leads to a file. */
function isAddress(value: string): boolean {
  return /^(?:\.{0,2}\/|https?:)|^[^\s<>{}()]+\.[a-z\d]{2,5}(?:$|[?#])/i.test(value);
}

/**
 * Candidates are divided by commas; addresses may hold commas but not end with one.
 * https://html.spec.whatwg.org/multipage/images.html#parsing-a-srcset-attribute
 */
function srcsetAddresses(srcset: string): string[] {
  const addresses: string[] = [];
  mapSrcset(srcset, (address) => {
    addresses.push(address);
    return address;
  });
  return addresses;
}

/** A `srcset` with other addresses in it. */
export function mapSrcset(srcset: string, map: (address: string) => string): string {
  const candidates = srcset.matchAll(/[\s,]*(\S*[^\s,])(\s+[^,]+)?,?/g);
  return Array.from(
    candidates,
    ([, address = '', size = '']) => map(address) + size.trimEnd(),
  ).join(', ');
}

const CSS_COMMENT = /\/\*[^]*?(?:\*\/|$)/g;
const STRING = String.raw`"((?:[^"\\]|\\[^])*)"|'((?:[^'\\]|\\[^])*)'`;
const CSS_ADDRESS = new RegExp(
  String.raw`\burl\(\s*(?:${STRING}|((?:[^\s"'()\\]|\\[\da-f]{1,6}\s?|\\[^])*))` +
    String.raw`|@import\s*(?:${STRING})|image-set\(([^]*?)\)\s*(?=[;,}]|$)`,
  'gi',
);
const CSS_STRING = new RegExp(STRING, 'g');

/** Reads the addresses in a style sheet: `url(…)`, `@import`, `image-set(…)`; none in comments. */
export function referencesInCss(css: string): string[] {
  if (!/url\(|@import|image-set\(/i.test(css)) return [];
  return [...css.replace(CSS_COMMENT, ' ').matchAll(CSS_ADDRESS)].flatMap((match) => {
    const set = match[6];
    if (set === undefined)
      return cssUnescape(match.slice(1, 6).find((one) => one !== undefined) ?? '');
    const strings = set.matchAll(CSS_STRING);
    const names = Array.from(strings, ([, double, single]) => cssUnescape(double ?? single ?? ''));
    return [...names.filter((name) => !name.startsWith('image/')), ...referencesInCss(set)];
  });
}

/** https://www.w3.org/TR/css-syntax-3/#consume-escaped-code-point */
function cssUnescape(text: string): string {
  return text.replace(/\\(?:([\da-f]{1,6})\s?|(\r\n|[^]))/gi, (_, hex?: string, other = '') =>
    hex ? codePoint(Number.parseInt(hex, 16)) : /[\r\n]/.test(other) ? '' : other,
  );
}

function codePoint(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
}

/** Scripts stand in thousands of pages, letter for letter. */
const scripts = new Map<string, string[]>();
const MOST_SCRIPTS = 500;

/** Strings in a script that are a whole address or path of the site. */
export function stringsInScript(script: string): string[] {
  let strings = scripts.get(script);
  if (!strings) {
    const found = script.matchAll(/(["'`])((?:https?:)?\\?\/[^"'`\s<>{}]*[^"'`\s<>{}\\])\1/g);
    strings = Array.from(found, ([, , text = '']) => detached(text.replaceAll('\\/', '/')));
    if (scripts.size === MOST_SCRIPTS) scripts.clear();
    scripts.set(detached(script), strings);
  }
  return strings;
}
