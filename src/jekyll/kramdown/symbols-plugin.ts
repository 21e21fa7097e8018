import type { HastNode, HastPluginDefinition, PluginFactoryContext } from 'satteri';
import { MARK } from './annotation.ts';
import { optionsIn } from './options.ts';

/** Elements whose text is nobody's prose. */
const CODE = new Set(['code', 'pre', 'script', 'style']);

const WRITTEN = /[‘’“”…—–«»]/g;
const MADE = new RegExp(`(${WRITTEN.source})${MARK}?`, 'g');

/** Marks the signs that an author wrote, so that they can be told from those which a parser makes. */
export const markSymbols = (text: string): string => text.replace(WRITTEN, `$&${MARK}`);

/** kramdown's `smart_quotes` and `typographic_symbols`: other signs in the place of those made for `"` or `--`. */
export const symbols = ({ source }: PluginFactoryContext): HastPluginDefinition | false => {
  const { symbols } = optionsIn(source);
  if (symbols === undefined) return false;
  const replaced = (text: string) =>
    text.replace(MADE, (whole, sign: string) => (whole === sign ? (symbols[sign] ?? sign) : sign));
  return {
    name: 'kramdown-symbols',
    before(root, context) {
      const visit = (node: HastNode): void => {
        if (node.type === 'text') {
          const value = replaced(node.value);
          if (value !== node.value) context.setProperty(node, 'value', value);
        } else if (node.type === 'element' && !CODE.has(node.tagName)) node.children.forEach(visit);
      };
      root.children.forEach(visit);
    },
  };
};
