import type { LoaderContext } from 'astro/loaders';
import { Records } from './records.ts';

type Store = LoaderContext['store'];
/** An entry as Astro keeps it. */
export type Stored = NonNullable<ReturnType<Store['get']>>;

declare global {
  var galleyStore: Map<string, ReadonlyMap<string, Stored>> | undefined;
}

/**
 * Where the entries of a collection are kept. Whenever one of them is another, Astro writes the whole of its content
 * store, and has pages read all of it again. In a build it is therefore told of those alone that concern it: with
 * pictures to be made smaller, or code to be run. All others lie beside it, and pages are handed both.
 */
export class Shelf {
  readonly #store: Store;
  readonly #beside: Records<Stored> | undefined;
  readonly #entries = new Map<string, Stored>();

  /** @param beside absolute path of the file of what Astro is not told; none where pages ask Astro for all entries */
  constructor(store: Store, beside: string | undefined) {
    this.#store = store;
    this.#beside = beside === undefined ? undefined : new Records(beside);
  }

  /** What there is of an entry; its digest tells whether it is what is asked for. */
  get(id: string, digest: string): Stored | undefined {
    const stored = this.#beside?.get(digest);
    return stored?.id === id ? stored : this.#store.get(id);
  }

  /** Leaves an entry as it is. Modules and pictures are registered when it is set, in each build anew. */
  keep(entry: Stored): void {
    const isTold = this.#store.get(entry.id) === entry;
    const isToBeSet = isTold && (this.#beside !== undefined || concernsAstro(entry));
    if (isToBeSet && !registered.has(entry)) this.put(entry);
    else this.#entries.set(entry.id, entry);
  }

  put(entry: Parameters<Store['set']>[0]): Stored {
    const { id } = entry;
    // Astro takes an entry of the same digest for the same, but its pictures may have become others.
    this.#store.delete(id);
    this.#store.set(entry);
    let stored = this.#store.get(id) as Stored;
    registered.add(stored);
    if (this.#beside && !concernsAstro(stored)) {
      this.#store.delete(id);
      const digest = String(stored.digest);
      this.#beside.set(digest, stored);
      // As the next build will read it.
      stored = this.#beside.get(digest) ?? stored;
    }
    this.#entries.set(id, stored);
    return stored;
  }

  /** The digests of all entries, those that a fault keeps as they were among them. */
  get digests(): Set<string> {
    const all = [...this.#store.values(), ...this.#entries.values()];
    return new Set(all.map(({ digest }) => String(digest)));
  }

  /** Hands pages the entries, in the order in which Astro would. */
  handOver(collection: string): void {
    this.#beside?.save(this.digests);
    const sorted = [...this.#entries].toSorted(([a], [b]) => a.localeCompare(b));
    // Pages run in a bundle of their own, which shares no modules with the loaders.
    globalThis.galleyStore ??= new Map();
    globalThis.galleyStore.set(collection, new Map(sorted));
  }
}

/** Whether Astro has to make something of an entry. */
const concernsAstro = ({ deferredRender, assetImports }: Stored): boolean =>
  Boolean(deferredRender || assetImports);

/** Entries that this process has set. To set one again would have the dev server load every page again. */
const registered = new WeakSet<Stored>();

/** The module in which pages look for Astro’s content store, and what stands in it when they are handed entries. */
export const STORE_MODULE = 'astro:data-layer-content';
export const STORE_CODE = 'export default globalThis.galleyStore;';
