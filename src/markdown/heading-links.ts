import type { HastNode, HastPluginDefinition } from 'satteri';

type Element = Extract<HastNode, { type: 'element' }>;

/**
 * Puts a link to a heading around its text, so that mouse and keyboard can take its address and no word
 * is added. A heading that holds a link keeps that one instead.
 */
export const headingLinks = (): HastPluginDefinition => ({
  name: 'heading-links',
  element: {
    filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
    visit(node, context) {
      const { children } = node;
      if (children.length === 0 || children.some(holdsLink)) return;
      const link: Element = {
        type: 'element',
        tagName: 'a',
        properties: { className: ['anchor'], href: `#${String(node.properties['id'])}` },
        children,
      };
      context.replaceNode(node, { ...node, children: [link] });
    },
  },
});

function holdsLink(node: HastNode): boolean {
  if (node.type === 'raw') return /<a\b/i.test(node.value);
  return node.type === 'element' && (node.tagName === 'a' || node.children.some(holdsLink));
}
