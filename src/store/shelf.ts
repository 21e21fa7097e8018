import type { LoaderContext } from 'astro/loaders';
import type { Change } from '../lib/channel.ts';
import { Records } from './records.ts';

type Store = LoaderContext['store'];
/** An entry as Astro keeps it. */
export type Stored = NonNullable<ReturnType<Store['get']>>;

/** What pages are handed: the entries of each collection, by their ids. */
type Handed = Map<string, ReadonlyMap<string, Stored>>;

declare global {
  var galleyStore: Handed | undefined;
}

/**
 * Where the entries of a collection are kept. Whenever one of them is another, Astro writes the whole of its content
 * store, and has pages read all of it again. It is therefore told no more than what it has to import, which are pictures
 * to be made smaller, and code to be run; pages are handed the entries themselves.
 */
export class Shelf {
  readonly #store: Store;
  readonly #records: Records<Stored>;
  readonly #entries = new Map<string, Stored>();
  /** Entries of which Astro was told by this process, as has to be in each. */
  readonly #told = new WeakSet<Stored>();
  #isChanged = true;

  /** @param file absolute path of the file in which the next run finds the entries */
  constructor(store: Store, file: string) {
    this.#store = store;
    this.#store.set(NO_ENTRY);
    this.#records = new Records(file);
  }

  /** The entry of an id and a digest. */
  get(id: string, digest: string): Stored | undefined {
    const entry = this.#entries.get(id);
    if (entry?.digest === digest) return entry;
    const stored = this.#records.get(digest);
    return stored?.id === id ? stored : undefined;
  }

  keep(entry: Stored): void {
    this.#isChanged ||= this.#entries.get(entry.id) !== entry;
    this.#entries.set(entry.id, entry);
  }

  put(entry: Parameters<Store['set']>[0]): Stored {
    // Astro finds the pictures in its data. What it has been told stays as it was.
    this.#store.set({ ...entry, id: NO_ENTRY.id });
    const made = { ...(this.#store.get(NO_ENTRY.id) as Stored), id: entry.id };
    this.#store.set(NO_ENTRY);
    const digest = String(made.digest);
    this.#records.set(digest, made);
    // As the next run will read it.
    const stored = this.#records.get(digest) ?? made;
    this.keep(stored);
    return stored;
  }

  /** Takes away what is no longer to be there: deleted, renamed or unpublished. */
  keepOnly(isKept: (id: string) => boolean): void {
    for (const id of this.#entries.keys()) {
      if (!isKept(id)) this.#isChanged = this.#entries.delete(id);
    }
  }

  /** The digests of all entries. */
  get digests(): Set<string> {
    return new Set([...this.#entries.values()].map(({ digest }) => String(digest)));
  }

  /** The files of all entries, relative to the project's root. */
  get files(): string[] {
    return [...this.#entries.values()].flatMap(({ filePath }) => filePath ?? []);
  }

  /** Hands pages the entries, in the order in which Astro would. */
  handOver(collection: string): Change {
    this.#records.save(this.digests);
    const change = { isChanged: this.#isChanged, isTold: this.#tellAstro() };
    this.#isChanged = false;
    if (change.isChanged) {
      const sorted = [...this.#entries].toSorted(([a], [b]) => a.localeCompare(b));
      // Pages run in a bundle of their own, which shares no modules with the loaders.
      globalThis.galleyStore ??= new Map();
      globalThis.galleyStore.set(collection, new Map(sorted));
    }
    return change;
  }

  /** @returns whether that is news to it */
  #tellAstro(): boolean {
    let isNews = false;
    for (const id of this.#store.keys()) {
      const entry = this.#entries.get(id);
      if (id === NO_ENTRY.id || (entry && concernsAstro(entry))) continue;
      this.#store.delete(id);
      isNews = true;
    }
    for (const entry of this.#entries.values()) {
      if (!concernsAstro(entry) || this.#told.has(entry)) continue;
      this.#told.add(entry);
      const { id } = entry;
      const before = JSON.stringify(this.#store.get(id));
      this.#store.set(importsOf(entry));
      isNews ||= JSON.stringify(this.#store.get(id)) !== before;
    }
    return isNews;
  }
}

/** No file is called so. It stays there: to take something away has Astro write everything. */
const NO_ENTRY = { id: '/', data: {} };

/** Whether Astro has to import something for an entry. */
const concernsAstro = ({ deferredRender, assetImports }: Stored): boolean =>
  Boolean(deferredRender || assetImports);

/** What there is to import for an entry. */
function importsOf({ id, filePath, assetImports, deferredRender }: Stored) {
  return {
    id,
    data: {},
    ...(filePath && { filePath }),
    ...(assetImports && { assetImports }),
    ...(deferredRender && { deferredRender }),
  };
}

/** The module in which pages look for Astro’s content store, and what stands in it for them. */
export const STORE_MODULE = 'astro:data-layer-content';
export const STORE_CODE = 'export default (globalThis.galleyStore ??= new Map());';
