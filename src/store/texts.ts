import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { MarkdownHeading } from 'astro';
import { writeWhole } from '../lib/write-whole.ts';

/** What a page shows of an entry beside its data. */
export interface Text {
  html: string;
  headings: MarkdownHeading[];
}

type Place = [start: number, end: number];

/**
 * The rendered texts of a collection, by the digests of its entries in the content store. Astro reads,
 * bundles and loads the whole of that store in each build, and a page needs one text of it: so texts
 * lie in a file of their own, from which they are taken one by one.
 */
export class Texts {
  readonly #file: string;
  readonly #bytes: Buffer;
  readonly #places: ReadonlyMap<string, Place>;
  readonly #added = new Map<string, string>();

  /** @param file absolute path; where it does not exist or is damaged there are no texts yet */
  constructor(file: string) {
    this.#file = file;
    const { bytes, places } = read(file);
    this.#bytes = bytes;
    this.#places = new Map(places);
  }

  /** How many texts there are that have not been written. */
  get addedCount(): number {
    return this.#added.size;
  }

  has(digest: string): boolean {
    return this.#added.has(digest) || this.#places.has(digest);
  }

  get(digest: string): Text | undefined {
    const place = this.#places.get(digest);
    const json = this.#added.get(digest) ?? (place && this.#bytes.toString('utf8', ...place));
    return json === undefined ? undefined : JSON.parse(json);
  }

  set(digest: string, text: Text): void {
    this.#added.set(digest, JSON.stringify(text));
  }

  /** Writes them, without those that no entry has any more. */
  save(digests: ReadonlySet<string>): void {
    const kept = [...this.#places].filter(([digest]) => digests.has(digest));
    if (this.#added.size === 0 && kept.length === this.#places.size) return;
    const texts = new Map(kept.map(([digest, place]) => [digest, this.#bytes.subarray(...place)]));
    for (const [digest, json] of this.#added) {
      if (digests.has(digest)) texts.set(digest, Buffer.from(json));
    }
    let end = 0;
    const places = Array.from(texts, ([digest, { length }]) => [digest, [end, (end += length)]]);
    const bytes = Buffer.concat([...texts.values()]);
    const head = `${JSON.stringify({ digest: hash('sha1', bytes), places })}\n`;
    writeWhole(this.#file, Buffer.concat([Buffer.from(head), bytes]));
  }
}

/** A file of texts: a line of JSON that says where each of them lies behind it, and their bytes. */
function read(file: string): { bytes: Buffer; places: [string, Place][] } {
  const none = { bytes: Buffer.alloc(0), places: [] };
  if (!existsSync(file)) return none;
  const whole = readFileSync(file);
  const start = whole.indexOf('\n') + 1;
  const bytes = whole.subarray(start);
  try {
    const { digest, places } = JSON.parse(whole.toString('utf8', 0, start));
    return hash('sha1', bytes) === digest ? { bytes, places } : none;
  } catch {
    return none;
  }
}

declare global {
  var galleyTexts: Map<string, Texts> | undefined;
}

// Loaders and pages run in bundles of their own, which share no modules.
const opened = (globalThis.galleyTexts ??= new Map());

/** The texts of a collection, read when they are first asked for. */
export function openTexts(collection: string, file: string): Texts {
  const texts = opened.get(collection) ?? new Texts(file);
  opened.set(collection, texts);
  return texts;
}

/** An entry of the content store with its text. */
export function withText<
  Entry extends {
    collection: string;
    digest?: string | number | undefined;
    rendered?: { html: string; metadata?: object | undefined } | undefined;
  },
>(entry: Entry): Entry {
  const text = opened.get(entry.collection)?.get(String(entry.digest));
  if (!text || !entry.rendered) return entry;
  const { html, headings } = text;
  const metadata = { ...entry.rendered.metadata, headings };
  return { ...entry, rendered: { ...entry.rendered, html, metadata } };
}
