import type { MdastPluginDefinition, PluginFactoryContext } from 'satteri';

const SINGLE_TILDE = /(?<!~)~(?!~)/;

/** Only `~~two~~` tildes strike text out; a single one is a character (`~> 1.4`, `~/bin`). */
export const strikethrough = ({ source }: PluginFactoryContext): MdastPluginDefinition | false =>
  SINGLE_TILDE.test(source) && {
    name: 'strikethrough',
    options: { position: true },
    delete(node, context) {
      const start = node.position?.start.offset;
      if (start === undefined || context.source.startsWith('~~', start)) return;
      const tilde = { type: 'text' as const, value: '~' };
      context.replaceNode(node, [tilde, ...node.children, tilde]);
    },
  };
