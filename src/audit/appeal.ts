import { fold } from './scan.ts';

/** So many tokens of a published text may be left out in the output. */
const LONGEST_GAP = 60;
/** Longer stretches are no coincidence. */
const MOST_TOKENS = 10;

/**
 * Gives a few words that were found another chance. What a page shows of a text is not always how it
 * stands there: excerpts leave out pictures, Liquid chooses a branch, code means something as markup.
 * @param texts published texts
 * @returns whether one of them has these tokens in a row, or with something else at one place between
 */
export function createAppeal(texts: Iterable<string>): (tokens: readonly string[]) => boolean {
  const plain = [...texts].map((text) => fold(text).toLowerCase());
  return (tokens) => {
    if (tokens.length > MOST_TOKENS) return false;
    const longest = tokens.reduce((a, b) => (b.length > a.length ? b : a), '');
    return plain.some((text) => text.includes(longest) && hasWithGap(tokensOf(text), tokens));
  };
}

/** The words and numbers of a folded text, in small letters. */
export function tokensOf(text: string): string[] {
  const letters = text.toLowerCase().replace(/[\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]/gu, '');
  return letters.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function hasWithGap(text: readonly string[], wanted: readonly string[]): boolean {
  const matches = (place: number, from: number) => {
    let to = from;
    while (to < wanted.length && text[place + to - from] === wanted[to]) to++;
    return to;
  };
  return text.some((token, place) => {
    if (token !== wanted[0]) return false;
    for (let count = matches(place, 0); count > 0; count--) {
      const next = place + count;
      for (let gap = 0; gap <= LONGEST_GAP; gap++) {
        if (matches(next + gap, count) === wanted.length) return true;
      }
    }
    return false;
  });
}
