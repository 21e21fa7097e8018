import { hash } from 'node:crypto';
import type { CollectionEntry } from 'astro:content';
import { isMapping } from '../jekyll/rules/yaml.ts';
import { filesOf } from '../store/beside.ts';

type Entry = CollectionEntry<'posts' | 'pages'>;

/**
 * A digest of what a page or feed shows: while it is the same, a build takes the file that the last one
 * made. Of posts and pages in it their data count, as lists show them.
 */
export function keyOf(...parts: unknown[]): string {
  return hash('sha1', JSON.stringify(withDataKeys(parts)), 'base64url');
}

/**
 * A digest of the text of a post or page and of the pictures in it.
 * @returns nothing where only rendering it shows what it depends on, as the modules of MDX
 */
export function textKey(entry: Entry): string | undefined {
  if ('deferredRender' in entry) return undefined;
  return keyOf(entry, entry.digest, filesOf(entry));
}

/** A value in which a digest stands for the data of a post: they are in many lists. */
function withDataKeys(value: unknown): unknown {
  if (isEntry(value)) return dataKey(value);
  if (Array.isArray(value)) return value.map(withDataKeys);
  if (!isMapping(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withDataKeys(one)]));
}

const dataKeys = new WeakMap<Entry, string>();

function dataKey(entry: Entry): string {
  const { id, collection, data } = entry;
  const key =
    dataKeys.get(entry) ?? hash('sha1', JSON.stringify([collection, id, data]), 'base64url');
  dataKeys.set(entry, key);
  return key;
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && 'collection' in value && 'data' in value;
}
