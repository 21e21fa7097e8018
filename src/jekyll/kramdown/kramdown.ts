import { blocksToMarkdown } from './blocks.ts';
import { carryOptions, type KramdownOptions } from './options.ts';
import { linkName } from './span.ts';
import { markSymbols } from './symbols-plugin.ts';

/** Options in the text that choose other signs. */
const OTHER_SYMBOLS = /\{::options[^}]*\b(?:smart_quotes|typographic_symbols)\b/;

const MARKUP = /\s`\s|[{$|<>\\^*#)\]]|^[ \t]*(?:[-=+]|_[ \t]*_|\d+\.)/m;

/**
 * Whether `body` may hold anything that kramdown reads otherwise than Markdown does: any markup but
 * `_`, code and plain paragraphs. To look closer would take longer than the conversion.
 */
export const usesKramdown = (body: string): boolean => MARKUP.test(body);

/**
 * A post's kramdown (as Jekyll configures it: input GFM) in the words of Markdown. What Markdown cannot
 * say becomes an annotation (see `annotation.ts`), so the result is for this site's pipeline alone.
 * Where kramdown is plainly worse for the reader (bare URLs are not linked, `</br>` is shown) Markdown
 * has its way. Takes time linear in the length of `body`.
 */
export function kramdownToMarkdown(body: string, options: KramdownOptions = {}): string {
  const linkNames = new Set<string>();
  for (const [, name = ''] of body.matchAll(/^ {0,3}\[([^\]\n^][^\]\n]*)\]:/gm)) {
    linkNames.add(linkName(name));
  }
  const { parseBlockHtml = false, ...carried } = options;
  const source = options.symbols || OTHER_SYMBOLS.test(body) ? markSymbols(body) : body;
  const text = blocksToMarkdown(source, { linkNames, parseBlockHtml, unclosed: 0 });
  const head = carryOptions(carried);
  return head === '' ? text : `${head}\n${text}`;
}
