import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5';

type Parent = DefaultTreeAdapterTypes.ParentNode;

/** HTML and the headings in it that have an id, as the content store keeps them. */
export interface RenderedHtml {
  html: string;
  metadata: { headings: { depth: number; slug: string; text: string }[] };
}

/** The text of a post that is written in HTML: as it is, without comments. */
export function renderHtml(source: string): RenderedHtml {
  const fragment = parseFragment(source);
  const headings: RenderedHtml['metadata']['headings'] = [];
  visit(fragment, headings);
  return { html: serialize(fragment), metadata: { headings } };
}

function visit(parent: Parent, headings: RenderedHtml['metadata']['headings']): void {
  parent.childNodes = parent.childNodes.filter((node) => node.nodeName !== '#comment');
  for (const node of parent.childNodes) {
    if (!('tagName' in node)) continue;
    const [, depth] = /^h([1-6])$/.exec(node.tagName) ?? [];
    const slug = node.attrs.find(({ name }) => name === 'id')?.value;
    if (depth && slug) headings.push({ depth: Number(depth), slug, text: textOf(node).trim() });
    visit('content' in node ? node.content : node, headings);
  }
}

/** The text of an element and all below it. */
export function textOf(parent: Parent): string {
  return parent.childNodes
    .map((node) => ('value' in node ? node.value : 'childNodes' in node ? textOf(node) : ''))
    .join('');
}
