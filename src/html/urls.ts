import type { DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

const URL_ATTRIBUTES = new Set(['href', 'src', 'poster', 'cite', 'data', 'action', 'formaction']);
const SRCSET_ATTRIBUTES = new Set(['srcset', 'imagesrcset']);

/** Puts in place of each address below a node what `resolve` gives for it. */
export function resolveUrls(parent: Parent, resolve: (link: string) => string): void {
  for (const element of elementsOf(parent)) {
    // References inside a drawing point into that drawing, wherever it is shown.
    const drawing = element.namespaceURI === 'http://www.w3.org/2000/svg';
    for (const attribute of element.attrs) {
      if (URL_ATTRIBUTES.has(attribute.name)) {
        if (!(drawing && attribute.value.startsWith('#')))
          attribute.value = resolve(attribute.value);
      } else if (SRCSET_ATTRIBUTES.has(attribute.name)) {
        attribute.value = resolveSrcset(attribute.value, resolve);
      }
    }
    resolveUrls(element, resolve);
  }
}

/**
 * Candidates are divided by commas, and URLs may hold commas but not end with one.
 * https://html.spec.whatwg.org/multipage/images.html#parsing-a-srcset-attribute
 */
function resolveSrcset(srcset: string, resolve: (link: string) => string): string {
  const candidates = srcset.matchAll(/[\s,]*(\S*[^\s,])(\s+[^,]+)?,?/g);
  return [...candidates].map(([, url = '', size = '']) => resolve(url) + size.trimEnd()).join(', ');
}

/** The elements right below a node. */
export function elementsOf(parent: Parent): Element[] {
  return parent.childNodes.filter((node) => 'tagName' in node);
}
