/** Tokens that make a phrase: of a sentence with more of them, every stretch of this length counts. */
export const PHRASE = 5;

/** Names of more tokens are found by their phrases. */
export const LONGEST_NAME = PHRASE - 1;

/** What stands between two tokens of a run. */
export const Gap = {
  /** Spaces, hyphens, quotation marks: `letter-to-the-future` is as good as “Letter to the Future”. */
  soft: 0,
  slash: 1,
  /** A tag, a comma, a bar: what lists put between their items. */
  hard: 2,
} as const;
export type Gap = (typeof Gap)[keyof typeof Gap];

/** Odd numbers with well-mixed bits. The powers of one: so the hash of a phrase follows from the last. */
const A1 = 0x9e3779b1;
const A2 = Math.imul(A1, A1);
const A3 = Math.imul(A2, A1);
const A5 = Math.imul(A3, A2);
/** One for each place in a phrase. */
const B0 = 0x27d4eb2f;
const B1 = 0x165667b1;
const B2 = 0x2c1b3c6d;
const B3 = 0x297a2d39;
const B4 = 0x68e31da5;

/**
 * The last tokens of a text that stand together. Every phrase has a number of 53 bits, so that
 * different ones practically never share it; its lower 32 bits are what a `PhraseSet` looks at first.
 */
export class Run {
  /** Tokens since the last break. */
  length = 0;
  /** Tokens since the last break or slash: an address is put together from parts that are no phrase. */
  #unbroken = 0;
  /** Whether a reader, or a reader's program, sees the last token as text or as an address. */
  readable = false;
  /** Characters of the last token from its first letter on; 0 where it is a number. */
  size = 0;
  /** Offset behind the last token. */
  end = 0;
  /** Hash of the last token. */
  token = 0;
  /** Hash of the last five: the lower half of `phraseKey`. */
  phraseHash = 0;
  /** Which of the last tokens are words, and which are characters of a script without spaces, as bits. */
  words = 0;
  ideographs = 0;
  /** The last tokens, in a ring: hashes, offsets, and what stands before them. */
  readonly #tokens = new Int32Array(8);
  readonly #starts = new Int32Array(8);
  readonly #gaps = new Uint8Array(8);
  #last = 0;

  push(
    token: number,
    size: number,
    gap: Gap,
    start: number,
    end: number,
    isIdeograph = false,
  ): void {
    const last = (this.#last + 1) & 7;
    const gone = this.#tokens[(last - PHRASE) & 7] ?? 0;
    this.phraseHash = (Math.imul(this.phraseHash, A1) + token - Math.imul(gone, A5)) | 0;
    this.#last = last;
    this.#tokens[last] = token;
    this.#starts[last] = start;
    this.#gaps[last] = gap;
    this.token = token;
    this.words = ((this.words << 1) | (size > 0 ? 1 : 0)) & 0b11111;
    this.ideographs = ((this.ideographs << 1) | (isIdeograph ? 1 : 0)) & 0b1111;
    this.size = size;
    this.end = end;
    this.length++;
    this.#unbroken = gap === Gap.slash ? 1 : this.#unbroken + 1;
  }

  /** Begins with a new text. */
  reset(): void {
    this.break();
    this.readable = false;
    this.size = this.end = this.token = this.phraseHash = this.words = this.ideographs = 0;
    this.#tokens.fill(0);
  }

  /** What comes next does not stand together with what was. */
  break(): void {
    this.length = 0;
    this.#unbroken = 0;
  }

  /** Offset of the first of the last `count` tokens. */
  start(count: number): number {
    return this.#starts[(this.#last - count + 1) & 7] ?? 0;
  }

  /** The token before the last. */
  get previous(): number {
    return this.#before(1);
  }

  /** Whether the last tokens are a phrase: enough of them stand together. */
  get isPhrase(): boolean {
    return this.#unbroken >= PHRASE;
  }

  /** Whether at least three tokens of the phrase are words. */
  get isWordy(): boolean {
    return WORDY[this.words] === 1;
  }

  /** Hash of one of the tokens before the last. */
  #before(count: number): number {
    return this.#tokens[(this.#last - count) & 7] ?? 0;
  }

  /** Another hash of the last five: its upper bits are the upper half of `phraseKey`. */
  get phraseUpper(): number {
    return (
      Math.imul(this.token, B0) +
      Math.imul(this.#before(1), B1) +
      Math.imul(this.#before(2), B2) +
      Math.imul(this.#before(3), B3) +
      Math.imul(this.#before(4), B4)
    );
  }

  /** The number of the phrase, whatever stands between them. */
  phraseKey(): number {
    return keyOf(this.phraseUpper, this.phraseHash);
  }

  /**
   * The number of the last one to four tokens and of what stands between them.
   * @param isSoft as if nothing but spaces or hyphens stood between them, as in a slug
   */
  nameKey(count: number, isSoft = false): number {
    let lower = this.token;
    let upper = Math.imul(this.token, B0) + count;
    for (let before = 1; before < count; before++) {
      const token = this.#before(before);
      const gap = isSoft ? Gap.soft : (this.#gaps[(this.#last - before + 1) & 7] ?? Gap.soft);
      lower += Math.imul(token + gap, LOWER[before] ?? 1);
      upper += Math.imul(token, UPPER[before] ?? 1);
    }
    return keyOf(upper, lower);
  }
}

const LOWER = [1, A1, A2, A3];
const UPPER = [B0, B1, B2, B3];

/** Whether three of five bits are set. */
const WORDY = Uint8Array.from({ length: 32 }, (_, bits) =>
  [1, 2, 4, 8, 16].filter((bit) => bits & bit).length >= 3 ? 1 : 0,
);

/** A number of 53 bits, of the upper bits of one hash and of another. */
export function keyOf(upper: number, lower: number): number {
  return (upper >>> 11) * 2 ** 32 + (lower >>> 0);
}
