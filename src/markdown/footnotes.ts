import type { HastNode, HastPluginDefinition, PluginFactoryContext } from 'satteri';

/**
 * Footnote markup with kramdown's class and role, so that themes, feed readers and assistive
 * technology know the notes. The label heading goes: it would stand among the post's own headings.
 */
export const footnotes = ({ source }: PluginFactoryContext): HastPluginDefinition | false =>
  source.includes('[^') && {
    name: 'footnotes',
    element: [
      {
        filter: ['section'],
        visit(node, context) {
          if (node.properties.dataFootnotes === undefined) return;
          context.setProperty(node, 'role', 'doc-endnotes');
          const label = node.children.find(isLabel);
          if (label !== undefined) context.removeNode(label);
        },
      },
      {
        filter: ['a'],
        visit(node, context) {
          if (node.properties.dataFootnoteRef !== undefined) {
            context.setProperty(node, 'role', 'doc-noteref');
            context.setProperty(node, 'ariaDescribedBy', null);
          } else if (node.properties.dataFootnoteBackref !== undefined) {
            context.setProperty(node, 'role', 'doc-backlink');
          }
        },
      },
    ],
  };

const isLabel = (node: HastNode): boolean =>
  node.type === 'element' && node.tagName === 'h2' && node.properties.id === 'footnote-label';
