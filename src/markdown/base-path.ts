import type { HastPluginDefinition } from 'satteri';
import { rewriteTags, startTag } from './html-tags.ts';

/** Attributes that hold an address, and the elements on which a post uses them. */
const ADDRESSES = ['href', 'src', 'poster'] as const;
const ELEMENTS = ['a', 'area', 'img', 'source', 'video', 'audio', 'track', 'iframe', 'embed'];

/**
 * Where a link leads when the site lives below a path: `/about/` is `/blog/about/`. What already
 * begins with the base path is left alone, since Jekyll's authors write `{{ site.baseurl }}/about/`.
 * @param base without its last slash; empty for a site at the root
 */
export function linkWithBase(link: string, base: string): string {
  if (base === '' || !link.startsWith('/') || link.startsWith('//')) return link;
  const isBelow = link.startsWith(base) && /^(?:$|[/?#])/.test(link.slice(base.length));
  return isBelow ? link : base + link;
}

/** Puts the links, pictures and embeds of a text below the base path, those in HTML too. */
export function basePath(base: string): HastPluginDefinition | false {
  if (base === '') return false;
  return {
    name: 'base-path',
    element: {
      filter: ELEMENTS,
      visit(node, context) {
        for (const name of ADDRESSES) {
          const link = node.properties[name];
          if (typeof link !== 'string') continue;
          const below = linkWithBase(link, base);
          if (below !== link) context.setProperty(node, name, below);
        }
      },
    },
    raw(node, context) {
      const value = htmlWithBase(node.value, base);
      if (value !== node.value) context.setProperty(node, 'value', value);
    },
  };
}

/** The same for a piece of HTML. */
export function htmlWithBase(html: string, base: string): string {
  if (base === '' || !/=\s*["']?\//.test(html)) return html;
  return rewriteTags(html, ({ name, attributes }) => {
    if (!ELEMENTS.includes(name)) return undefined;
    let isChanged = false;
    for (const key of ADDRESSES) {
      const link = attributes.get(key);
      const below = link === undefined ? undefined : linkWithBase(link, base);
      if (below === undefined || below === link) continue;
      attributes.set(key, below);
      isChanged = true;
    }
    return isChanged ? startTag(name, attributes) : undefined;
  });
}
