import { blanked, codeAndNotes } from '../lib/code-ranges.ts';
import { closedHtml } from '../html/closed.ts';
import type { Problem } from '../lib/problem.ts';
import type { Text } from './missing-files.ts';

/**
 * What is to be said of tags that would have let a text out of its place.
 * @param file relative to the project's root
 * @param tags as they were written, from the HTML of the text
 */
export function strayTags(file: string, text: Text, tags: readonly string[]): Problem[] {
  if (tags.length === 0) return [];
  const { code, notes } = codeAndNotes(text.body);
  const source = blanked(
    text.body,
    [...code, ...notes].toSorted((a, b) => a.start - b.start),
  );
  const places = closedHtml(source).strays;
  return tags.map((value) => {
    // Liquid may have written it; then only the file is known.
    const at = places.findIndex(({ tag }) => tag === value);
    const [place] = at < 0 ? [] : places.splice(at, 1);
    const line = place && text.bodyLine + source.slice(0, place.index).split('\n').length - 1;
    return {
      file,
      line,
      field: 'HTML',
      value,
      message: value.startsWith('</')
        ? 'ends nothing that the text began, and is left out'
        : 'has no end of its own, and is ended with what is around it',
    };
  });
}
