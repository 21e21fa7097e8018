import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { elementsOf } from '../../html/urls.ts';
import { firstDifference, similarity, wordsOf } from './text.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** How a page agrees with what stood there before. What the old page did not say, or the new one, is missing. */
export interface PageComparison {
  title?: boolean;
  date?: boolean;
  terms?: boolean;
  /** From 0 to 1. */
  text?: number;
  difference?: { before: string; now: string } | undefined;
  /** Addresses in the old text, as it has them. */
  links: string[];
}

/** Where the text of a page may be, in themes of all kinds; the closest counts. */
const TEXTS: ((element: Element) => boolean)[] = [
  ...['e-content', 'post-content', 'entry-content', 'post-body', 'page-content', 'content'].map(
    (name) => (element: Element) => hasClass(element, name),
  ),
  ({ tagName }) => /^(?:article|main|body)$/.test(tagName),
];

/**
 * @param before the page as it was
 * @param now the page of this site
 */
export function comparePages(before: string, now: string): PageComparison {
  const [old, page] = [allIn(parse(before)), allIn(parse(now))];
  const text = page.find((each) => hasClass(each, 'e-content') || hasClass(each, 'prose'));
  const compared: PageComparison = { links: [] };
  if (!text) return compared;

  const title = page.find((each) => hasClass(each, 'p-name') || each.tagName === 'h1');
  // A heading may belong to the text.
  const titles = [
    ...old.filter(({ tagName }) => tagName === 'title').map((each) => textOf(each)),
    ...metas(old, 'og:title'),
  ].map(plain);
  if (title && titles.length > 0) {
    const wanted = plain(textOf(title));
    compared.title = titles.some((each) => each.includes(wanted));
  }
  const date = page.find((each) => hasClass(each, 'dt-published'));
  const dates = [
    ...old
      .filter(({ tagName }) => tagName === 'time')
      .flatMap((each) => valueOf(each, 'datetime') ?? []),
    ...metas(old, 'article:published_time'),
  ];
  if (date && dates.length > 0) {
    const own = valueOf(date, 'datetime') ?? '';
    compared.date = dates.some(
      (each) => Date.parse(each) === Date.parse(own) || each.slice(0, 10) === own.slice(0, 10),
    );
  }
  const terms = new Set(
    page
      .filter((each) => hasClass(each, 'p-category'))
      .map((each) => textOf(each))
      .map(plain),
  );
  const oldTerms = [
    ...old
      .filter((each) => hasClass(each, 'p-category') || /\btag\b/.test(valueOf(each, 'rel') ?? ''))
      .map((each) => textOf(each)),
    ...metas(old, 'article:tag'),
  ].map((term) => plain(term).replace(/^#/, ''));
  if (date && oldTerms.length > 0) compared.terms = oldTerms.every((term) => terms.has(term));

  const tex = allIn(text).some(isFormula) ? DOLLARS : TEX;
  const words = wordsOf(textOf(text, tex));
  const [best] = TEXTS.flatMap((isText) => old.filter(isText))
    .map((element) => ({ element, words: wordsOf(textOf(element, tex)) }))
    .map((each) => ({ ...each, common: similarity(each.words, words) }))
    .toSorted((a, b) => b.common - a.common);
  if (best) {
    compared.text = best.common;
    compared.difference = firstDifference(best.words, words);
    compared.links = allIn(best.element).flatMap(
      (each) => valueOf(each, each.tagName === 'a' ? 'href' : 'src') ?? [],
    );
  }
  return compared;
}

const BLOCK =
  /^(?:address|article|aside|blockquote|br|caption|dd|details|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|img|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul|video)$/;

/** TeX that scripts set when a page is read: `\\(…\\)`, `\\[…\\]`, `$$…$$`. https://docs.mathjax.org/en/latest/input/tex/delimiters.html */
const TEX = /\\\([^]*?\\\)|\\\[[^]*?\\\]|\$\$[^]*?\$\$/g;
/** The same, and `$…$`, which is a formula on pages alone that have some. */
const DOLLARS = new RegExp(
  String.raw`${TEX.source}|(?<![\\$\w])\$(?=[^\s$])[^$]+?(?<=[^\s\\])\$(?![\d$])`,
  'g',
);
/** Scripts look for none in code. */
const NO_TEX = /(?!)/;
/** Stands for a formula, however it is written. */
const FORMULA = ' ∑ ';

const CODE = /^(?:pre|code|kbd|samp)$/;

/**
 * The text that readers see.
 * @param tex what scripts take for formulas
 */
function textOf(parent: Parent, tex = TEX): string {
  return parent.childNodes
    .map((node) => {
      if (node.nodeName === '#text' && 'value' in node) {
        return node.value.replace(tex, FORMULA);
      }
      if ('tagName' in node && isFormula(node)) return FORMULA;
      if (!('tagName' in node) || isUnseen(node)) return ' ';
      const text = textOf(node, CODE.test(node.tagName) ? NO_TEX : tex);
      return BLOCK.test(node.tagName) ? ` ${text} ` : text;
    })
    .join('');
}

/** MathML, what KaTeX makes, and what older kramdown leaves to MathJax. */
function isFormula(element: Element): boolean {
  if (element.tagName === 'math' || hasClass(element, 'katex')) return true;
  return element.tagName === 'script' && (valueOf(element, 'type') ?? '').startsWith('math/tex');
}

function isUnseen(element: Element): boolean {
  if (/^(?:script|style|template|noscript|button)$/.test(element.tagName)) return true;
  if (valueOf(element, 'hidden') !== undefined || valueOf(element, 'aria-hidden') === 'true')
    return true;
  return /\b(?:gutter|lineno|linenos|line-numbers)\b/.test(valueOf(element, 'class') ?? '');
}

function allIn(parent: Parent): Element[] {
  return elementsOf(parent).flatMap((element) => [element, ...allIn(element)]);
}

const plain = (text: string): string => wordsOf(text).join(' ').toLowerCase();

function metas(elements: readonly Element[], property: string): string[] {
  return elements
    .filter((each) => each.tagName === 'meta' && valueOf(each, 'property') === property)
    .flatMap((each) => valueOf(each, 'content') ?? []);
}

function valueOf(element: Element, wanted: string): string | undefined {
  return element.attrs.find(({ name }) => name === wanted)?.value;
}

function hasClass(element: Element, name: string): boolean {
  return (valueOf(element, 'class') ?? '').split(/\s+/).includes(name);
}
