import type { HastNode, HastPluginDefinition, PluginFactoryContext } from 'satteri';
import { findAnnotations } from './annotation.ts';
import { optionsIn } from './options.ts';

type Element = Extract<HastNode, { type: 'element' }>;

/**
 * Fills the table of contents that `{:toc}` asked for with links to the headings; one with the class
 * `no_toc` is left out. https://kramdown.gettalong.org/converter/html.html#toc
 */
export const toc = ({ source }: PluginFactoryContext): HastPluginDefinition | false => {
  const wanted = findAnnotations(source).some(({ text }) =>
    /^\{:(?:.*\s)?toc(?:\s.*)?\}$/s.test(text),
  );
  if (!wanted) return false;
  const { tocLevels } = optionsIn(source);
  return {
    name: 'kramdown-toc',
    before(root, context) {
      const places: Element[] = [];
      const entries: Entry[] = [];
      const visit = (node: HastNode): void => {
        if (node.type !== 'element') return;
        if (node.properties['dataToc'] !== undefined) places.push(node);
        if (/^h[1-6]$/.test(node.tagName)) {
          const classes = node.properties['className'];
          if (Array.isArray(classes) && classes.includes('no_toc')) return;
          const depth = Number(node.tagName[1]);
          if (tocLevels?.includes(depth) === false) return;
          entries.push({
            depth,
            id: String(node.properties['id']),
            text: context.textContent(node),
          });
        } else node.children.forEach(visit);
      };
      root.children.forEach(visit);
      for (const place of places) {
        const { dataToc: _, ...properties } = place.properties;
        context.replaceNode(place, {
          ...place,
          properties,
          children: items(entries, place.tagName),
        });
      }
    },
  };
};

interface Entry {
  depth: number;
  id: string;
  text: string;
}

/** List items for `entries`; each holds a list of the deeper headings that follow it. */
function items(entries: readonly Entry[], tagName: string): Element[] {
  const list: Element[] = [];
  for (let at = 0; at < entries.length;) {
    const entry = entries[at];
    if (entry === undefined) break;
    let next = at + 1;
    while ((entries[next]?.depth ?? 0) > entry.depth) next++;
    const link: Element = {
      type: 'element',
      tagName: 'a',
      properties: { href: `#${entry.id}` },
      children: [{ type: 'text', value: entry.text }],
    };
    const below = items(entries.slice(at + 1, next), tagName);
    list.push({
      type: 'element',
      tagName: 'li',
      properties: {},
      children:
        below.length === 0
          ? [link]
          : [link, { type: 'element', tagName, properties: {}, children: below }],
    });
    at = next;
  }
  return list;
}
