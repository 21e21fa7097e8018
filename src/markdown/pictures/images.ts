import type { HastPluginDefinition, MdastPluginDefinition, PluginFactoryContext } from 'satteri';
import { escapeMarkup } from '../../html/escape.ts';

/**
 * An image whose address is no valid percent-encoding (`100%.png`, `caf%E9.png`) goes to the page as it
 * is: Astro's own plugins would decode the address and stop the build with a bare `URIError`.
 */
export const undecodableImages = ({
  source,
}: PluginFactoryContext): MdastPluginDefinition | false =>
  source.includes('%') && {
    name: 'undecodable-images',
    image(node, context) {
      if (isDecodable(node.url)) return;
      const attributes = [
        `src="${escapeMarkup(node.url)}"`,
        `alt="${escapeMarkup(node.alt ?? '')}"`,
        ...(node.title ? [`title="${escapeMarkup(node.title)}"`] : []),
      ];
      context.replaceNode(node, { type: 'html', value: `<img ${attributes.join(' ')}>` });
    },
  };

/** The same for `![alt][name]`, whose address is known only later. */
export const undecodableReferences = (
  document: PluginFactoryContext,
): HastPluginDefinition | false =>
  mayHaveOne(document) && {
    name: 'undecodable-references',
    element: {
      filter: ['img'],
      visit(node, context) {
        const { src, alt } = node.properties;
        if (typeof src !== 'string' || isDecodable(src)) return;
        const value = `<img src="${escapeMarkup(src)}" alt="${escapeMarkup(typeof alt === 'string' ? alt : '')}">`;
        context.replaceNode(node, { type: 'raw', value });
      },
    },
  };

/** MDX cannot hold HTML as it is; it is not what old posts are written in either. */
const mayHaveOne = ({ source, sourceFormat }: PluginFactoryContext): boolean =>
  sourceFormat === 'markdown' && source.includes('%');

/** The path by which Astro knows a picture: escapes of what has a meaning in URLs, such as `%2B`, stay. */
export const pathInAstro = (url: string): string => (isDecodable(url) ? decodeURI(url) : url);

function isDecodable(url: string): boolean {
  try {
    decodeURI(url);
    return true;
  } catch {
    return false;
  }
}
