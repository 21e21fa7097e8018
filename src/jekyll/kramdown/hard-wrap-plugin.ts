import type { MdastContent, MdastPluginDefinition, PluginFactoryContext } from 'satteri';
import { optionsIn } from './options.ts';

/** kramdown's `hard_wrap`: each line of a paragraph ends where its author ended it. */
export const hardWrap = ({ source }: PluginFactoryContext): MdastPluginDefinition | false =>
  optionsIn(source).hardWrap === true && {
    name: 'kramdown-hard-wrap',
    text(node, context) {
      const lines = node.value.split('\n');
      if (lines.length === 1) return;
      context.replaceNode(
        node,
        lines.flatMap((value, at): MdastContent[] => [
          ...(at > 0 ? [{ type: 'break' as const }] : []),
          ...(value === '' ? [] : [{ type: 'text' as const, value }]),
        ]),
      );
    },
  };
