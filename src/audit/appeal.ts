import { fold, WITHOUT_SPACES } from './characters.ts';

/** So many tokens of a published text may be left out in the output. */
const LONGEST_GAP = 60;
/** So many tokens of markup may stand between a word and Liquid beside it. */
const TAG_GAP = 5;
/** Longer stretches are no coincidence. */
const MOST_TOKENS = 10;

/**
 * Gives a few words that were found another chance. What a page shows of a text is not always how it
 * stands there: excerpts leave out pictures, Liquid chooses a branch, code means something as markup,
 * and the ids of headings lose their punctuation (`U.S.` becomes `us`).
 */
export class Appeal {
  readonly #texts: string[];
  /** The same without punctuation inside words, and with letters and digits alone. */
  #glued: string[] | undefined;
  #letters: string[] | undefined;

  /** @param texts published texts */
  constructor(texts: Iterable<string>) {
    this.#texts = [...texts].map((text) =>
      fold(text)
        .toLowerCase()
        .replace(/\{\{[^}]*\}\}|\{%[^%]*%\}/g, ` ${LIQUID} `),
    );
  }

  /**
   * Whether a text has these tokens in a row, or with something else at one place between; or some of
   * them beside Liquid, and another text the rest.
   */
  isText(tokens: readonly string[]): boolean {
    const has = (wanted: readonly string[], gap: number) => someHas(this.#texts, wanted, gap);
    if (tokens.length > MOST_TOKENS) return false;
    if (has(tokens, LONGEST_GAP)) return true;
    return tokens.some((_, i) => {
      const [head, tail] = [tokens.slice(0, i), tokens.slice(i)];
      return (
        (head.length > 1 && has([...head, LIQUID], TAG_GAP) && has(tail, 0)) ||
        (head.length > 0 && tail.length > 1 && has([LIQUID, ...tail], TAG_GAP) && has(head, 0))
      );
    });
  }

  /**
   * Whether a search index may have made this word of a text: it joins what hyphens part, takes apart
   * what capitals join, cuts off endings, and turns `y` into `i`.
   */
  isStem([word = '']: readonly string[]): boolean {
    this.#letters ??= this.#texts.map((text) => text.replace(/[^\p{L}\p{N}]+/gu, ''));
    return this.#letters.some((text) => text.includes(word.slice(0, -1)));
  }

  /** Whether a text has these tokens in a row, once the punctuation inside its words is taken out. */
  isSlug(tokens: readonly string[]): boolean {
    const punctuation = /(?<=[\p{L}\p{N}])[^\p{L}\p{N}\s-]+(?=[\p{L}\p{N}])/gu;
    this.#glued ??= this.#texts.map((text) => text.replace(punctuation, ''));
    return tokens.length <= MOST_TOKENS && someHas(this.#glued, tokens, 0);
  }
}

/** Stands in a text for what Liquid writes there. */
const LIQUID = '\uE000';
const TOKEN = new RegExp(
  `${LIQUID}|${WITHOUT_SPACES}|(?:(?!${WITHOUT_SPACES})[\\p{L}\\p{N}])+`,
  'gu',
);

/** The words and numbers of a folded text, in small letters. */
export function tokensOf(text: string): string[] {
  const letters = text.toLowerCase().replace(/[\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]/gu, '');
  return letters.match(TOKEN) ?? [];
}

/** Whether a text has these tokens in a row, but for one gap. */
function someHas(texts: readonly string[], tokens: readonly string[], longestGap: number): boolean {
  const mayHave = (text: string) => tokens.every((token) => text.includes(token));
  return texts.some((text) => mayHave(text) && hasInRow(tokensOf(text), tokens, longestGap));
}

function hasInRow(text: readonly string[], wanted: readonly string[], longestGap: number): boolean {
  const matches = (place: number, from: number) => {
    let to = from;
    while (to < wanted.length && text[place + to - from] === wanted[to]) to++;
    return to;
  };
  return text.some((token, place) => {
    if (token !== wanted[0]) return false;
    for (let count = matches(place, 0); count > 0; count--) {
      const next = place + count;
      for (let gap = 0; gap <= longestGap; gap++) {
        if (matches(next + gap, count) === wanted.length) return true;
      }
    }
    return false;
  });
}
