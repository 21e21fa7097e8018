import { ARRAY, CborReader, CborWriter, NEGATIVE, TEXT } from '../lib/cbor.ts';

/** The words of some pages as Pagefind writes them, one behind the other, in the order of their bytes. */
export interface Words {
  bytes: Buffer;
  /** How many pages come before these. */
  before: number;
  /** The new numbers of metadata fields, where they are not what they were. */
  fields: readonly number[] | undefined;
}

/** A file of the index. */
export interface Chunk {
  first: string;
  last: string;
  bytes: Buffer;
}

/** The pages of a part that have a word: all behind the number of the first stays as it is in any index. */
interface Pages extends Pick<Words, 'bytes' | 'before'> {
  count: number;
  first: number;
  last: number;
  start: number;
  end: number;
}

const NONE: Pages = {
  bytes: Buffer.alloc(0),
  before: 0,
  count: 0,
  first: 0,
  last: 0,
  start: 0,
  end: 0,
};

interface Variant {
  form: string;
  pages: Pages;
}

/**
 * Behind so many pages, positions and forms begins another chunk. `chunk_index` in pagefind/src/index/mod.rs;
 * that forms count is newer.
 */
const CHUNK_SIZE = 20_000;

/** Makes the words of pages that come one after the other those of all, in chunks as Pagefind has them. */
export function* mergeWords(all: readonly Words[]): Generator<Chunk> {
  const writer = new CborWriter();
  let [first, count, size] = ['', 0, 0];
  const chunk = (last: string): Chunk => {
    const words = writer.take();
    writer.head(ARRAY, 1);
    writer.head(ARRAY, count);
    writer.copy(words, 0, words.length);
    count = 0;
    size = 0;
    return { first: textOf(first), last: textOf(last), bytes: writer.take() };
  };
  let streams = all.map((words) => new WordStream(words)).filter((stream) => stream.next());
  let word = '';
  while (streams.length > 0) {
    ({ word } = streams.reduce((least, stream) => (stream.word < least.word ? stream : least)));
    const here = streams.filter((stream) => stream.word === word);
    if (count++ === 0) first = word;
    size += here.reduce((sum, stream) => sum + stream.size, writeWord(writer, word, here));
    if (size >= CHUNK_SIZE) yield chunk(word);
    streams = streams.filter((stream) => stream.word !== word || stream.next());
  }
  if (count > 0) yield chunk(word);
}

/** What stands in a text whose characters are the bytes of UTF-8: so Pagefind orders words. */
const textOf = (bytes: string): string => Buffer.from(bytes, 'latin1').toString();

/**
 * `PackedWord` in pagefind/src/index/index_words.rs: a word, its pages, and its forms with diacritics in
 * the order in which they come up.
 * @returns how many forms it has
 */
function writeWord(writer: CborWriter, word: string, streams: readonly WordStream[]): number {
  writer.head(ARRAY, 3);
  writeText(writer, word);
  writePages(
    writer,
    streams.map(({ pages }) => pages),
  );
  const variants = streams.flatMap(({ variants }) => variants);
  const forms = Map.groupBy(variants, ({ form }) => form);
  writer.head(ARRAY, forms.size);
  for (const [form, variants] of forms) {
    writer.head(ARRAY, 2);
    writeText(writer, form);
    writePages(
      writer,
      variants.map(({ pages }) => pages),
    );
  }
  return forms.size;
}

function writeText(writer: CborWriter, bytes: string): void {
  writer.head(TEXT, bytes.length);
  writer.copy(Buffer.from(bytes, 'latin1'), 0, bytes.length);
}

/** `PackedPage`: each says how far it is behind the one before. */
function writePages(writer: CborWriter, all: readonly Pages[]): void {
  writer.head(
    ARRAY,
    all.reduce((sum, { count }) => sum + count, 0),
  );
  let passed = 0;
  for (const { bytes, before, count, first, last, start, end } of all) {
    if (count === 0) continue;
    writer.head(ARRAY, 3);
    writer.item(before + first - passed);
    writer.copy(bytes, start, end);
    passed = before + last;
  }
}

/** Reads words one by one. */
class WordStream {
  /** Each character is a byte. */
  word = '';
  pages = NONE;
  variants: Variant[] = [];
  /** How many pages and positions there are. */
  size = 0;
  readonly #bytes: Buffer;
  readonly #before: number;
  readonly #fields: Words['fields'];
  readonly #reader: CborReader;

  constructor({ bytes, before, fields }: Words) {
    // What is renumbered is not the caller's.
    this.#bytes = fields ? Buffer.from(bytes) : bytes;
    this.#before = before;
    this.#fields = fields;
    this.#reader = new CborReader(this.#bytes);
  }

  /** Goes to the next word, if there is one. */
  next(): boolean {
    if (this.#reader.offset >= this.#bytes.length) return false;
    this.#reader.head();
    this.word = this.#text();
    this.size = 0;
    this.pages = this.#pages();
    this.variants = Array.from({ length: this.#reader.head() }, () => {
      this.#reader.head();
      return { form: this.#text(), pages: this.#pages() };
    });
    return true;
  }

  #text(): string {
    const length = this.#reader.head();
    const start = this.#reader.offset;
    this.#reader.offset += length;
    return this.#bytes.toString('latin1', start, start + length);
  }

  #pages(): Pages {
    const count = this.#reader.head();
    let [first, last, start] = [0, 0, 0];
    for (let page = 0; page < count; page++) {
      this.#reader.head();
      last += this.#reader.head();
      if (page === 0) [first, start] = [last, this.#reader.offset];
      this.size += 1 + this.#positions() + this.#metaPositions();
    }
    const { offset: end } = this.#reader;
    return { bytes: this.#bytes, before: this.#before, count, first, last, start, end };
  }

  #positions(): number {
    const count = this.#reader.head();
    for (let i = 0; i < count; i++) this.#reader.head();
    return count;
  }

  /** `meta_positions_to_packed`: behind a number below zero come positions in the field of that number. */
  #metaPositions(): number {
    const count = this.#reader.head();
    for (let i = 0; i < count; i++) {
      const field = this.#reader.head();
      if (this.#fields && this.#reader.type === NEGATIVE) {
        this.#bytes[this.#reader.offset - 1] = (NEGATIVE << 5) | (this.#fields[field] ?? 0);
      }
    }
    return count;
  }
}
