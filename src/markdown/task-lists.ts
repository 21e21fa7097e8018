import type { HastNode, HastPluginDefinition, PluginFactoryContext } from 'satteri';

type Element = Extract<HastNode, { type: 'element' }>;
type Children = Element['children'];

/** What ends the line of an item: the lists and blocks that follow it. */
const BLOCKS = new Set('aside blockquote div dl figure ol p pre table ul'.split(' '));

/** Makes what stands behind a task's box its label, so that the box says what it is about. */
export const taskLists = ({ source }: PluginFactoryContext): HastPluginDefinition | false =>
  /\[[ xX]\]/.test(source) && {
    name: 'task-lists',
    before(root, context) {
      // A list is written anew with those inside of it: changes to both would not meet.
      const visit = (node: HastNode): void => {
        if (node.type !== 'element') return;
        if (isTaskList(node)) context.replaceNode(node, labelled(node));
        else node.children.forEach(visit);
      };
      root.children.forEach(visit);
    },
  };

function labelled(node: Element): Element {
  const children = node.children.map((child) =>
    child.type === 'element' ? labelled(child) : child,
  ) as Children;
  const [box] = children;
  if (box?.type !== 'element' || !isBox(box)) return { ...node, children };
  const end = children.findIndex((child) => child.type === 'element' && BLOCKS.has(child.tagName));
  const line = end < 0 ? children : children.slice(0, end);
  const label: Element = { type: 'element', tagName: 'label', properties: {}, children: line };
  return { ...node, children: [label, ...children.slice(line.length)] };
}

function isTaskList({ properties }: Element): boolean {
  const { className } = properties;
  return Array.isArray(className) && className.includes('contains-task-list');
}

const isBox = ({ tagName, properties }: Element): boolean =>
  tagName === 'input' && properties['type'] === 'checkbox';
