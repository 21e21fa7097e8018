import { Drop, toValue } from 'liquidjs';
import { YamlScalar } from '../rules/yaml.ts';
import { strftime } from '../rules/strftime.ts';
import { inZone } from '../rules/date.ts';
import { instantOf, isMoment, type Moment } from './time.ts';

/** Whole numbers from one to another, as `(1..3)` gives them. What it is made of is what Liquid may ask of it. */
export class IntegerRange {
  readonly first: number;
  readonly last: number;
  readonly size: number;

  constructor(first: number, last: number) {
    this.first = first;
    this.last = last;
    this.size = Math.max(0, last - first + 1);
  }

  *[Symbol.iterator](): Generator<number> {
    for (let number = this.first; number <= this.last; number++) yield number;
  }

  toString(): string {
    return `${this.first}..${this.last}`;
  }
}

/** A value out of LiquidJS's wrapping; a fraction of the front matter is the text that it was. */
export function unwrap(value: unknown): unknown {
  if (value instanceof Drop) return toValue(value);
  return value instanceof YamlScalar && value.kind === 'float' ? value.text : value;
}

/** A value as text, as Ruby's Liquid writes it: nil is nothing, and lists are joined. */
export function toText(value: unknown, timeZone: string): string {
  const plain = unwrap(value);
  if (plain === null || plain === undefined) return '';
  if (Array.isArray(plain)) return plain.map((item) => toText(item, timeZone)).join('');
  if (isMoment(plain)) return momentText(plain, timeZone);
  if (plain instanceof IntegerRange) return String(plain);
  return typeof plain === 'object' ? inspect(plain, timeZone) : String(plain);
}

function momentText(moment: Moment, timeZone: string): string {
  if (moment instanceof YamlScalar) return moment.text;
  return strftime(inZone(instantOf(moment) ?? 0, timeZone), '%Y-%m-%d %H:%M:%S %z');
}

/** A value as Ruby's `inspect` shows it: `{"a"=>[1, nil]}`. */
export function inspect(value: unknown, timeZone: string): string {
  const plain = unwrap(value);
  if (plain === null || plain === undefined) return 'nil';
  if (typeof plain === 'string') return JSON.stringify(plain);
  if (Array.isArray(plain)) {
    return `[${plain.map((item) => inspect(item, timeZone)).join(', ')}]`;
  }
  if (!isHash(plain)) return toText(plain, timeZone);
  const pairs = Object.keys(plain).map(
    (key) => `${JSON.stringify(key)}=>${inspect(readProperty(plain, key), timeZone)}`,
  );
  return `{${pairs.join(', ')}}`;
}

/** Whether a value is a hash: neither a list, a range nor a moment. */
export function isHash(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || value instanceof IntegerRange) return false;
  return !Array.isArray(value) && !isMoment(value);
}

/** A property of a hash. A function there makes its value when it is asked for. */
export function readProperty(item: unknown, key: string): unknown {
  if (typeof item !== 'object' || item === null || !Object.hasOwn(item, key)) return undefined;
  const value = (item as Record<string, unknown>)[key];
  return typeof value === 'function' ? (value.call(item) as unknown) : value;
}

/** A property by its dotted path: `image.alt`. */
export function readPath(item: unknown, path: string): unknown {
  return path.split('.').reduce(readProperty, item);
}

/** What Ruby iterates over: the items of a list or range, the values of a hash, nothing else. */
export function itemsOf(value: unknown): unknown[] | undefined {
  const plain = unwrap(value);
  if (Array.isArray(plain)) return plain;
  if (plain instanceof IntegerRange) return [...plain];
  return isHash(plain) ? Object.keys(plain).map((key) => readProperty(plain, key)) : undefined;
}

/** A number, if a value is one: `7`, or the text `7.0` that stands for a float. */
export function toNumber(value: unknown): number | undefined {
  const plain = unwrap(value);
  if (typeof plain === 'number') return plain;
  if (typeof plain !== 'string' || !/^\s*-?\d+(?:\.\d+)?\s*$/.test(plain)) return undefined;
  return Number(plain);
}

/** The order of two values: numbers and moments by size, texts by code unit, else by their texts. */
export function compare(left: unknown, right: unknown, timeZone: string): number {
  const [a, b] = [sortKey(left, timeZone), sortKey(right, timeZone)];
  if (typeof a === typeof b) return a < b ? -1 : a > b ? 1 : 0;
  const [textA, textB] = [toText(left, timeZone), toText(right, timeZone)];
  return textA < textB ? -1 : textA > textB ? 1 : 0;
}

function sortKey(value: unknown, timeZone: string): number | string {
  const plain = unwrap(value);
  if (typeof plain === 'number') return plain;
  return instantOf(plain) ?? toText(plain, timeZone);
}
