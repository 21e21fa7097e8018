import type {
  Data,
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
    math: (node, { sourceFormat, data }) => mathml(node.value, true, sourceFormat, data),
    inlineMath: (node, { sourceFormat, data }) => mathml(node.value, false, sourceFormat, data),
  };

/** A formula that does not parse. */
export interface BrokenFormula {
  tex: string;
  /** What the parser says. */
  message: string;
}

/** The formulas of a text that do not parse, noted where Astro keeps what belongs to it. */
export function brokenFormulasOf(frontmatter: Record<string, unknown>): BrokenFormula[] {
  return (frontmatter['brokenFormulas'] ??= []) as BrokenFormula[];
}

/** TeX that does not parse is noted, and stays on the page as code, as its author wrote it. */
function mathml(
  tex: string,
  displayMode: boolean,
  format: SourceFormat,
  { astro }: Data,
): MdastNode | RawMdastContent {
  try {
    const value = temml.renderToString(tex, { displayMode, throwOnError: true });
    // MDX has no HTML nodes.
    return format === 'mdx' ? { raw: value, mdxExpressions: false } : { type: 'html', value };
  } catch (error) {
    const message = error instanceof Error ? error.message.replace(/^ParseError: /, '') : '';
    if (astro) brokenFormulasOf(astro.frontmatter).push({ tex, message });
    return displayMode
      ? { type: 'code', lang: 'latex', value: tex }
      : { type: 'inlineCode', value: tex };
  }
}
