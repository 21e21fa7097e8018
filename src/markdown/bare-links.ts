import type { MdastPluginDefinition, PluginFactoryContext } from 'satteri';

/** Marks links whose text is their address, so that a printed page does not say it twice. */
export const bareLinks = ({ source }: PluginFactoryContext): MdastPluginDefinition | false =>
  /https?:/.test(source) && {
    name: 'bare-links',
    link(node, context) {
      const [text, ...others] = node.children;
      if (text?.type !== 'text' || others.length > 0 || text.value !== node.url) return;
      context.setProperty(node, 'data', { ...node.data, hProperties: { class: 'bare' } });
    },
  };
