import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { CborWriter, type Cbor } from '../lib/cbor.ts';
import { PAGEFIND_SIGN } from './index-files.ts';
import { KNOWN_VERSION, pagefindDigest, type LanguagePart, type Part } from './part.ts';
import { mergeWords, type Chunk } from './words.ts';

/** A file of the index. */
export interface MergedFile {
  /** Path below the folder of the index. */
  name: string;
  /** A digest of what it holds. */
  digest: string;
  /** What is written. */
  packed: () => Buffer | Promise<Buffer>;
}

/** The index of a language. */
export interface MergedIndex {
  language: string;
  /** By which Pagefind's scripts find it. */
  hash: string;
  pageCount: number;
  files: MergedFile[];
}

/**
 * Makes the indexes of posts and of those after them, oldest first, into the one that Pagefind would have
 * written of all of them, byte for byte before it is packed. For Pagefind reads every post each time,
 * while most of what changes in an index are the numbers of pages.
 * The rules are those of `build_indexes` in pagefind/src/index/mod.rs.
 */
export function mergeParts(parts: readonly Part[]): MergedIndex[] {
  const all = parts.flatMap(({ languages, bytes }) =>
    languages.map((part) => ({ ...part, bytes })),
  );
  return Array.from(
    Map.groupBy(all, ({ language }) => language),
    ([language, parts]) => mergeLanguage(language, parts),
  ).toSorted((a, b) => inBytes(a.language, b.language));
}

interface PartOfLanguage extends LanguagePart {
  bytes: Buffer;
  /** How many pages come before its own. */
  before: number;
}

function mergeLanguage(
  language: string,
  all: readonly Omit<PartOfLanguage, 'before'>[],
): MergedIndex {
  let pageCount = 0;
  const parts = all.map((part): PartOfLanguage => {
    const before = pageCount;
    pageCount += part.pages.length;
    return { ...part, before };
  });
  const pages: Cbor[] = [];
  const fragmentName = namer(language, 1);
  const fragments = parts.flatMap(({ bytes, pages: own }) =>
    own.map(({ digest, words, fragment }): MergedFile => {
      const name = fragmentName(digest);
      pages.push([name, words, '']);
      const packed = () => bytes.subarray(...fragment);
      return { name: `fragment/${name}.pf_fragment`, digest, packed };
    }),
  );
  const fields = [...new Set(parts.flatMap((part) => part.fields))].toSorted(inBytes);
  if (fields.length > MOST_FIELDS) {
    throw new Error(
      `The search index cannot be made: data-pagefind-meta has ${fields.length} names in posts, and ${MOST_FIELDS} are expected at most.`,
    );
  }
  const words = parts.map((part) => ({
    bytes: part.bytes.subarray(...part.words),
    before: part.before,
    fields: part.fields.every((field, i) => field === fields[i])
      ? undefined
      : part.fields.map((field) => fields.indexOf(field)),
  }));
  const chunkName = namer(language, 2);
  const ranges: Range[] = [];
  const chunks = mergeWords(words)
    .map((chunk): MergedFile => {
      const digest = pagefindDigest(chunk.bytes);
      const name = chunkName(digest);
      addRange(ranges, chunk, name);
      return packedFile(`index/${name}.pf_index`, digest, chunk.bytes);
    })
    .toArray();
  const filterName = namer(language, 2);
  const filters: Cbor[] = [];
  const filterFiles = mergeFilters(parts).map(([filter, values]): MergedFile => {
    const bytes = encode([filter, values]);
    const digest = pagefindDigest(bytes);
    const name = filterName(digest);
    filters.push([filter, name]);
    return packedFile(`filter/${name}.pf_filter`, digest, bytes);
  });
  const meta = encode([KNOWN_VERSION, pages, ranges, filters, mergeSorts(parts), fields]);
  const digest = pagefindDigest(meta);
  const hash = `${language}_${digest.slice(0, language.length + 8)}`;
  const metaFile = packedFile(`pagefind.${hash}.pf_meta`, digest, meta);
  return { language, hash, pageCount, files: [metaFile, ...filterFiles, ...chunks, ...fragments] };
}

/** So many are numbered in a single byte, which can be another. */
const MOST_FIELDS = 24;

/** Names of files that begin as their digests do, longer by a step where there is one of that name. */
function namer(language: string, step: number): (digest: string) => string {
  const names = new Set<string>();
  return (digest) => {
    const full = `${language}_${digest}`;
    let length = language.length + 8;
    while (names.has(full.slice(0, length)) && length < full.length) length += step;
    const name = full.slice(0, length);
    names.add(name);
    return name;
  };
}

function mergeFilters(parts: readonly PartOfLanguage[]): [string, [string, number[]][]][] {
  const filters = new Map<string, Map<string, number[]>>();
  for (const part of parts) {
    for (const [filter, values] of part.filters) {
      const merged = getOrAdd(filters, filter, () => new Map());
      for (const [value, pages] of values) {
        getOrAdd(merged, value, () => []).push(...shifted(pages, part));
      }
    }
  }
  return inOrder(filters).map(([filter, values]) => [filter, inOrder(values)]);
}

/** Posts come in the order of their times, by which alone the search asks for them. */
function mergeSorts(parts: readonly PartOfLanguage[]): [string, number[]][] {
  const sorts = new Map<string, number[]>();
  for (const part of parts) {
    for (const [sort, pages] of part.sorts) {
      getOrAdd(sorts, sort, () => []).push(...shifted(pages, part));
    }
  }
  return inOrder(sorts);
}

function shifted(pages: readonly number[], { before }: PartOfLanguage): number[] {
  return pages.map((page) => page + before);
}

function getOrAdd<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

function inOrder<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  return [...map].toSorted(([a], [b]) => inBytes(a, b));
}

/** As Rust orders texts. */
function inBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** Where words are found: from, to and the name of the file. */
type Range = [from: string, to: string, name: string];

/** Neighbours are told apart by as many characters as that takes. `chunk_meta` and `get_prefixes` */
function addRange(ranges: Range[], { first, last }: Chunk, name: string): void {
  const before = ranges.at(-1);
  let from = first;
  if (before) {
    const [a, b] = [Array.from(before[1]), Array.from(first)];
    const differs = b.findIndex((character, i) => character !== a[i]);
    const length = (differs < 0 ? b.length : differs) + 1;
    const to = a.slice(0, length).join('');
    from = b.slice(0, length).join('');
    if (inBytes(to, before[0]) >= 0) before[1] = to;
  }
  ranges.push([from, last, name]);
}

function encode(value: Cbor): Buffer {
  const writer = new CborWriter();
  writer.item(value);
  return writer.take();
}

/** In a fifth of the time that Pagefind packs in, as small within a hundredth. */
const pack = promisify<Buffer, Buffer>(gzip);

function packedFile(name: string, digest: string, bytes: Buffer): MergedFile {
  const sign = Buffer.from(PAGEFIND_SIGN);
  return { name, digest, packed: () => pack(Buffer.concat([sign, bytes])) };
}
