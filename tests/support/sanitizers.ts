import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5';

type Child = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** What a reader's software leaves of a text. */
interface Rules {
  /** Elements that stay. Of all others what is in them stays. */
  elements: ReadonlySet<string>;
  attributes: ReadonlySet<string>;
  /** Elements that go with all that is in them. */
  dropped: ReadonlySet<string>;
  /** Hosts whose frames stay; all, where there is no list. */
  frames?: ReadonlySet<string>;
}

const words = (text: string): Set<string> => new Set(text.trim().split(/\s+/));

const TEXT = `a abbr acronym aside audio b blockquote br caption cite code dd del dfn dl dt em figcaption figure
  h1 h2 h3 h4 h5 h6 hr i iframe img ins kbd li ol p picture pre q rp rt rtc ruby s samp small source strong sub sup
  table td tfoot th thead time tr u ul var video wbr`;
const MATH = `math merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt
  msub msubsup msup mtable mtd mtext mtr munder munderover`;

/**
 * Rules in the manner of readers that are known to be strict. They take out classes, roles and styles, forms,
 * and the scripts and frames of strangers.
 */
export const sanitizers: Readonly<Record<string, Rules>> = {
  // https://github.com/miniflux/v2/blob/main/internal/reader/sanitizer/sanitizer.go
  Miniflux: {
    elements: words(`${TEXT} ${MATH} mstyle semantics annotation`),
    attributes: words(
      'href title id src alt srcset sizes width height rowspan colspan datetime poster xmlns',
    ),
    dropped: words('script style noscript'),
    frames: words('youtube.com youtube-nocookie.com player.vimeo.com'),
  },
  // https://github.com/FreshRSS/FreshRSS/blob/edge/app/Models/SimplePieCustom.php
  FreshRSS: {
    elements: words(
      `${TEXT} ${MATH} article details div footer header main mark nav section span summary tbody colgroup col`,
    ),
    attributes: words(
      'href title src alt srcset sizes width height rowspan colspan datetime poster cite dir lang role display open start',
    ),
    dropped: words('script style'),
  },
};

/** A text as a reader of feeds shows it. */
export function sanitized(html: string, rules: Rules): string {
  const fragment = parseFragment(html);
  fragment.childNodes = fragment.childNodes.flatMap((node) => left(node, rules));
  return serialize(fragment);
}

function left(node: Child, rules: Rules): Child[] {
  if (node.nodeName === '#comment') return [];
  if (!('tagName' in node)) return [node];
  if (rules.dropped.has(node.tagName) || isStranger(node, rules)) return [];
  const children = node.childNodes.flatMap((child) => left(child, rules));
  if (!rules.elements.has(node.tagName)) return children;
  node.attrs = node.attrs.filter(({ name }) => rules.attributes.has(name));
  node.childNodes = children;
  return [node];
}

function isStranger({ tagName, attrs }: Element, { frames }: Rules): boolean {
  if (tagName !== 'iframe' || !frames) return false;
  const src = attrs.find(({ name }) => name === 'src')?.value ?? '';
  return !frames.has(URL.parse(src)?.host.replace(/^www\./, '') ?? '');
}
