import { codeBlock } from '../liquid/code.ts';
import type { LiquidTag } from '../liquid/tag.ts';
import { readCodeOptions } from './code-options.ts';

/** `{% codeblock [lang:language] [title] [url] [link text] %}`, and options: see `code-options.ts`. */
export const codeblock: LiquidTag = {
  block: true,
  render(call) {
    const { lang, ...options } = readCodeOptions(call.markup);
    const extension = /\S.*\w\.(\w+)/s.exec(options.caption?.title ?? '')?.[1];
    const code = call.body.replace(/^\s*\n/, '').trimEnd();
    return codeBlock({ ...options, code, lang: (lang ?? extension ?? '').toLowerCase() }, call);
  },
};
