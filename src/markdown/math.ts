import type {
  Data,
  MdastNode,
  MdastPluginDefinition,
  PluginFactoryContext,
  RawMdastContent,
  SourceFormat,
} from 'satteri';
import temml from 'temml';
import { mistake, unreadableOf } from './unreadable.ts';

/** Writes `$$…$$` as MathML, which browsers show without any script. */
export const math = ({ source }: PluginFactoryContext): MdastPluginDefinition | false =>
  source.includes('$$') && {
    name: 'math',
    math: (node, { sourceFormat, data }) => mathml(node.value, true, sourceFormat, data),
    inlineMath: (node, { sourceFormat, data }) => mathml(node.value, false, sourceFormat, data),
  };

/** What the formulas of a text were written as, by what they are now. */
export function texOf(data: Data): Map<string, string> {
  return (data['formulas'] ??= new Map()) as Map<string, string>;
}

/** TeX that does not parse is noted, and stays on the page as code, as its author wrote it. */
function mathml(
  tex: string,
  displayMode: boolean,
  format: SourceFormat,
  data: Data,
): MdastNode | RawMdastContent {
  try {
    const value = temml.renderToString(tex, { displayMode, throwOnError: true });
    texOf(data).set(value, tex);
    // MDX has no HTML nodes.
    return format === 'mdx' ? { raw: value, mdxExpressions: false } : { type: 'html', value };
  } catch (error) {
    const words = error instanceof Error ? error.message.replace(/^ParseError:\s*/, '') : '';
    const formula = { field: 'formula', value: tex, ...mistake('TeX', words) } as const;
    if (data.astro) unreadableOf(data.astro.frontmatter).push(formula);
    return displayMode
      ? { type: 'code', lang: 'latex', value: tex }
      : { type: 'inlineCode', value: tex };
  }
}
