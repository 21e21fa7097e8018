import { hash } from 'node:crypto';
import type { CollectionEntry } from 'astro:content';
import { filesOf } from '../store/beside.ts';

type Entry = CollectionEntry<'posts' | 'pages'>;

/**
 * A digest of what a page or feed shows: while it is the same, a build takes the file that the last one
 * made. Of posts and pages in it their data count, as lists show them.
 */
export function keyOf(...parts: unknown[]): string {
  return hash('sha1', JSON.stringify(parts, withDataKeys), 'base64url');
}

/**
 * A digest of the text of a post or page and of the pictures in it.
 * @returns nothing where only rendering it shows what it depends on, as the modules of MDX
 */
export function textKey(entry: Entry): string | undefined {
  if ('deferredRender' in entry) return undefined;
  return keyOf(entry, entry.digest, filesOf(entry));
}

const dataKeys = new WeakMap<object, string>();

/** The data of a post stand in many lists: one digest stands for them. */
function withDataKeys(_key: string, value: unknown): unknown {
  if (!isEntry(value)) return value;
  const { id, collection, data } = value;
  let key = dataKeys.get(value);
  if (key === undefined) {
    key = hash('sha1', JSON.stringify([collection, id, data]), 'base64url');
    dataKeys.set(value, key);
  }
  return key;
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && 'collection' in value && 'data' in value;
}
