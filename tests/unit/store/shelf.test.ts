import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LoaderContext } from 'astro/loaders';
import { beforeEach, expect, it } from 'vitest';
import { Shelf, type Stored } from '../../../src/store/shelf.ts';

type Store = LoaderContext['store'];

/** What Astro does with entries, as far as a shelf has to do with it: it copies those that are set. */
function astroStore(): { store: Store; ids: () => string[] } {
  const entries = new Map<string, Stored>();
  const store = {
    get: (id: string) => entries.get(id),
    set: (entry: Stored) => void entries.set(entry.id, { ...entry }),
    delete: (id: string) => void entries.delete(id),
    values: () => [...entries.values()],
  };
  return { store: store as unknown as Store, ids: () => [...entries.keys()] };
}

const PLAIN = { id: 'b', digest: '1', data: { title: 'Plain', until: new Date(0) } };
const WITH_PICTURE = { id: 'a', digest: '2', data: {}, assetImports: ['./cup.png'] };
const handed = () => [...(globalThis.galleyStore?.get('posts')?.values() ?? [])];

let beside: string;
beforeEach(() => {
  beside = path.join(mkdtempSync(path.join(tmpdir(), 'shelf-')), 'entries/posts');
});

it('in a build, Astro is told of what concerns it, and pages are handed everything in order', () => {
  const { store, ids } = astroStore();
  const shelf = new Shelf(store, beside);
  shelf.put(PLAIN);
  shelf.put(WITH_PICTURE);
  shelf.handOver('posts');
  expect(ids()).toEqual(['a']);
  expect(handed()).toEqual([WITH_PICTURE, PLAIN]);
});

it('a later build finds them again, and tells Astro again', () => {
  const { store, ids } = astroStore();
  const first = new Shelf(store, beside);
  first.put(PLAIN);
  first.put(WITH_PICTURE);
  first.handOver('posts');
  const next = new Shelf(store, beside);
  for (const { id, digest } of [PLAIN, WITH_PICTURE]) next.keep(next.get(id, digest)!);
  next.handOver('posts');
  expect(ids()).toEqual(['a']);
  expect(handed()).toEqual([WITH_PICTURE, PLAIN]);
  expect(next.get('other', '1')).toBeUndefined();
});

it('what Astro knows from elsewhere and need not is taken from it', () => {
  const { store, ids } = astroStore();
  store.set(PLAIN);
  const shelf = new Shelf(store, beside);
  shelf.keep(shelf.get('b', '1')!);
  shelf.handOver('posts');
  expect(ids()).toEqual([]);
  expect(handed()).toEqual([PLAIN]);
});

it('an entry that had a picture and has none is nowhere twice', () => {
  const { store, ids } = astroStore();
  const shelf = new Shelf(store, beside);
  shelf.put(WITH_PICTURE);
  shelf.put({ id: 'a', digest: '3', data: {} });
  shelf.handOver('posts');
  expect(ids()).toEqual([]);
  expect(handed()).toEqual([{ id: 'a', digest: '3', data: {} }]);
});

it('where pages ask Astro, it is told of everything', () => {
  const { store, ids } = astroStore();
  const shelf = new Shelf(store, undefined);
  shelf.put(PLAIN);
  shelf.put(WITH_PICTURE);
  expect(ids()).toEqual(['b', 'a']);
  expect([...shelf.digests]).toEqual(['1', '2']);
});
