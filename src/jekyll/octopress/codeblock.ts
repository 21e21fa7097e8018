import { codeBlock, type Caption } from '../liquid/code.ts';
import type { LiquidTag } from '../liquid/tag.ts';

/** `{% codeblock [lang:language] [title] [url] [link text] %}` */
export const codeblock: LiquidTag = {
  block: true,
  render(call) {
    const named = /\s*lang:(\S+)/i.exec(call.markup);
    const caption = readCaption(call.markup.replace(/\s*lang:\S+/i, ''));
    const extension = /\S.*\w\.(\w+)/s.exec(caption?.title ?? '')?.[1];
    const code = call.body.replace(/^\s*\n/, '').trimEnd();
    return codeBlock({ code, lang: (named?.[1] ?? extension ?? '').toLowerCase(), caption }, call);
  },
};

/** `title [url [link text]]` */
export function readCaption(markup: string): Caption | undefined {
  const text = markup.trim();
  if (text === '') return undefined;
  const [, title, url, link] = /^(\S.*?)\s+(https?:\/\/\S+|\/\S+)\s*(.+)?$/is.exec(text) ?? [];
  return title === undefined ? { title: text } : { title, url, link };
}
