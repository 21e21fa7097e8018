import type { LoaderContext } from 'astro/loaders';

type Entries = ReturnType<LoaderContext['store']['entries']>;
type Collection = ReadonlyMap<Entries[number][0], Entries[number][1]>;

declare global {
  var galleyStore: Map<string, Collection> | undefined;
}

// Loaders and pages run in bundles of their own, which share no modules.
const collections = (globalThis.galleyStore ??= new Map());

/** Gives pages what a loader has stored, in the order in which Astro gives it. */
export function handOver(name: string, entries: Entries): void {
  collections.set(name, new Map(entries.toSorted(([a], [b]) => a.localeCompare(b))));
}

/** The module in which Astro’s pages look for the content store, and what stands in it in a build. */
export const STORE_MODULE = 'astro:data-layer-content';
export const STORE_CODE = 'export default globalThis.galleyStore;';
