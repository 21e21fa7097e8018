import type { HastNode, HastPluginDefinition, PluginFactoryContext } from 'satteri';

type Element = Extract<HastNode, { type: 'element' }>;
type Child = Element['children'][number];

/**
 * A picture is a figure when a line in emphasis stands right under it, as the Chirpy theme has it.
 * A title is no caption: Jekyll does not show it, and the text of a post stays what it was.
 */
export const captions = ({ source }: PluginFactoryContext): HastPluginDefinition | false =>
  source.includes('![') && {
    name: 'captions',
    element: {
      filter: ['p'],
      visit(node, context) {
        const [first, second, ...others] = node.children.filter(hasContent);
        const caption = second && captionIn(second);
        if (!first || !isPicture(first) || !caption || others.length > 0) return;
        const figcaption = element('figcaption', {}, caption);
        context.replaceNode(node, element('figure', node.properties, [first, figcaption]));
      },
    },
  };

const hasContent = (node: Child): boolean =>
  !(node.type === 'text' && node.value.trim() === '') &&
  !(node.type === 'element' && node.tagName === 'br');

/** Whether a node is a picture, or a link that holds nothing else. */
function isPicture(node: Child): boolean {
  if (node.type !== 'element') return false;
  if (node.tagName === 'img') return true;
  const [only, ...others] = node.tagName === 'a' ? node.children : [];
  return only !== undefined && others.length === 0 && isPicture(only);
}

function captionIn(node: Child): Child[] | undefined {
  return node.type === 'element' && node.tagName === 'em' ? node.children : undefined;
}

const element = (
  tagName: string,
  properties: Element['properties'],
  children: Child[],
): Element => ({ type: 'element', tagName, properties, children });
