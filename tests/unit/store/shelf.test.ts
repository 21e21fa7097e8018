import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LoaderContext } from 'astro/loaders';
import { beforeEach, expect, it } from 'vitest';
import { Shelf, type Stored } from '../../../src/store/shelf.ts';

type Store = LoaderContext['store'];

/** What Astro does with entries, as far as a shelf has to do with it: it copies those that are set. */
function astroStore(): { store: Store; told: () => Stored[] } {
  const entries = new Map<string, Stored>();
  const store = {
    get: (id: string) => entries.get(id),
    set: (entry: Stored) => void entries.set(entry.id, { ...entry }),
    delete: (id: string) => void entries.delete(id),
    keys: () => [...entries.keys()],
  };
  const told = () => [...entries.values()].filter(({ id }) => id !== '/');
  return { store: store as unknown as Store, told };
}

const PLAIN = { id: 'b', digest: '1', data: { title: 'Plain', until: new Date(0) } };
const WITH_PICTURE = {
  id: 'a',
  filePath: 'src/a.md',
  digest: '2',
  data: { title: 'Cup' },
  assetImports: ['./cup.png'],
};
const PICTURE = { id: 'a', filePath: 'src/a.md', data: {}, assetImports: ['./cup.png'] };
const CODE = { id: 'c', filePath: 'src/c.mdx', digest: '3', data: {}, deferredRender: true };
const handed = () => [...(globalThis.galleyStore?.get('posts')?.values() ?? [])];

let file: string;
beforeEach(() => {
  file = path.join(mkdtempSync(path.join(tmpdir(), 'shelf-')), 'entries/posts');
});

it('Astro is told what there is to import, and pages are handed everything in order', () => {
  const { store, told } = astroStore();
  const shelf = new Shelf(store, file);
  for (const entry of [CODE, PLAIN, WITH_PICTURE]) shelf.put(entry);
  expect(shelf.handOver('posts')).toEqual({ isChanged: true, isTold: true });
  expect(told()).toEqual([
    { id: 'c', filePath: 'src/c.mdx', data: {}, deferredRender: true },
    PICTURE,
  ]);
  expect(handed()).toEqual([WITH_PICTURE, PLAIN, CODE]);
});

it('a later run finds them again, and tells Astro again', () => {
  const { store, told } = astroStore();
  const first = new Shelf(store, file);
  first.put(PLAIN);
  first.put(WITH_PICTURE);
  first.handOver('posts');
  const later = astroStore();
  const next = new Shelf(later.store, file);
  for (const { id, digest } of [PLAIN, WITH_PICTURE]) next.keep(next.get(id, digest)!);
  next.handOver('posts');
  expect(later.told()).toEqual(told());
  expect(handed()).toEqual([WITH_PICTURE, PLAIN]);
  expect(next.get('other', '1')).toBeUndefined();
  expect(next.get('b', '2')).toBeUndefined();
});

it('what Astro knows from elsewhere and need not is taken from it', () => {
  const { store, told } = astroStore();
  store.set(PLAIN);
  store.set({ ...WITH_PICTURE, id: 'gone' });
  const shelf = new Shelf(store, file);
  shelf.put(PLAIN);
  expect(shelf.handOver('posts').isTold).toBe(true);
  expect(told()).toEqual([]);
  expect(handed()).toEqual([PLAIN]);
});

it('pages hear of what has changed since, and Astro of what it has to import', () => {
  const { store, told } = astroStore();
  const shelf = new Shelf(store, file);
  shelf.put(PLAIN);
  shelf.put(WITH_PICTURE);
  shelf.handOver('posts');
  for (const { id, digest } of [PLAIN, WITH_PICTURE]) shelf.keep(shelf.get(id, digest)!);
  expect(shelf.handOver('posts')).toEqual({ isChanged: false, isTold: false });

  shelf.put({ ...WITH_PICTURE, digest: '4', data: { title: 'Mug' } });
  expect(shelf.handOver('posts')).toEqual({ isChanged: true, isTold: false });
  expect(handed()[0]?.data).toEqual({ title: 'Mug' });
  expect(told()).toEqual([PICTURE]);

  shelf.put({ ...WITH_PICTURE, digest: '5', assetImports: ['./mug.png'] });
  expect(shelf.handOver('posts')).toEqual({ isChanged: true, isTold: true });
  expect(told()).toEqual([{ ...PICTURE, assetImports: ['./mug.png'] }]);
});

it('an entry that had a picture and has none is nowhere twice', () => {
  const { store, told } = astroStore();
  const shelf = new Shelf(store, file);
  shelf.put(WITH_PICTURE);
  shelf.handOver('posts');
  shelf.put({ id: 'a', digest: '3', data: {} });
  expect(shelf.handOver('posts').isTold).toBe(true);
  expect(told()).toEqual([]);
  expect(handed()).toEqual([{ id: 'a', digest: '3', data: {} }]);
});

it('what is no longer to be there is neither handed nor told, and what stays keeps its record', () => {
  const { store, told } = astroStore();
  const shelf = new Shelf(store, file);
  shelf.put(PLAIN);
  shelf.put(WITH_PICTURE);
  shelf.handOver('posts');
  shelf.keepOnly(() => true);
  expect(shelf.handOver('posts').isChanged).toBe(false);
  shelf.keepOnly((id) => id === 'b');
  expect(shelf.handOver('posts')).toEqual({ isChanged: true, isTold: true });
  expect(told()).toEqual([]);
  expect(handed()).toEqual([PLAIN]);
  expect([...shelf.digests]).toEqual(['1']);
});

it('of a collection without entries, pages are handed that', () => {
  const shelf = new Shelf(astroStore().store, file);
  globalThis.galleyStore?.delete('posts');
  expect(shelf.handOver('posts').isChanged).toBe(true);
  expect(globalThis.galleyStore?.get('posts')).toEqual(new Map());
});
