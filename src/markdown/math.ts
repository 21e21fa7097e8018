import type {
  MdastNode,
  MdastPluginDefinition,
  PluginFactoryContext,
  RawMdastContent,
  SourceFormat,
} from 'satteri';
import temml from 'temml';

/** Writes `$$…$$` as MathML, which browsers show without any script. */
export const math = ({ source }: PluginFactoryContext): MdastPluginDefinition | false =>
  source.includes('$$') && {
    name: 'math',
    math: (node, { sourceFormat }) => mathml(node.value, true, sourceFormat),
    inlineMath: (node, { sourceFormat }) => mathml(node.value, false, sourceFormat),
  };

/** TeX that does not parse stays on the page as code, as its author wrote it. */
function mathml(
  tex: string,
  displayMode: boolean,
  format: SourceFormat,
): MdastNode | RawMdastContent {
  try {
    const value = temml.renderToString(tex, { displayMode, throwOnError: true });
    // MDX has no HTML nodes.
    return format === 'mdx' ? { raw: value, mdxExpressions: false } : { type: 'html', value };
  } catch {
    return displayMode
      ? { type: 'code', lang: 'latex', value: tex }
      : { type: 'inlineCode', value: tex };
  }
}
