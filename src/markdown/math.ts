import type { MdastPluginDefinition, PluginFactoryContext } from 'satteri';

/** Writes `$$…$$` as MathML, which browsers show without any script. */
export const math = ({ source }: PluginFactoryContext): MdastPluginDefinition | false =>
  source.includes('$$') && {
    name: 'math',
    async math(node) {
      return { raw: await mathml(node.value, true), mdxExpressions: false };
    },
    async inlineMath(node) {
      return { raw: await mathml(node.value, false), mdxExpressions: false };
    },
  };

/** TeX that does not parse stays readable: temml shows it as it is, in its error colour. */
async function mathml(tex: string, displayMode: boolean): Promise<string> {
  const { default: temml } = await import('temml');
  return temml.renderToString(tex, { displayMode, throwOnError: false });
}
