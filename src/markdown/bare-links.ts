import type { MdastContent, MdastPluginDefinition, PluginFactoryContext } from 'satteri';

/** Full-width punctuation and spaces of Chinese, Japanese and Korean, and the quotation marks of Chinese. */
const ENDS_ADDRESS = /[“”]|(?=[\u3000-\u303F\uFF00-\uFF65])[\p{P}\p{S}\p{Z}]/u;
const ADDRESS = new RegExp(`https?://(?:(?!${ENDS_ADDRESS.source})\\S)+`, 'gu');

/**
 * Ends a bare address at full-width punctuation, which is written without a space before it:
 * `https://example.org/a。次の文`.
 */
export const bareAddresses = ({ source }: PluginFactoryContext): MdastPluginDefinition | false =>
  /https?:|www\./i.test(source) &&
  ENDS_ADDRESS.test(source) && {
    name: 'bare-addresses',
    link(node, context) {
      const text = textOfBare(node);
      // Between angle brackets the author says where it ends.
      if (text === undefined || source.includes(`<${text}>`) || !ENDS_ADDRESS.test(text)) return;
      const first = withoutEnd(text.split(ENDS_ADDRESS)[0] ?? '');
      const rest = text.slice(first.length);
      const scheme = node.url.slice(0, node.url.length - text.length);
      context.replaceNode(node, [
        ...(first === scheme ? [] : [link(scheme + first, first)]),
        ...linked(rest),
      ]);
    },
  };

/** Marks links whose text is their address, so that a printed page does not say it twice. */
export const bareLinks = ({ source }: PluginFactoryContext): MdastPluginDefinition | false =>
  /https?:/.test(source) && {
    name: 'bare-links',
    link(node, context) {
      if (textOfBare(node) !== node.url) return;
      context.setProperty(node, 'data', { ...node.data, hProperties: { class: 'bare' } });
    },
  };

/** The text of a link that says its address, with or without the scheme, and nothing else. */
function textOfBare({
  url,
  children: [text, ...others],
}: {
  url: string;
  children: readonly { type: string; value?: string }[];
}): string | undefined {
  const value = text?.type === 'text' && others.length === 0 ? text.value : undefined;
  return value !== undefined && (url === value || url === `http://${value}`) ? value : undefined;
}

const link = (url: string, value: string): MdastContent => ({
  type: 'link',
  url,
  children: [{ type: 'text', value }],
});

/** Punctuation at the end is no part of an address, and neither is a parenthesis that it does not open. */
function withoutEnd(address: string): string {
  const end = address.replace(/[?!.,:*_~'"]+$/, '');
  const isOpened = end.split('(').length >= end.split(')').length;
  return end.endsWith(')') && !isOpened ? withoutEnd(end.slice(0, -1)) : end;
}

/** Text with the addresses in it as links. */
function linked(text: string): MdastContent[] {
  const parts: MdastContent[] = [];
  let position = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    const url = withoutEnd(address);
    parts.push({ type: 'text', value: text.slice(position, index) }, link(url, url));
    position = index + url.length;
  }
  return [...parts, { type: 'text', value: text.slice(position) }];
}
