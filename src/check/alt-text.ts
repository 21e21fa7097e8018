import { rewriteTags } from '../html/tags.ts';
import { blanked, codeAndNotes } from '../lib/code-ranges.ts';
import type { Problem } from '../lib/problem.ts';
import type { Text } from './missing-files.ts';

/** A picture of Markdown without words for those who do not see it: `![](a.png)`, `![ ][a]`. */
const SILENT = /!\[\s*\](?:\(\s*<?([^\s)>]*)|\[([^\]\n]*)\])/g;

/**
 * Pictures of a text that say nothing to those who do not see them. HTML with an empty `alt` says that the
 * picture is decoration. https://www.w3.org/TR/WCAG22/#non-text-content
 * @param file relative to the project's root
 */
export function picturesWithoutAlt(file: string, { body, bodyLine }: Text): Problem[] {
  if (!/!\[|<img\b/i.test(body)) return [];
  const { code, notes } = codeAndNotes(body);
  const text = blanked(
    body,
    [...code, ...notes].toSorted((a, b) => a.start - b.start),
  );
  const found = Array.from(text.matchAll(SILENT), ({ 0: value, 1: address, index }) => ({
    value: address ?? value,
    index,
    hint: 'Say between the brackets what it shows, or `<img alt="" …>` where it only decorates.',
  }));
  let from = 0;
  rewriteTags(text, ({ name, written, attributes }) => {
    if (name !== 'img') return undefined;
    const index = text.indexOf(written, from);
    from = index + written.length;
    const hint = 'Say in `alt` what it shows; an empty one says that it only decorates.';
    const value = attributes.get('src') ?? written;
    if (!attributes.has('alt')) found.push({ value, index, hint });
    return undefined;
  });
  return found.map(({ value, index, hint }) => ({
    file,
    line: bodyLine + text.slice(0, index).split('\n').length - 1,
    field: 'picture',
    value,
    message: 'has no text for those who do not see it',
    hint,
  }));
}
