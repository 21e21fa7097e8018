import { statSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { touchOf } from '../lib/stamp.ts';

/** What came of reading a file, and what it was read under. */
interface Known<Reading> {
  /** By what the file is known, and its other paths. */
  file: string;
  /** The moment from which the reading may be another: milliseconds since 1970. */
  until: number;
  reading: Reading;
}

/**
 * What came of reading files. The dev server reads all of them whenever one is saved: those that nobody has
 * touched since say what they said.
 */
export class Readings<Reading> {
  readonly #known = new Map<string, Known<Reading>>();
  readonly #untilOf: (reading: Reading) => number;
  #shared: unknown;

  /** @param untilOf the moment from which a reading may be another, in milliseconds since 1970 */
  constructor(untilOf: (reading: Reading) => number) {
    this.#untilOf = untilOf;
  }

  /** @param shared all that every reading depends on beside its file and the moment */
  under(shared: unknown): this {
    if (!isDeepStrictEqual(shared, this.#shared)) this.#known.clear();
    this.#shared = shared;
    return this;
  }

  /**
   * The reading of a file.
   * @param file absolute path
   * @param links its other paths
   * @param now the moment at which it is read
   */
  of(file: string, links: readonly string[], now: number, read: () => Reading): Reading {
    const stamp = [touchOf(statSync(file)), ...links].join('\0');
    const known = this.#known.get(file);
    if (known && now < known.until && known.file === stamp) return known.reading;
    const reading = read();
    this.#known.set(file, { file: stamp, until: this.#untilOf(reading), reading });
    return reading;
  }
}
