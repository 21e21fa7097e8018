import type {
  MdastContent,
  MdastPluginDefinition,
  MdastVisitorContext,
  PluginFactoryContext,
  Position,
} from 'satteri';
import { calloutData, isCallout } from './callouts.ts';
import { wordsFor } from './language.ts';

/** A directive that is more than a name, so that only its source says how it was written. */
const HAS_MORE_THAN_A_NAME = /:[\w-]+[[{]|:::/;

/**
 * Colon syntax: `:::note` … `:::` is a callout. Every other colon is prose that the parser takes for
 * a directive (`at 12:30`, `key:value`) and becomes the text that the author wrote.
 */
export const directives = ({ source, data }: PluginFactoryContext): MdastPluginDefinition => ({
  name: 'directives',
  options: { position: HAS_MORE_THAN_A_NAME.test(source) },
  containerDirective(node, context) {
    const words = wordsFor(data);
    if (isCallout(node.name, words)) {
      const [label] = node.children;
      const titled = label?.type === 'paragraph' && label.data?.directiveLabel === true;
      const properties = node.attributes ?? {};
      context.setProperty(node, 'data', calloutData(node.name, words, { titled, properties }));
      if (titled) context.setProperty(label, 'data', { hProperties: { class: 'callout-title' } });
      return;
    }
    const [opening = '', ...rest] = written(node, context, ':::').split('\n');
    const closing = rest.findLast((line) => line.trim() !== '')?.trim() ?? '';
    context.replaceNode(node, [
      paragraph(opening),
      ...node.children,
      ...(/^:{3,}$/.test(closing) ? [paragraph(closing)] : []),
    ]);
  },
  leafDirective(node, context) {
    context.replaceNode(node, paragraph(written(node, context, '::')));
  },
  textDirective(node, context) {
    context.replaceNode(node, { type: 'text', value: written(node, context, ':') });
  },
});

const paragraph = (value: string): MdastContent => ({
  type: 'paragraph',
  children: [{ type: 'text', value }],
});

/** The source of a directive; `colons` opens it. */
function written(
  node: { name: string; position?: Position | undefined },
  context: MdastVisitorContext,
  colons: string,
): string {
  const { start, end } = node.position ?? {};
  return start?.offset === undefined || end?.offset === undefined
    ? colons + node.name
    : context.source.slice(start.offset, end.offset);
}
