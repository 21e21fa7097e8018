import type { MdastContent, MdastPluginDefinition, PluginFactoryContext } from 'satteri';
import { findAnnotations } from './annotation.ts';

/** Marks up each word that the text defines as an abbreviation (`*[HTML]: Hyper Text`). */
export const abbreviations = ({ source }: PluginFactoryContext): MdastPluginDefinition | false => {
  const titles = new Map<string, string>();
  for (const { kind, text } of findAnnotations(source)) {
    const [, word, title] = kind === 'abbr' ? (/^\*\[([^\]]+)\]:(.*)$/.exec(text) ?? []) : [];
    if (word !== undefined && title !== undefined) titles.set(word, title.trim());
  }
  if (titles.size === 0) return false;
  const words = [...titles.keys()].toSorted((a, b) => b.length - a.length).map(RegExp.escape);
  const any = new RegExp(`(?<![\\p{L}\\p{N}_])(${words.join('|')})(?![\\p{L}\\p{N}_])`, 'u');

  return {
    name: 'kramdown-abbreviations',
    text(node, context) {
      const parts = node.value.split(any);
      if (parts.length === 1) return;
      context.replaceNode(
        node,
        parts.map((value, index): MdastContent => {
          const text = { type: 'text' as const, value };
          if (index % 2 === 0) return text;
          const title = titles.get(value) ?? '';
          const hProperties = title === '' ? {} : { title };
          return { type: 'abbr', children: [text], data: { hName: 'abbr', hProperties } };
        }),
      );
    },
  };
};
