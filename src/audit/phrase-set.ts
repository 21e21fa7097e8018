/**
 * A set of phrases by their numbers, made for being asked millions of times for what it does not
 * hold: bit maps of the two halves of the numbers answer nearly all of that.
 */
export class PhraseSet {
  readonly keys: Set<number>;
  #lower = new Uint32Array(1);
  #upper = new Uint32Array(1);
  #shift = 31;

  constructor(keys = new Set<number>()) {
    this.keys = keys;
  }

  add(key: number): void {
    this.keys.add(key);
  }

  /** Prepares the set for questions; what is added later is found after the next call. */
  index(): void {
    const log = Math.min(26, Math.max(10, Math.ceil(Math.log2(this.keys.size + 1)) + 4));
    this.#shift = 32 - log;
    this.#lower = new Uint32Array(2 ** (log - 5));
    this.#upper = new Uint32Array(2 ** (log - 5));
    for (const key of this.keys) {
      set(this.#lower, (key % HALF) >>> this.#shift);
      set(this.#upper, upperOf(key) >>> this.#shift);
    }
  }

  /** Whether a phrase may be in the set whose number has these lower 32 bits. */
  mayHave(lower: number): boolean {
    return isSet(this.#lower, lower >>> this.#shift);
  }

  has(key: number): boolean {
    return isSet(this.#upper, upperOf(key) >>> this.#shift) && this.keys.has(key);
  }

  delete(key: number): void {
    if (this.has(key)) this.keys.delete(key);
  }
}

const HALF = 2 ** 32;

/** The upper 21 bits of a number, as the highest of 32. */
function upperOf(key: number): number {
  return Math.floor(key / HALF) << 11;
}

function set(bits: Uint32Array, place: number): void {
  bits[place >>> 5] = (bits[place >>> 5] ?? 0) | (1 << (place & 31));
}

function isSet(bits: Uint32Array, place: number): boolean {
  return ((bits[place >>> 5] ?? 0) & (1 << (place & 31))) !== 0;
}
