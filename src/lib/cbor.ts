/** Of CBOR (https://www.rfc-editor.org/rfc/rfc8949#section-3), what the search index is written in. */
export type Cbor = number | string | Cbor[];

/** The kinds of items that it has. */
const UNSIGNED = 0;
export const NEGATIVE = 1;
const BYTES = 2;
export const TEXT = 3;
export const ARRAY = 4;

/** All texts in a CBOR document, in their order. */
export function cborStrings(bytes: Buffer): string[] {
  const strings: string[] = [];
  const reader = new CborReader(bytes);
  while (reader.offset < bytes.length) {
    const size = reader.head();
    if (reader.type === TEXT)
      strings.push(bytes.toString('utf8', reader.offset, reader.offset + size));
    if (reader.type === TEXT || reader.type === BYTES) reader.offset += size;
  }
  return strings;
}

/** Goes through a CBOR document. */
export class CborReader {
  /** The kind of the item whose head was read last. */
  type = UNSIGNED;
  offset: number;
  readonly #bytes: Buffer;

  constructor(bytes: Buffer, offset = 0) {
    this.#bytes = bytes;
    this.offset = offset;
  }

  /** The number in the head of the next item: what it is, how long it is, or how many items it has. */
  head(): number {
    const head = this.#bytes[this.offset++] ?? 0;
    const info = head & 31;
    this.type = head >> 5;
    if (info < 24) return info;
    if (info > 27) return 0;
    const size = 2 ** (info - 24);
    const start = this.offset;
    this.offset += size;
    if (this.offset > this.#bytes.length) return this.#bytes.length;
    return size === 8
      ? Number(this.#bytes.readBigUInt64BE(start))
      : this.#bytes.readUIntBE(start, size);
  }

  /**
   * The next item, with all in it.
   * @throws where it is of another kind
   */
  item(): Cbor {
    const head = this.head();
    if (this.type === UNSIGNED) return head;
    if (this.type === NEGATIVE) return -1 - head;
    if (this.type === TEXT) {
      this.offset += head;
      return this.#bytes.toString('utf8', this.offset - head, this.offset);
    }
    if (this.type === ARRAY) return Array.from({ length: head }, () => this.item());
    throw new Error(`CBOR of kind ${this.type}`);
  }
}

/** Writes a CBOR document, each number as short as it can be. */
export class CborWriter {
  #bytes = Buffer.allocUnsafe(1024);
  #length = 0;

  /** The beginning of an item, or a number. */
  head(type: number, value: number): void {
    this.#reserve(5);
    const kind = type << 5;
    if (value < 24) this.#bytes[this.#length++] = kind | value;
    else if (value < 2 ** 8) this.#number(kind | 24, value, 1);
    else if (value < 2 ** 16) this.#number(kind | 25, value, 2);
    else this.#number(kind | 26, value, 4);
  }

  item(value: Cbor): void {
    if (typeof value === 'number') {
      this.head(value < 0 ? NEGATIVE : UNSIGNED, value < 0 ? -1 - value : value);
    } else if (typeof value === 'string') {
      const text = Buffer.from(value);
      this.head(TEXT, text.length);
      this.copy(text, 0, text.length);
    } else {
      this.head(ARRAY, value.length);
      for (const item of value) this.item(item);
    }
  }

  /** What is CBOR already. */
  copy(bytes: Buffer, start: number, end: number): void {
    this.#reserve(end - start);
    this.#length += bytes.copy(this.#bytes, this.#length, start, end);
  }

  /** What has been written since this was asked for before. */
  take(): Buffer {
    const bytes = Buffer.from(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
    return bytes;
  }

  #number(head: number, value: number, size: number): void {
    this.#bytes[this.#length++] = head;
    this.#length = this.#bytes.writeUIntBE(value, this.#length, size);
  }

  #reserve(size: number): void {
    if (this.#length + size <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * (this.#length + size));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}
