import { hash, randomUUID } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
} from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../lib/files.ts';
import { mirror, moveInto, replaceByLink } from '../lib/mirror.ts';
import { once } from '../lib/once.ts';
import { statsOf, type FileStats } from '../lib/stamp.ts';
import { writeWhole } from '../lib/write-whole.ts';
import { isForced } from '../site/environment.ts';
import { WORK_FOLDER } from '../site/paths.ts';
import { packedForms } from './packed.ts';

/** Something that a build makes: a page, a feed, the search index. */
interface Product {
  /** A digest of everything that it shows. */
  key: string;
  /** What it consists of and refers to, relative to the site's folder. */
  files: string[];
  /** By which single files of it are known. */
  digests?: Record<string, string>;
  /** What the rest of a build has to know of it, by who asks. */
  notes?: Record<string, unknown>;
}

/** By what a file is known to be as it was written. */
interface Stamp {
  size: number;
  /** In milliseconds since 1970. */
  mtime: number;
  /** Of what it holds, because carrying a folder to another machine changes times. */
  digest: string;
}

/** What is remembered of a site. */
interface SiteRecord {
  id: string;
  stamps: [file: string, Stamp][];
  /** What is noted of products, each thing once: thousands of pages run the same scripts. */
  notes: unknown[];
  /** With the places of their files and notes among these. */
  products: [
    name: string,
    Omit<Product, 'files' | 'notes'> & { files: number[]; notes?: Record<string, number> },
  ][];
}

/** The site that was built last, from which the next one takes what has not changed. */
export class Outputs {
  /** Of this site, and of the last one. */
  readonly id = randomUUID();
  readonly before: string;
  readonly #folder: string;
  readonly #file: string;
  readonly #productsBefore: ReadonlyMap<string, Product>;
  readonly #stampsBefore: ReadonlyMap<string, Stamp>;
  readonly #stamps = new Map<string, Stamp>();
  readonly #products = new Map<string, Product>();
  /** Products that are made anew, and how to find their files. */
  readonly #made = new Map<string, (folder: string) => string[]>();
  readonly #kept = new Set<string>();
  /** Files as they were written. */
  readonly #written = new Map<string, Omit<Stamp, 'mtime'>>();
  #files: FileStats | undefined;

  /**
   * @param folder absolute path of where the last site is kept; what is known of it lies beside it
   * @param isForced whether to begin as if nothing had been built before
   */
  constructor(folder: string, isForced = false) {
    this.#folder = folder;
    this.#file = `${folder}.json`;
    const { id, products, stamps, notes } = isForced ? NOTHING : readRecord(this.#file);
    this.before = id;
    this.#stampsBefore = new Map(stamps);
    this.#productsBefore = new Map(
      products.flatMap(([name, product]): [string, Product][] => {
        const files = product.files.flatMap((place) => stamps[place]?.[0] ?? []);
        if (files.length < product.files.length) return [];
        return [[name, { ...product, files, notes: mapValues(product.notes, (i) => notes[i]) }]];
      }),
    );
  }

  /**
   * Whether a product need not be made, because the last site has it just so.
   * @param filesOf where it is made: the files of it in a folder, once it has been written there; none
   * where it has not been
   */
  keep(name: string, key: string, filesOf: (folder: string) => string[]): boolean {
    const before = this.#productsBefore.get(name);
    if (before?.key === key && before.files.every((file) => this.#isWhole(file))) {
      this.#products.set(name, before);
      for (const file of before.files) this.#kept.add(file);
      return true;
    }
    this.#products.set(name, { key, files: [] });
    this.#made.set(name, filesOf);
    return false;
  }

  /** The files that the last site has of a product, as far as they are as they were written, with their digests. */
  known(name: string): Map<string, string> {
    const digests = Object.entries(this.#productsBefore.get(name)?.digests ?? {});
    return new Map(digests.filter(([file]) => this.#isWhole(file)));
  }

  /**
   * Takes from the last site the files of a product that is made anew, as far as they are known.
   * @param digests of all its files: each stands for all that decides about the file's bytes
   */
  keepKnown(name: string, digests: ReadonlyMap<string, string>): void {
    const product = this.#products.get(name);
    if (product) product.digests = Object.fromEntries(digests);
    for (const [file, digest] of this.known(name)) {
      if (digests.get(file) === digest) this.#kept.add(file);
    }
  }

  /** What was noted of a product, by this build or by the one that made it. */
  noteOf(name: string, kind: string): unknown {
    return this.#products.get(name)?.notes?.[kind];
  }

  note(name: string, kind: string, note: unknown): void {
    const product = this.#products.get(name);
    if (product) product.notes = { ...product.notes, [kind]: note };
  }

  /** Spares reading a file again that is written now. */
  noteDigest(file: string, content: string | Buffer): void {
    const digest = hash('sha1', content, 'base64url');
    this.#written.set(file, { size: Buffer.byteLength(content), digest });
  }

  /** The same of all that lies in a folder and was written by others, while there is nothing else to do. */
  noteDigests(folder: string): void {
    for (const file of filesBelow(folder)) {
      if (this.#kept.has(file) || this.#written.has(file)) continue;
      this.noteDigest(file, readFileSync(path.join(folder, file)));
    }
  }

  /** The names of products that are not made anew. */
  get keptNames(): string[] {
    return [...this.#products.keys()].filter((name) => !this.#made.has(name));
  }

  /** The files that are as they were in the last site. */
  get kept(): ReadonlySet<string> {
    return this.#kept;
  }

  /** Whether a file of the last site is as it was written. */
  #isWhole(file: string): boolean {
    if (this.#stamps.has(file)) return true;
    const stamp = this.#stampsBefore.get(file);
    if (!stamp) return false;
    const place = `${this.#folder}/${file}`;
    const stats = lstatSync(place, { throwIfNoEntry: false });
    if (!stats?.isFile() || stats.size !== stamp.size) return false;
    if (stats.mtimeMs !== stamp.mtime && digestOf(place) !== stamp.digest) return false;
    this.#stamps.set(file, { ...stamp, mtime: stats.mtimeMs });
    return true;
  }

  /** Takes over what a build left that did not come to its end: all that had not changed is in there. */
  rescue(stage: string): void {
    if (existsSync(stage) && !existsSync(this.#folder)) renameSync(stage, this.#folder);
  }

  /** Adds to a folder with what has been made all that is kept; what was made just as it was counts as kept. */
  complete(folder: string): void {
    for (const [name, filesOf] of this.#made) {
      const product = this.#products.get(name);
      const kept = Object.keys(product?.digests ?? {}).filter((file) => this.#kept.has(file));
      const files = [...filesOf(folder), ...kept];
      if (files.length === 0) this.#products.delete(name);
      else if (product) product.files = files;
    }
    if (this.#kept.size === 0) return;
    for (const file of filesBelow(folder)) {
      const place = path.join(folder, file);
      const isSame = this.#isWhole(file) && this.#stamps.get(file)?.digest === digestOf(place);
      if (isSame) {
        this.#kept.add(file);
        unlinkSync(place);
      } else this.#kept.delete(file);
    }
    removeBut(this.#folder, '', this.#kept);
    moveInto(folder, this.#folder);
    renameSync(this.#folder, folder);
  }

  /**
   * Remembers a site that is in place.
   * @param site its folder
   * @param old the folder of the one before, which becomes a part of the memory or goes
   */
  remember(site: string, old: string | undefined): void {
    rmSync(this.#file, { force: true });
    const files = filesBelow(site);
    const isLast = old !== undefined && !existsSync(this.#folder) && tryMove(old, this.#folder);
    if (isLast) this.#bringUpToDate(site, files);
    else {
      mirror(site, this.#folder);
      // Files of which it was another name would tell of that by their times.
      if (old !== undefined) rmSync(old, { recursive: true, force: true });
    }
    const stats = statsOf(site, files);
    const stamps = [...stats].flatMap(([file, stats]): SiteRecord['stamps'] => {
      if (!stats) return [];
      const kept = this.#kept.has(file) ? this.#stamps.get(file) : undefined;
      if (kept) return [[file, kept]];
      const { size, mtimeMs: mtime } = stats;
      const written = this.#written.get(file);
      // Somebody may have worked on it since.
      const digest = written?.size === size ? written.digest : digestOf(`${site}/${file}`);
      return [[file, { size, mtime, digest }]];
    });
    const places = new Map(stamps.map(([file], place) => [file, place]));
    const placesOf = (files: readonly string[]) => files.flatMap((file) => places.get(file) ?? []);
    const notes = noteTable();
    const products = [...this.#products].flatMap(([name, product]): SiteRecord['products'] => {
      const files = placesOf(product.files);
      // What has been taken out of the site since is made anew.
      if (files.length < product.files.length) return [];
      const packed = placesOf(product.files.flatMap(packedForms));
      const all = [...new Set([...files, ...packed])];
      return [[name, { ...product, files: all, notes: mapValues(product.notes, notes.placeOf) }]];
    });
    const record: SiteRecord = { id: this.id, stamps, notes: notes.all, products };
    writeWhole(this.#file, JSON.stringify(record));
    this.#files = stats;
  }

  /** All files of the site in place, once it is remembered. */
  get files(): FileStats | undefined {
    return this.#files;
  }

  /**
   * Makes of the site before last what the last one has become. Where somebody has changed it, that is found when
   * its files are asked for: here is touched only what the last build has made or left out.
   */
  #bringUpToDate(site: string, files: readonly string[]): void {
    const gone = new Set(this.#stampsBefore.keys());
    for (const file of files) {
      gone.delete(file);
      if (!this.#kept.has(file))
        replaceByLink(path.join(site, file), path.join(this.#folder, file));
    }
    for (const file of gone) rmSync(path.join(this.#folder, file), { force: true });
  }
}

/** The site that was built last in this project; `--force` begins without it. */
export const lastSite = once<Outputs, void>(
  () => new Outputs(path.resolve(WORK_FOLDER, 'site'), isForced()),
);

const NOTHING: SiteRecord = { id: '', products: [], stamps: [], notes: [] };

/** Finds the place of a note among all that are different. */
function noteTable() {
  const all: unknown[] = [];
  const places = new Map<string, number>();
  // What comes from the last site is one already.
  const known = new Map<unknown, number>();
  const placeOf = (note: unknown): number => {
    const text = JSON.stringify(note);
    const place = places.get(text) ?? all.push(note) - 1;
    places.set(text, place);
    known.set(note, place);
    return place;
  };
  return { all, placeOf: (note: unknown) => known.get(note) ?? placeOf(note) };
}

function mapValues<From, To>(
  values: Readonly<Record<string, From>> = {},
  change: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(values).map(([key, one]) => [key, change(one)]));
}

function readRecord(file: string): SiteRecord {
  try {
    const record = JSON.parse(readFileSync(file, 'utf8')) as Partial<SiteRecord>;
    // That of an older Galley has not all that is expected.
    const { id, stamps, notes, products } = record;
    return id && stamps && notes && products ? { id, stamps, notes, products } : NOTHING;
  } catch {
    return NOTHING;
  }
}

function digestOf(file: string): string {
  return hash('sha1', readFileSync(file), 'base64url');
}

/**
 * Removes all files but some, and the folders that are empty without them.
 * @returns whether nothing is left
 */
function removeBut(folder: string, below: string, kept: ReadonlySet<string>): boolean {
  let isEmpty = true;
  for (const entry of readdirSync(path.join(folder, below), { withFileTypes: true })) {
    const file = below + entry.name;
    const place = path.join(folder, file);
    if (kept.has(file)) isEmpty = false;
    else if (!entry.isDirectory()) unlinkSync(place);
    else if (removeBut(folder, `${file}/`, kept)) rmdirSync(place);
    else isEmpty = false;
  }
  return isEmpty;
}

/**
 * Moves a folder where that is a matter of its name alone.
 * @returns whether it has been; on another disk it has to be copied
 */
function tryMove(from: string, to: string): boolean {
  try {
    mkdirSync(path.dirname(to), { recursive: true });
    renameSync(from, to);
    return true;
  } catch {
    return false;
  }
}
