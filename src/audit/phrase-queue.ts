import type { PhraseSet } from './phrase-set.ts';
import { keyOf, PHRASE, type Run } from './run.ts';

/** A phrase in a text that a set has: its number and its place. */
export interface KnownPhrase {
  key: number;
  start: number;
  end: number;
  readable: boolean;
}

const AT_A_TIME = 1024;

/**
 * Asks a set for the phrases of a text, many in a row: its bit maps are larger than what processors keep at
 * hand, and in a row they are read at several places at once.
 */
export class PhraseQueue {
  readonly #set: PhraseSet;
  readonly #upper = new Int32Array(AT_A_TIME);
  readonly #lower = new Int32Array(AT_A_TIME);
  readonly #starts = new Int32Array(AT_A_TIME);
  readonly #ends = new Int32Array(AT_A_TIME);
  readonly #readable = new Uint8Array(AT_A_TIME);
  #size = 0;

  constructor(set: PhraseSet) {
    this.#set = set;
  }

  /**
   * Adds the phrase at the end of a run.
   * @param use is told of each that the set has, some time after it was added
   */
  add(run: Run, use: (phrase: KnownPhrase) => void): void {
    if (this.#size === AT_A_TIME) this.ask(use);
    const i = this.#size++;
    this.#upper[i] = run.phraseUpper;
    this.#lower[i] = run.phraseHash;
    this.#starts[i] = run.start(PHRASE);
    this.#ends[i] = run.end;
    this.#readable[i] = run.readable ? 1 : 0;
  }

  /** Asks for those that it has not asked for yet. */
  ask(use: (phrase: KnownPhrase) => void): void {
    const size = this.#size;
    this.#size = 0;
    for (let i = 0; i < size; i++) {
      const lower = this.#lower[i] ?? 0;
      if (!this.#set.mayHave(lower)) continue;
      const key = keyOf(this.#upper[i] ?? 0, lower);
      if (!this.#set.has(key)) continue;
      const [start = 0, end = 0] = [this.#starts[i], this.#ends[i]];
      use({ key, start, end, readable: this.#readable[i] === 1 });
    }
  }
}
