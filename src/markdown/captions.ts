import type { HastNode, HastPluginDefinition, PluginFactoryContext } from 'satteri';

type Element = Extract<HastNode, { type: 'element' }>;
type Child = Element['children'][number];

/**
 * A picture alone in its paragraph is a figure when it has a caption: its title, or a line in
 * emphasis right under it, as the Chirpy theme has it.
 */
export const captions = ({ source }: PluginFactoryContext): HastPluginDefinition | false =>
  source.includes('![') && {
    name: 'captions',
    element: {
      filter: ['p'],
      visit(node, context) {
        const [first, second, ...others] = node.children.filter(hasContent);
        const picture = first && pictureIn(first);
        if (!picture || others.length > 0) return;
        const caption = second ? captionUnder(second) : titleOf(picture);
        if (!caption) return;
        const figcaption = element('figcaption', {}, caption);
        const shown = second ? first : withoutTitle(first);
        context.replaceNode(node, element('figure', node.properties, [shown, figcaption]));
      },
    },
  };

const hasContent = (node: Child): boolean =>
  !(node.type === 'text' && node.value.trim() === '') &&
  !(node.type === 'element' && node.tagName === 'br');

/** A picture, or the picture of a link that holds nothing else. */
function pictureIn(node: Child): Element | undefined {
  if (node.type !== 'element') return undefined;
  if (node.tagName === 'img') return node;
  const [only, ...others] = node.tagName === 'a' ? node.children : [];
  return only && others.length === 0 ? pictureIn(only) : undefined;
}

function captionUnder(node: Child): Child[] | undefined {
  return node.type === 'element' && node.tagName === 'em' ? node.children : undefined;
}

function titleOf({ properties }: Element): Child[] | undefined {
  const { title } = properties;
  return typeof title === 'string' && title !== '' ? [{ type: 'text', value: title }] : undefined;
}

/** The caption says what the title said. */
function withoutTitle(node: Child): Child {
  if (node.type !== 'element') return node;
  const { title: _title, ...properties } = node.properties;
  return element(node.tagName, properties, node.children.map(withoutTitle));
}

const element = (
  tagName: string,
  properties: Element['properties'],
  children: Child[],
): Element => ({ type: 'element', tagName, properties, children });
