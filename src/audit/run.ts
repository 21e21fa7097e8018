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

/** Odd numbers with well-mixed bits: one for each place in a phrase, twice over. */
const A1 = 0x9e3779b1;
const A2 = 0x85ebca77;
const A3 = 0xc2b2ae3d;
const B0 = 0x27d4eb2f;
const B1 = 0x165667b1;
const B2 = 0x2c1b3c6d;
const B3 = 0x297a2d39;

/**
 * The last tokens of a text that stand together. Every phrase has a number of 53 bits, so that
 * different ones practically never share it; its lower 32 bits are what a `PhraseSet` looks at first.
 */
export class Run {
  /** Tokens since the last break. */
  length = 0;
  /** Whether a reader, or a reader's program, sees the last token as text or as an address. */
  readable = false;
  /** Characters of the last token; 0 where it is a number. */
  size = 0;
  /** Offset behind the last token. */
  end = 0;
  /** Hash of the last token, and of those before it. */
  t0 = 0;
  t1 = 0;
  t2 = 0;
  t3 = 0;
  start0 = 0;
  start1 = 0;
  start2 = 0;
  start3 = 0;
  /** What stands before the last token, and before the one before it. */
  gap0: Gap = Gap.soft;
  gap1: Gap = Gap.soft;
  /** Which of the last four tokens are words, as bits. */
  words = 0;

  push(token: number, size: number, gap: Gap, start: number, end: number): void {
    this.t3 = this.t2;
    this.t2 = this.t1;
    this.t1 = this.t0;
    this.t0 = token;
    this.start3 = this.start2;
    this.start2 = this.start1;
    this.start1 = this.start0;
    this.start0 = start;
    this.gap1 = this.gap0;
    this.gap0 = gap;
    this.words = ((this.words << 1) | (size > 0 ? 1 : 0)) & 0b1111;
    this.size = size;
    this.end = end;
    this.length++;
  }

  /** Offset of the first of the last `count` tokens. */
  start(count: number): number {
    return [this.start0, this.start1, this.start2, this.start3][count - 1] ?? this.start3;
  }

  /** Whether the last four tokens are a phrase: they stand together, and three of them are words. */
  isPhrase(): boolean {
    return this.length >= PHRASE && WORDY[this.words] === 1;
  }

  /** The lower half of `phraseKey`. */
  phraseHash(): number {
    return (
      (this.t0 + Math.imul(this.t1, A1) + Math.imul(this.t2, A2) + Math.imul(this.t3, A3)) | 0
    );
  }

  /** The number of the last four tokens, whatever stands between them. */
  phraseKey(): number {
    const upper =
      Math.imul(this.t0, B0) +
      Math.imul(this.t1, B1) +
      Math.imul(this.t2, B2) +
      Math.imul(this.t3, B3);
    return keyOf(upper, this.phraseHash());
  }

  /** The lower half of `nameKey`. */
  nameHash(count: number, isSoft = false): number {
    let hash = this.t0;
    if (count > 1) hash += Math.imul(this.t1 + (isSoft ? Gap.soft : this.gap0), A1);
    if (count > 2) hash += Math.imul(this.t2 + (isSoft ? Gap.soft : this.gap1), A2);
    return hash | 0;
  }

  /**
   * The number of the last one to three tokens and of what stands between them.
   * @param isSoft as if nothing but spaces or hyphens stood between them, as in a slug
   */
  nameKey(count: number, isSoft = false): number {
    let upper = Math.imul(this.t0, B0) + count;
    if (count > 1) upper += Math.imul(this.t1, B1);
    if (count > 2) upper += Math.imul(this.t2, B2);
    return keyOf(upper, this.nameHash(count, isSoft));
  }
}

/** Whether three of four bits are set. */
const WORDY = Uint8Array.from({ length: 16 }, (_, bits) =>
  [1, 2, 4, 8].filter((bit) => bits & bit).length >= 3 ? 1 : 0,
);

function keyOf(upper: number, lower: number): number {
  return (upper >>> 11) * 2 ** 32 + (lower >>> 0);
}
