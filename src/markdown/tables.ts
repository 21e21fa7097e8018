import type { HastNode, HastPluginDefinition, PluginFactoryContext } from 'satteri';

const EMPTY_ROW = /^[ \t>]*\|[ \t|]*\|[ \t]*$/m;

/** Leaves out a header row without any text: the only way to write a table that has none. */
export const headerlessTables = ({ source }: PluginFactoryContext): HastPluginDefinition | false =>
  EMPTY_ROW.test(source) && {
    name: 'headerless-tables',
    element: {
      filter: ['thead'],
      visit(node, context) {
        const isEmpty = (each: HastNode): boolean =>
          each.type === 'text'
            ? each.value.trim() === ''
            : each.type === 'element' && each.tagName !== 'img' && each.children.every(isEmpty);
        if (node.children.every(isEmpty)) context.removeNode(node);
      },
    },
  };
