import { linkWithBase } from './base-path.ts';
import { rewriteAttributes } from './tags.ts';
import { addressKind, mapSrcset } from './references.ts';

/**
 * The HTML that Astro makes of a text, as readers get it: what components of MDX link to lies below
 * the base path as well, and a `<source>` has nothing that only an `<img>` can have.
 * @param base without its last slash; empty for a site at the root
 */
export function shownHtml(html: string, base: string): string {
  const plain = html.replace(/<source\b[^>]* srcset=[^>]*>/g, (source) =>
    source.replace(/ (?:src|loading|decoding)="[^"]*"/g, ''),
  );
  if (base === '') return plain;
  return rewriteAttributes(plain, (tag, attribute, value) => {
    const kind = addressKind(tag, attribute);
    if (kind === 'srcset') return mapSrcset(value, (link) => linkWithBase(link, base));
    return kind && linkWithBase(value, base);
  });
}
