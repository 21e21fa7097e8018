import { hash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { IndexFile } from 'pagefind';
import { CborReader } from '../lib/cbor.ts';
import { PAGEFIND_SIGN } from './index-files.ts';

/** Where something lies in bytes. */
type Place = [start: number, end: number];

/** The index of some posts of a language. */
export interface LanguagePart {
  language: string;
  /** The posts that have words. */
  pages: {
    /** Digest of what a result shows, as Pagefind writes it. */
    digest: string;
    words: number;
    /** Where that lies, packed. */
    fragment: Place;
  }[];
  filters: [name: string, values: [value: string, pages: number[]][]][];
  sorts: [name: string, pages: number[]][];
  /** The names of metadata, by which words found in them are numbered. */
  fields: string[];
  /** Where its words lie. */
  words: Place;
}

/** The index of some posts, in a form that can be kept and merged with others. */
export interface Part {
  languages: LanguagePart[];
  bytes: Buffer;
}

/** The version whose files these modules know. */
export const KNOWN_VERSION = '1.6.0';

/** `MetaIndex` in pagefind/src/index/index_metadata.rs, and what its pages have since. */
type Meta = [
  version: string,
  pages: [name: string, words: number, bundle: string][],
  chunks: [from: string, to: string, name: string][],
  filters: [name: string, file: string][],
  sorts: LanguagePart['sorts'],
  fields: string[],
];

/**
 * Takes from the files of an index what is needed of it.
 * @throws where they are not as Pagefind's version of which this knows writes them
 */
export function readPart(files: readonly IndexFile[]): Part {
  const contents = new Map(files.map(({ path, content }) => [path, Buffer.from(content)]));
  const file = (name: string) => contents.get(name) ?? unknown(`no ${name}`);
  const pieces: Buffer[] = [];
  let end = 0;
  const add = (...added: Buffer[]): Place => {
    pieces.push(...added);
    return [end, (end = added.reduce((sum, { length }) => sum + length, end))];
  };
  const languages = [...contents.keys()].flatMap((name): LanguagePart[] => {
    const [, language] = /^pagefind\.(.+)_\w+\.pf_meta$/.exec(name) ?? [];
    if (language === undefined) return [];
    const meta = new CborReader(unpacked(file(name))).item() as Meta;
    const [version, pages, chunks, filters, sorts, fields, ...more] = meta;
    if (version !== KNOWN_VERSION || more.length > 0) unknown(`version ${version}`);
    return [
      {
        language,
        pages: pages.map(([name, words]) => {
          const fragment = file(`fragment/${name}.pf_fragment`);
          const digest = pagefindDigest(unpacked(fragment));
          if (!`${language}_${digest}`.startsWith(name)) unknown(`a fragment ${name}`);
          return { digest, words, fragment: add(fragment) };
        }),
        filters: filters.map(
          ([, name]) =>
            new CborReader(
              unpacked(file(`filter/${name}.pf_filter`)),
            ).item() as LanguagePart['filters'][number],
        ),
        sorts,
        fields,
        words: add(
          ...chunks.map(([, , name]) => wordsIn(unpacked(file(`index/${name}.pf_index`)))),
        ),
      },
    ];
  });
  return { languages, bytes: Buffer.concat(pieces) };
}

/** What Pagefind names files by: bytes below sixteen have one digit. `full_hash` in pagefind/src/utils.rs */
export function pagefindDigest(bytes: Buffer): string {
  return hash('sha1', bytes).replaceAll(/0(.)|(..)/g, '$1$2');
}

function unpacked(file: Buffer): Buffer {
  return gunzipSync(file).subarray(PAGEFIND_SIGN.length);
}

/** The words of a chunk, without the heads of the lists that they stand in. */
function wordsIn(chunk: Buffer): Buffer {
  const reader = new CborReader(chunk);
  reader.head();
  reader.head();
  return chunk.subarray(reader.offset);
}

function unknown(what: string): never {
  throw new Error(
    `The search index cannot be made: Pagefind ${KNOWN_VERSION} is expected, and this one has ${what}.`,
  );
}
