import { blocksToMarkdown } from './blocks.ts';
import { linkName } from './span.ts';

/** The options of kramdown that change what a post says (`kramdown:` in `_config.yml`). */
export interface KramdownOptions {
  /** `parse_block_html`: Markdown inside HTML blocks is Markdown. Default: false. */
  parseBlockHtml?: boolean;
}

const MARKUP = /[{$|<>\\^*#)\]]|^[ \t]*(?:[-=+]|_[ \t]*_|\d+\.)/m;

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
  const parseBlockHtml = options.parseBlockHtml ?? false;
  return blocksToMarkdown(body, { linkNames, parseBlockHtml, unclosed: 0 });
}
