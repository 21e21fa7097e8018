import type { MdastContent, MdastNode, MdastPluginDefinition, PluginFactoryContext } from 'satteri';
import type { Strings } from '../i18n/en.ts';
import { callouts as themeCallouts } from '../jekyll/themes/themes.ts';
import { wordsFor } from './language.ts';

/** The kinds of callouts, by which they are written and shown. */
export type Callout = keyof Strings['callouts'];

/** Whether there is a callout of this name. */
export function isCallout(name: string, { callouts }: Strings): name is Callout {
  return Object.hasOwn(callouts, name);
}

/**
 * What makes a node a callout, however it was written: `<aside class="callout callout-note">`. Its
 * name is a label that the style sheet shows, no text of the post; one with a title needs none.
 */
export function calloutData(
  name: Callout,
  words: Strings,
  { titled, properties = {} }: { titled: boolean; properties?: Record<string, unknown> },
) {
  const { class: one, className: several, ...others } = properties;
  return {
    hName: 'aside',
    hProperties: {
      ...others,
      class: ['callout', `callout-${name}`, several, one].flat().filter(Boolean).join(' '),
      role: 'note',
      ...(!titled && { ariaLabel: words.callouts[name] }),
    },
  };
}

/** `[!NOTE]`, or with a title as in Obsidian. */
const MARKER = /^\[!(\w+)\][-+]?[ \t]*(.*)(?:\n|$)/;

/**
 * Quotations that are callouts: GitHub's `> [!NOTE]`, and classes of themes under them (`{: .prompt-tip }`).
 * https://docs.github.com/en/get-started/writing-on-github#alerts
 */
export const callouts = ({ source, data }: PluginFactoryContext): MdastPluginDefinition | false => {
  if (!/^[ \t]*>/m.test(source)) return false;
  const words = wordsFor(data);
  return {
    name: 'callouts',
    blockquote(node, context) {
      const given: { hProperties?: Record<string, unknown> } = node.data ?? {};
      const properties = given.hProperties ?? {};
      const prompt = [properties['className'] ?? properties['class']]
        .flat()
        .map((each) => themeCallouts.get(String(each)))
        .find(Boolean);
      if (prompt) {
        context.setProperty(
          node,
          'data',
          calloutData(prompt, words, { titled: false, properties }),
        );
        return;
      }
      const text = firstText(node);
      const [marker = '', written = '', title = ''] = MARKER.exec(text?.value ?? '') ?? [];
      const name = written.toLowerCase();
      if (!text || !isCallout(name, words)) return;
      const titled = title !== '';
      context.setProperty(node, 'data', calloutData(name, words, { titled, properties }));
      context.setProperty(text, 'value', text.value.slice(marker.length));
      const [paragraph] = node.children;
      if (paragraph && isEmptyWithout(paragraph, marker)) context.removeNode(paragraph);
      if (titled) context.prependChild(node, calloutTitle(title));
    },
  };
};

/** The line above a callout. */
const calloutTitle = (value: string): MdastContent => ({
  type: 'paragraph',
  data: { hProperties: { class: 'callout-title' } },
  children: [{ type: 'text', value }],
});

type Blockquote = Extract<MdastNode, { type: 'blockquote' }>;

function firstText(node: Readonly<Blockquote>) {
  const [paragraph] = node.children;
  const text = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
  return text?.type === 'text' ? text : undefined;
}

function isEmptyWithout(node: MdastNode, marker: string): boolean {
  if (node.type !== 'paragraph' || node.children.length !== 1) return false;
  const [text] = node.children;
  return text?.type === 'text' && text.value.length <= marker.length;
}
