import { codeBlock } from '../code.ts';
import { LiquidMistake } from '../place.ts';
import type { LiquidTag } from '../tag.ts';

const SYNTAX = /^([a-zA-Z0-9.+#_-]+)((?:\s+\w+(?:=(?:\w+|"[^"]*"))?)*)$/;

/**
 * `{% highlight ruby linenos mark_lines="1 3" %}`; `hl_lines` is the older name of `mark_lines`.
 * https://jekyllrb.com/docs/liquid/tags/#code-snippet-highlighting
 */
export const highlight: LiquidTag = {
  block: true,
  render(call) {
    const [, lang, options = ''] = SYNTAX.exec(call.markup) ?? [];
    if (lang === undefined) {
      throw new LiquidMistake(
        'expected a language and its options, such as {% highlight ruby linenos %}',
        'For text without a language, write {% highlight text %}.',
      );
    }
    const [, quoted, bare] = /\b(?:mark_lines|hl_lines)=(?:"([^"]*)"|(\w+))/.exec(options) ?? [];
    const code = call.body.replace(/^[\r\n]+/, '').trimEnd();
    const lineNumbers = /\blinenos\b/.test(options);
    return codeBlock(
      { code, lang: lang.toLowerCase(), lineNumbers, markLines: quoted ?? bare },
      call,
    );
  },
};
