/** Tokens that make a phrase: of a sentence with more of them, every stretch of this length counts. */
export const PHRASE = 4;

/** What stands between two tokens of a run. */
export const Gap = {
  /** Spaces, hyphens, quotation marks: `letter-to-the-future` is as good as “Letter to the Future”. */
  soft: 0,
  slash: 1,
  /** A tag, a comma, a bar: what lists put between their items. */
  hard: 2,
} as const;
export type Gap = (typeof Gap)[keyof typeof Gap];

const FACTOR = 0x9e3779b1;
const FACTOR_2 = Math.imul(FACTOR, FACTOR);
const FACTOR_3 = Math.imul(FACTOR_2, FACTOR);

/**
 * The last tokens of a text that stand together. Every token and phrase has a number: 53 bits of two
 * hashes, so that different words practically never share one. The first hash alone is what a
 * `PhraseSet` looks at first.
 */
export class Run {
  /** Tokens since the last break. */
  length = 0;
  /** Whether a reader, or a reader's program, sees the last token as text or as an address. */
  readable = false;
  /** Letters and digits of the last token; 0 where it is a number. */
  size = 0;
  /** Offset behind the last token. */
  end = 0;
  #a0 = 0;
  #a1 = 0;
  #a2 = 0;
  #a3 = 0;
  #b0 = 0;
  #b1 = 0;
  #b2 = 0;
  #b3 = 0;
  #start0 = 0;
  #start1 = 0;
  #start2 = 0;
  #start3 = 0;
  #gap0: number = Gap.soft;
  #gap1: number = Gap.soft;
  /** Which of the last four tokens are words, as bits. */
  #words = 0;

  push(a: number, b: number, size: number, gap: Gap, start: number, end: number): void {
    this.#a3 = this.#a2;
    this.#a2 = this.#a1;
    this.#a1 = this.#a0;
    this.#a0 = a;
    this.#b3 = this.#b2;
    this.#b2 = this.#b1;
    this.#b1 = this.#b0;
    this.#b0 = b;
    this.#start3 = this.#start2;
    this.#start2 = this.#start1;
    this.#start1 = this.#start0;
    this.#start0 = start;
    this.#gap1 = this.#gap0;
    this.#gap0 = gap;
    this.#words = ((this.#words << 1) | (size > 0 ? 1 : 0)) & 0b1111;
    this.size = size;
    this.end = end;
    this.length++;
  }

  break(): void {
    this.length = 0;
  }

  /** The first hash of the last token, which tells names of elements and attributes apart. */
  get last(): number {
    return this.#a0;
  }

  /** Offset of the first of the last `count` tokens. */
  start(count: number): number {
    if (count === 1) return this.#start0;
    if (count === 2) return this.#start1;
    return count === 3 ? this.#start2 : this.#start3;
  }

  /** Whether the last tokens are a phrase that says something: three words among four tokens. */
  isPhrase(): boolean {
    if (this.length < PHRASE) return false;
    const words = this.#words;
    return (words & 1) + ((words >> 1) & 1) + ((words >> 2) & 1) + (words >> 3) >= 3;
  }

  /** The first hash of the phrase, whatever stands between its tokens. */
  phraseHash(): number {
    return (
      (this.#a0 +
        Math.imul(this.#a1, FACTOR) +
        Math.imul(this.#a2, FACTOR_2) +
        Math.imul(this.#a3, FACTOR_3)) |
      0
    );
  }

  phraseKey(): number {
    const b =
      this.#b0 +
      Math.imul(this.#b1, FACTOR) +
      Math.imul(this.#b2, FACTOR_2) +
      Math.imul(this.#b3, FACTOR_3);
    return key(this.phraseHash(), b);
  }

  /** The first hash of the last one to three tokens and of what stands between them. */
  nameHash(count: number): number {
    if (count === 1) return this.#a0;
    if (count === 2) {
      return (this.#a0 + Math.imul(this.#a1 ^ (this.#gap0 + 1), FACTOR)) | 0;
    }
    return (
      (this.#a0 +
        Math.imul(this.#a1 ^ (this.#gap0 + 1), FACTOR) +
        Math.imul(this.#a2 ^ (this.#gap1 + 1), FACTOR_2)) |
      0
    );
  }

  nameKey(count: number): number {
    let b = this.#b0 ^ count;
    if (count > 1) b += Math.imul(this.#b1, FACTOR);
    if (count > 2) b += Math.imul(this.#b2, FACTOR_2);
    return key(this.nameHash(count), b);
  }
}

function key(a: number, b: number): number {
  return (b >>> 11) * 2 ** 32 + (a >>> 0);
}
