const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * The beginning of a text and `…`, where it is longer than so many UTF-16 units: cut between two
 * words where one ends in its second half, and never within what readers take for one character.
 */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  let cut = '';
  for (const { segment } of characters.segment(text)) {
    if (cut.length + segment.length > length) break;
    cut += segment;
  }
  const end = /\s/.test(text.charAt(cut.length)) ? cut.length : cut.search(/\s\S*$/);
  return `${(end > length / 2 ? cut.slice(0, end) : cut).trimEnd()}…`;
}
