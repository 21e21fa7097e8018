import type { DefaultTreeAdapterTypes } from 'parse5';
import { addressKind, mapSrcset } from './references.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** Puts in place of each address below a node what `resolve` gives for it. */
export function resolveUrls(parent: Parent, resolve: (link: string) => string): void {
  for (const element of elementsOf(parent)) {
    // References inside a drawing point into that drawing, wherever it is shown.
    const drawing = element.namespaceURI === 'http://www.w3.org/2000/svg';
    for (const attribute of element.attrs) {
      const name = attribute.prefix ? `${attribute.prefix}:${attribute.name}` : attribute.name;
      const kind = addressKind(element.tagName, name);
      if (kind === 'srcset') attribute.value = mapSrcset(attribute.value, resolve);
      if (kind !== 'address' || (drawing && attribute.value.startsWith('#'))) continue;
      attribute.value = resolve(attribute.value);
    }
    resolveUrls(element, resolve);
  }
}

/** The elements right below a node. */
export function elementsOf(parent: Parent): Element[] {
  return parent.childNodes.filter((node) => 'tagName' in node);
}
