import type { MdastNode, MdastPluginDefinition, PluginFactoryContext } from 'satteri';

/** Writes `$$…$$` as MathML, which browsers show without any script. */
export const math = ({ source }: PluginFactoryContext): MdastPluginDefinition | false =>
  source.includes('$$') && {
    name: 'math',
    math: (node) => mathml(node.value, true),
    inlineMath: (node) => mathml(node.value, false),
  };

/** TeX that does not parse stays on the page as code, as its author wrote it. */
async function mathml(tex: string, displayMode: boolean): Promise<MdastNode> {
  // Loaded when the first formula needs it: few posts have one.
  const { default: temml } = await import('temml');
  try {
    return { type: 'html', value: temml.renderToString(tex, { displayMode, throwOnError: true }) };
  } catch {
    return displayMode
      ? { type: 'code', lang: 'latex', value: tex }
      : { type: 'inlineCode', value: tex };
  }
}
