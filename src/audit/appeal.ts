import { fold, IGNORED, WITHOUT_SPACES } from './characters.ts';
import { withoutEntities } from './entities.ts';
import { partsOf, placeName } from './places.ts';

/** So many tokens of a published text may be left out in the output. */
const LONGEST_GAP = 60;
/** So many tokens of markup may stand between a word and Liquid beside it. */
const TAG_GAP = 5;
/** Longer stretches are no coincidence. */
const MOST_TOKENS = 10;

/** All that an appeal is going to be asked for, so that each text is read once. */
export interface Questions {
  tokens?: readonly string[];
  /** Words of a search index. */
  stems?: readonly string[];
  /** As `placeName` writes them. */
  titles?: readonly string[];
}

/**
 * Gives a few words that were found another chance. What a page shows of a text is not always how it
 * stands there: excerpts leave out pictures, Liquid chooses a branch, code means something as markup,
 * and the ids of headings lose their punctuation (`U.S.` becomes `us`).
 */
export class Appeal {
  readonly #texts: string[];
  /** For each token that is asked for the texts that have it. */
  readonly #textsWith = new Map<string, Set<number>>();
  readonly #tokensOfText = new Map<number, string[]>();
  /** The tokens of texts without the punctuation inside their words. */
  readonly #gluedOfText = new Map<number, string[]>();
  readonly #stems: ReadonlySet<string>;
  readonly #parts = new Set<string>();

  /** @param texts published texts */
  constructor(texts: readonly string[], { tokens = [], stems = [], titles = [] }: Questions) {
    this.#texts = texts.flatMap((text) => {
      const folded = fold(withoutEntities(text)).toLowerCase();
      const written = folded.replace(/\{\{[^}]*\}\}|\{%[^%]*%\}|\$\{[^}]*\}/g, ` ${LIQUID} `);
      // A post about templates or Markdown shows them as they are.
      return [...new Set([written.replace(ADDRESS, ']'), written, folded])];
    });
    for (const token of [...tokens, LIQUID]) this.#textsWith.set(token, new Set());
    const longest = Math.max(0, ...titles.map(({ length }) => length));
    const asked = new Set(titles);
    for (const [number, text] of this.#texts.entries()) {
      if (tokens.length > 0) {
        for (const token of tokensOf(text)) this.#textsWith.get(token)?.add(number);
        for (const [word] of text.matchAll(PUNCTUATED)) {
          for (const token of tokensOf(glue(word))) this.#textsWith.get(token)?.add(number);
        }
      }
      if (longest > 0) {
        for (const part of partsOf(text)) {
          if (part.length > longest * 4) continue;
          const name = placeName(part);
          if (asked.has(name)) this.#parts.add(name);
        }
      }
    }
    this.#stems = wordsIn(this.#texts, stems.map(stemOf));
  }

  /**
   * Whether a text has these tokens in a row, or with something else at one place between; or some of
   * them beside Liquid, and another text the rest.
   */
  isText(tokens: readonly string[]): boolean {
    const has = (wanted: readonly string[], gap: number) =>
      this.#someHas(wanted, gap, (number) => this.#tokens(number));
    if (tokens.length > MOST_TOKENS) return false;
    if (has(tokens, LONGEST_GAP) || this.isTemplate(tokens)) return true;
    return tokens.some((_, i) => {
      const [head, tail] = [tokens.slice(0, i), tokens.slice(i)];
      return (
        (head.length > 1 && has([...head, LIQUID], TAG_GAP) && has(tail, 0)) ||
        (head.length > 0 && tail.length > 1 && has([LIQUID, ...tail], TAG_GAP) && has(head, 0))
      );
    });
  }

  /** Whether a text has these tokens in a row: also where it could be taken for markup, as in `x[10][20]`. */
  isInRow(tokens: readonly string[]): boolean {
    return this.#someHas(tokens, 0, (number) => this.#tokens(number));
  }

  /** Whether a program writes these words around numbers: `Page ${number} of ${count}`. */
  isTemplate(tokens: readonly string[]): boolean {
    const template = tokens.map((token) => (/^\p{N}{1,4}$/u.test(token) ? LIQUID : token));
    if (!template.includes(LIQUID) || tokens.length > MOST_TOKENS) return false;
    return this.isInRow(template);
  }

  /**
   * Whether a search index may have made this word of a text: it joins what hyphens part, takes apart
   * what capitals join, cuts off endings, and turns `y` into `i`.
   */
  isStem(word: string): boolean {
    return this.#stems.has(stemOf(word));
  }

  /** Whether a text has these tokens in a row, once the punctuation inside its words is taken out. */
  isSlug(tokens: readonly string[]): boolean {
    if (tokens.length > MOST_TOKENS) return false;
    return this.#someHas(tokens, 0, (number) => this.#glued(number));
  }

  /** Whether a text has this title by itself: as a line, a cell, the text of a link, a string. */
  isPart(title: string): boolean {
    return this.#parts.has(title);
  }

  #tokens(number: number): string[] {
    let tokens = this.#tokensOfText.get(number);
    if (!tokens) this.#tokensOfText.set(number, (tokens = tokensOf(this.#texts[number] ?? '')));
    return tokens;
  }

  #glued(number: number): string[] {
    let tokens = this.#gluedOfText.get(number);
    if (!tokens)
      this.#gluedOfText.set(number, (tokens = tokensOf(glue(this.#texts[number] ?? ''))));
    return tokens;
  }

  /** Whether a text has these tokens in a row, but for one gap. */
  #someHas(
    tokens: readonly string[],
    longestGap: number,
    textOf: (number: number) => string[],
  ): boolean {
    const candidates = tokens.map((token) => this.#textsWith.get(token) ?? new Set<number>());
    const [rarest = new Set<number>()] = candidates.toSorted((a, b) => a.size - b.size);
    return [...rarest].some(
      (number) =>
        candidates.every((texts) => texts.has(number)) &&
        hasInRow(textOf(number), tokens, longestGap),
    );
  }
}

/** Where a link leads, which no page shows between its words. */
const ADDRESS = /\]\([^()\n]*\)/g;
/** Stands in a text for what Liquid or a program writes there. */
const LIQUID = '\uE000';
const TOKEN = new RegExp(
  `${LIQUID}|${WITHOUT_SPACES}|(?:(?!${WITHOUT_SPACES})[\\p{L}\\p{N}\\p{M}])+`,
  'gu',
);
/** Words with punctuation inside. */
const PUNCTUATED = /[\p{L}\p{N}]+(?:[^\p{L}\p{N}\s-]+[\p{L}\p{N}]+)+/gu;

/** The words and numbers of a folded text, in small letters. */
export function tokensOf(text: string): string[] {
  return text.toLowerCase().replace(IGNORED, '').match(TOKEN) ?? [];
}

function glue(text: string): string {
  return text.replace(PUNCTUATED, (word) => word.replace(/[^\p{L}\p{N}]+/gu, ''));
}

function stemOf(word: string): string {
  return word.slice(0, -1);
}

/** Which of the words texts contain, once everything but letters and digits is taken out. */
function wordsIn(texts: readonly string[], words: readonly string[]): Set<string> {
  const found = new Set<string>();
  const wanted = Map.groupBy(new Set(words), (word) => word.slice(0, START));
  const lengths = [...new Set([...wanted.keys()].map(({ length }) => length))];
  if (lengths.length === 0) return found;
  for (const text of texts) {
    const letters = text.replace(/[^\p{L}\p{N}]+/gu, '');
    for (let i = 0; i < letters.length; i++) {
      for (const length of lengths) {
        for (const word of wanted.get(letters.slice(i, i + length)) ?? []) {
          if (letters.startsWith(word, i)) found.add(word);
        }
      }
    }
  }
  return found;
}

/** So many letters of a word are looked for first. */
const START = 4;

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
