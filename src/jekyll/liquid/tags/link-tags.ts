import { LiquidMistake } from '../place.ts';
import type { LiquidTag, TagCall } from '../tag.ts';

/** What a link finds: its URL, perhaps with a doubt; a post that is not published; or nothing. */
export type LinkTarget =
  | { readonly url: string; readonly warning?: string }
  | { readonly unpublished: string }
  | { readonly nearest: string | undefined };

/** `{% post_url 2014-01-05-name %}`. https://jekyllrb.com/docs/liquid/tags/#linking-to-posts */
export function postUrlTag(find: (name: string) => LinkTarget): LiquidTag {
  return { render: (call) => urlOf(call, find, 'the name of a post, such as 2014-01-05-name') };
}

/** `{% link _posts/2014-01-05-name.md %}`. https://jekyllrb.com/docs/liquid/tags/#link */
export function linkTag(find: (path: string) => LinkTarget): LiquidTag {
  return {
    render: (call) => urlOf(call, find, 'the path of a file, such as _posts/2014-01-05-name.md'),
  };
}

function urlOf(call: TagCall, find: (text: string) => LinkTarget, expected: string): string {
  const wanted = call.interpolate(call.markup).trim();
  if (wanted === '') throw new LiquidMistake(`expected ${expected}`);
  const target = find(wanted);
  if ('url' in target) {
    if (target.warning !== undefined) call.warn(target.warning);
    return target.url;
  }
  if ('unpublished' in target) {
    throw new LiquidMistake(
      `expected ${expected}, that is published; \`${wanted}\` is not`,
      `${target.unpublished} is kept from the public.`,
    );
  }
  throw new LiquidMistake(
    `expected ${expected}; there is no \`${wanted}\``,
    target.nearest === undefined ? undefined : `Did you mean \`${target.nearest}\`?`,
  );
}
