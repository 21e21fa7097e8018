import { LiquidMistake } from '../place.ts';
import { Drop } from 'liquidjs';
import {
  compare,
  IntegerRange,
  isHash,
  itemsOf,
  readPath,
  readProperty,
  toNumber,
  toText,
  unwrap,
} from '../value.ts';
import type { FilterCall, FilterSite } from './filter.ts';

/** Filters for lists, of Liquid and of Jekyll. */
export function arrayFilters({ timeZone, now }: FilterSite): Record<string, FilterCall> {
  const text = (value: unknown) => toText(value, timeZone);
  const property = (item: unknown, path: unknown) => readPath(item, text(path));
  const inAnyCase = (a: unknown, b: unknown) =>
    compare(text(a).toLowerCase(), text(b).toLowerCase(), timeZone);
  const matches = (item: unknown, path: unknown, target: unknown) =>
    isTarget(property(item, path), target, text);

  return {
    array_to_sentence_string: (list, connector = 'and') =>
      sentence(toList(list).map(text), text(connector)),
    compact: (list, path) =>
      toList(list).filter((item) => (path === undefined ? item : property(item, path)) != null),
    concat: (list, other) => [...toList(list), ...toList(other)],
    find: (list, path, target) =>
      isQuery(list, path, target) ? toList(list).find((item) => matches(item, path, target)) : list,
    first: (list) => ends(list, 0),
    group_by: (list, path) =>
      itemsOf(list) === undefined
        ? list
        : groups(toList(list), (item) => text(sortable(property(item, path)))),
    join: (list, glue = ' ') => flat(toList(list)).map(text).join(text(glue)),
    last: (list) => ends(list, -1),
    map: (list, name) => flat(toList(list)).map((item) => readProperty(item, text(name))),
    pop: (list, count = 1) => onArray(list, (items) => items.slice(0, items.length - whole(count))),
    push: (list, item) => onArray(list, (items) => [...items, item]),
    reverse: (list) => toList(list).toReversed(),
    sample: (list, count = 1) => onArray(list, (items) => sample(items, whole(count), now())),
    shift: (list, count = 1) => onArray(list, (items) => items.slice(whole(count))),
    size: (value) => sizeOf(unwrap(value)),
    slice: (value, from, count = 1) => slice(unwrap(value), whole(from), whole(count), text),
    sort: (list, path, nils = 'first') => {
      if (unwrap(list) == null) throw new LiquidMistake('expected a list to sort, not nil');
      if (nils !== 'first' && nils !== 'last') {
        throw new LiquidMistake(`expected nils "first" or "last", not "${text(nils)}"`);
      }
      const order = (a: unknown, b: unknown) => compare(a, b, timeZone);
      const pairs = path == null ? pairsOf(unwrap(list)) : undefined;
      if (pairs) return sortBy(pairs, ([name]) => name, nils, order);
      const key = (item: unknown) => (path == null ? item : sortable(property(item, path)));
      return sortBy(toList(list), key, nils, order);
    },
    sort_natural: (list, path) => {
      const key = (item: unknown) => (path == null ? item : property(item, path));
      return sortBy(toList(list), key, 'last', inAnyCase);
    },
    uniq: (list, path) =>
      unique(toList(list), (item) => (path == null ? item : property(item, path))),
    unshift: (list, item) => onArray(list, (items) => [item, ...items]),
    where: (list, path, target) =>
      isQuery(list, path, target)
        ? toList(list).filter((item) => matches(item, path, target))
        : list,
  };
}

/** A value as a list: a hash as its values, nil as nothing, anything else as its only item. */
function toList(value: unknown): unknown[] {
  const plain = unwrap(value);
  return itemsOf(plain) ?? (plain === null || plain === undefined ? [] : [plain]);
}

/** Ruby sorts a hash as a list of its names, each with its value: `site.tags | sort`. */
function pairsOf(value: unknown): [name: string, value: unknown][] | undefined {
  if (!isHash(value)) return undefined;
  return Object.keys(value).map((name) => [name, readProperty(value, name)]);
}

function flat(list: unknown[]): unknown[] {
  return list.flat(Number.POSITIVE_INFINITY);
}

function onArray(value: unknown, change: (items: unknown[]) => unknown): unknown {
  const plain = unwrap(value);
  return Array.isArray(plain) ? change(plain) : value;
}

function whole(value: unknown): number {
  return Math.trunc(toNumber(value) ?? 0);
}

function ends(value: unknown, at: number): unknown {
  const plain = unwrap(value);
  if (Array.isArray(plain)) return plain.at(at) as unknown;
  if (plain instanceof IntegerRange) return at === 0 ? plain.first : plain.last;
  if (!isHash(plain) || at !== 0) return undefined;
  const [key] = Object.keys(plain);
  return key === undefined ? undefined : [key, readProperty(plain, key)];
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return Array.from(value).length;
  return itemsOf(value)?.length ?? 0;
}

function slice(
  value: unknown,
  from: number,
  count: number,
  text: (value: unknown) => string,
): unknown {
  const items = Array.isArray(value) ? (value as unknown[]) : Array.from(text(value));
  const start = from < 0 ? items.length + from : from;
  const part = start < 0 ? [] : items.slice(start, start + count);
  return Array.isArray(value) ? part : part.join('');
}

function sentence(items: string[], connector: string): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  const rest = items.slice(0, -1);
  return items.length === 2
    ? `${rest[0]} ${connector} ${last}`
    : `${rest.join(', ')}, ${connector} ${last}`;
}

/** Another choice at another time, but the same in every build of the same time. */
function sample(items: unknown[], count: number, now: number): unknown {
  const start = items.length === 0 ? 0 : Math.floor(now / 1000) % items.length;
  const turned = [...items.slice(start), ...items.slice(0, start)];
  return count === 1 ? turned[0] : turned.slice(0, count);
}

/** Jekyll takes a text that looks like a number for one, to sort and to compare by. */
function sortable(value: unknown): unknown {
  return toNumber(value) ?? value;
}

function sortBy<Item>(
  items: readonly Item[],
  key: (item: Item) => unknown,
  nils: 'first' | 'last',
  order: (a: unknown, b: unknown) => number,
): Item[] {
  const nilFirst = nils === 'first' ? -1 : 1;
  return items
    .map((item) => ({ item, by: unwrap(key(item)) ?? null }))
    .toSorted((a, b) => {
      if (a.by === null || b.by === null) {
        return a.by === b.by ? 0 : a.by === null ? nilFirst : -nilFirst;
      }
      return order(a.by, b.by);
    })
    .map(({ item }) => item);
}

function unique(items: unknown[], key: (item: unknown) => unknown): unknown[] {
  const seen = new Set<unknown>();
  return items.filter((item) => {
    const value = unwrap(key(item));
    const by = Array.isArray(value) ? JSON.stringify(value) : value;
    return !seen.has(by) && seen.add(by);
  });
}

function isQuery(list: unknown, path: unknown, target: unknown): boolean {
  if (itemsOf(list) === undefined || path == null || path === false) return false;
  return target instanceof Drop || itemsOf(target) === undefined;
}

/** Jekyll's `where`: a list matches when one of its items does; all are compared as texts. */
function isTarget(value: unknown, target: unknown, text: (value: unknown) => string): boolean {
  const plain = unwrap(value);
  if (target instanceof Drop) {
    const wanted = unwrap(target);
    if (wanted === null) return plain == null;
    return plain === wanted || (plain !== null && Array.isArray(plain) && plain.join('') === '');
  }
  if (target == null) return plain == null;
  if (plain == null) return false;
  const wanted = text(target);
  if (!Array.isArray(plain)) return text(sortable(plain)) === wanted || text(plain) === wanted;
  return plain.some((item) => text(item) === wanted);
}

/** Groups in the order of their first items. */
export function groups(
  items: unknown[],
  nameOf: (item: unknown) => string,
): { name: string; items: unknown[]; size: number }[] {
  const byName = Map.groupBy(items, nameOf);
  return Array.from(byName, ([name, members]) => ({ name, items: members, size: members.length }));
}
