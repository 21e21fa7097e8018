import type {
  MdastContent,
  MdastNode,
  MdastPluginDefinition,
  MdastVisitorContext,
  PluginFactoryContext,
} from 'satteri';
import { isVoid } from './html.ts';
import { optionsIn } from './options.ts';

/** kramdown's `hard_wrap`: each line of a paragraph ends where its author ended it, but for those in HTML and notes. */
export const hardWrap = ({ source }: PluginFactoryContext): MdastPluginDefinition | false =>
  optionsIn(source).hardWrap === true && {
    name: 'kramdown-hard-wrap',
    text(node, context) {
      const lines = node.value.split('\n');
      if (lines.length === 1 || isApart(node, context)) return;
      context.replaceNode(
        node,
        lines.flatMap((value, at): MdastContent[] => [
          ...(at > 0 ? [{ type: 'break' as const }] : []),
          ...(value === '' ? [] : [{ type: 'text' as const, value }]),
        ]),
      );
    },
  };

/**
 * Whether kramdown leaves the lines of a node alone: it stands in a footnote, or between the tags of an
 * element, which are nodes before it and behind it.
 */
function isApart(node: Readonly<MdastNode>, context: MdastVisitorContext): boolean {
  for (let inner = node; ;) {
    const parent = context.parent(inner);
    if (parent === undefined) return false;
    if (parent.type === 'footnoteDefinition') return true;
    const before = parent.children.slice(0, context.indexOf(inner) ?? 0);
    const tags = before.flatMap((one) => (one.type === 'html' ? [...one.value.matchAll(TAG)] : []));
    let open = 0;
    for (const [, end, name = '', empty] of tags) {
      if (end === '/') open = Math.max(0, open - 1);
      else if (empty !== '/' && !isVoid(name.toLowerCase())) open++;
    }
    if (open > 0) return true;
    inner = parent;
  }
}

const TAG = /<(\/?)([a-z][\w-]*)(?:[^<>"']|"[^"]*"|'[^']*')*?(\/?)>/gi;
