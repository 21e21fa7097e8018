/**
 * A set of phrases by their numbers, made for being asked millions of times for what it does not
 * hold: a bit map of the first hashes answers nearly all of that.
 */
export class PhraseSet {
  readonly keys = new Set<number>();
  #bits = new Uint32Array(1);
  #shift = 31;

  add(key: number): void {
    this.keys.add(key);
  }

  /** Prepares the set for questions; what is added later is found after the next call. */
  index(): void {
    const log = Math.min(28, Math.max(10, Math.ceil(Math.log2(this.keys.size + 1)) + 4));
    this.#shift = 32 - log;
    this.#bits = new Uint32Array(2 ** (log - 5));
    for (const key of this.keys) {
      const place = (key % 2 ** 32) >>> this.#shift;
      this.#bits[place >>> 5]! |= 1 << (place & 31);
    }
  }

  /** Whether a phrase with that first hash may be in the set. */
  mayHave(hash: number): boolean {
    const place = hash >>> this.#shift;
    return ((this.#bits[place >>> 5] ?? 0) & (1 << (place & 31))) !== 0;
  }

  has(key: number): boolean {
    return this.keys.has(key);
  }

  delete(key: number): void {
    this.keys.delete(key);
  }
}
