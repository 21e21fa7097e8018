import type { Partials } from '../liquid/partials.ts';
import type { LiquidTag } from '../liquid/tag.ts';
import { codeblock } from './codeblock.ts';
import { gist, jsfiddle, video, youtube } from './embed.ts';
import { img } from './img.ts';
import { includeCodeTag, type CodeFolder } from './include-code.ts';
import { blockquote, pullquote } from './quote.ts';
import { renderPartialTag } from './render-partial.ts';

/** Octopress 2's tags for posts. http://octopress.org/docs/plugins/ */
export function octopressTags(partials: Partials, code: CodeFolder): Record<string, LiquidTag> {
  return {
    blockquote,
    codeblock,
    gist,
    img,
    include_code: includeCodeTag(code),
    jsfiddle,
    pullquote,
    render_partial: renderPartialTag(partials),
    video,
    youtube,
  };
}
