/**
 * Words as readers take them: quotes, dashes, ellipses and white space in one form each, and without the end tags that
 * kramdown shows where nothing begins.
 */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFC')
    .replace(/[‘’‚′]/g, "'")
    .replace(/[“”„″]|''/g, '"')
    .replaceAll('…', '...')
    .replace(/[‐-―]|-{2,3}/g, '-')
    .replace(/<\/[a-z][a-z\d]*>/gi, ' ')
    .replace(/[\u00A0\u200B\uFEFF]|↩\uFE0E?/g, ' ')
    .split(/\s+/)
    .filter(Boolean);
}

/**
 * How much two texts have in common, from 0 to 1: of the pairs of words that follow each other, those that are in
 * both (the Sørensen–Dice coefficient).
 */
export function similarity(one: readonly string[], other: readonly string[]): number {
  const count = pairs(one);
  let both = 0;
  for (const [pair, times] of pairs(other)) both += Math.min(times, count.get(pair) ?? 0);
  const all = one.length + other.length;
  return all === 0 ? 1 : (2 * both) / all;
}

function pairs(words: readonly string[]): Map<string, number> {
  const count = new Map<string, number>();
  for (const [i, word] of words.entries()) {
    const pair = `${word} ${words[i + 1] ?? ''}`;
    count.set(pair, (count.get(pair) ?? 0) + 1);
  }
  return count;
}

/** How many words of a difference are shown. */
const SHOWN = 8;

/** Where two texts part for the first time; nothing where they are the same. */
export function firstDifference(
  old: readonly string[],
  now: readonly string[],
): { before: string; now: string } | undefined {
  const at = old.findIndex((word, i) => word !== now[i]);
  const from = at >= 0 ? at : old.length;
  if (at < 0 && now.length === old.length) return undefined;
  const part = (words: readonly string[]) =>
    words.slice(Math.max(0, from - 2), from + SHOWN).join(' ');
  return { before: part(old), now: part(now) };
}
