import Slugger from 'github-slugger';
import type { HastNode, HastPluginDefinition } from 'satteri';

type Element = Extract<HastNode, { type: 'element' }>;

/**
 * Gives each heading an address: an id made from its text, and a link to itself around that text, so
 * that mouse and keyboard can take the address and no word is added. A heading that holds a link
 * keeps that one instead.
 */
export const headings = (): HastPluginDefinition => {
  const slugger = new Slugger();
  return {
    name: 'headings',
    element: {
      filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
      visit(node, context) {
        const given = node.properties['id'];
        // `section` is what kramdown calls a heading without letters.
        const id =
          typeof given === 'string'
            ? given
            : slugger.slug(context.textContent(node)) || slugger.slug('section');
        const { children } = node;
        const link: Element = {
          type: 'element',
          tagName: 'a',
          properties: { className: ['anchor'], href: `#${id}` },
          children,
        };
        context.replaceNode(node, {
          ...node,
          properties: { ...node.properties, id },
          children: children.length === 0 || children.some(holdsLink) ? children : [link],
        });
      },
    },
  };
};

function holdsLink(node: HastNode): boolean {
  if (node.type === 'raw') return /<a\b/i.test(node.value);
  return node.type === 'element' && (node.tagName === 'a' || node.children.some(holdsLink));
}
