import type { HastPluginDefinition, PluginFactoryContext } from 'satteri';
import { optionsIn } from './options.ts';

/** kramdown's `header_offset`: so many levels is a heading below the one that is written. */
export const headerOffset = ({ source }: PluginFactoryContext): HastPluginDefinition | false => {
  const { headerOffset: offset = 0 } = optionsIn(source);
  return (
    offset !== 0 && {
      name: 'kramdown-header-offset',
      element: {
        filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
        visit(node, context) {
          const level = Math.max(1, Math.min(6, Number(node.tagName[1]) + offset));
          context.replaceNode(node, { ...node, tagName: `h${level}` });
        },
      },
    }
  );
};
