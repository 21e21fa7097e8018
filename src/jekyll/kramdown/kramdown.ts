import { blocksToMarkdown } from './blocks.ts';
import { linkName } from './span.ts';

/** The options of kramdown that change what a post says (`kramdown:` in `_config.yml`). */
export interface KramdownOptions {
  /** `parse_block_html`: Markdown inside HTML blocks is Markdown. Default: false. */
  parseBlockHtml?: boolean;
}

const ANY_SYNTAX =
  /\{:|\$\$|\||<<|>>|\\\\$|^[ \t]*<[a-z!]|^ {0,3}\*\[|^\^[ \t]*$|^[ \t>]*\d+\)[ \t]|\]\s+\[|\]\([^)\n]*[ \t]/im;

/** Whether `body` may hold anything that kramdown reads otherwise than Markdown does. Cheap. */
export const usesKramdown = (body: string): boolean => ANY_SYNTAX.test(body);

/**
 * A post's kramdown (as Jekyll configures it: input GFM) in the words of Markdown. What Markdown cannot
 * say becomes an annotation (see `annotation.ts`), so the result is for this site's pipeline alone.
 * Takes time linear in the length of `body`.
 */
export function kramdownToMarkdown(body: string, options: KramdownOptions = {}): string {
  const linkNames = new Set<string>();
  for (const [, name = ''] of body.matchAll(/^ {0,3}\[([^\]\n^][^\]\n]*)\]:/gm)) {
    linkNames.add(linkName(name));
  }
  return blocksToMarkdown(body, {
    linkNames,
    parseBlockHtml: options.parseBlockHtml ?? false,
    unclosed: new Map(),
  });
}
