import { Drop } from 'liquidjs';
import { IntegerRange, unwrap } from './value.ts';

/** The name that no author can write, by which an expression finds `ranges`. */
export const RANGES = '(..)';

/** `ranges[1][3]` is `(1..3)`: LiquidJS would make a list of it at once. */
export const ranges = readsKey((first) =>
  readsKey((last) => new IntegerRange(toInteger(first), toInteger(last))),
);

/** How LiquidJS is to read a range of these two. */
export const rangeMarkup = (first: string, last: string): string =>
  `["${RANGES}"][${first}][${last}]`;

/** Markup as an author would write it. */
export const withWrittenRanges = (markup: string): string =>
  markup.replace(/\["\(\.\.\)"\]\[([^[\]]*)\]\[([^[\]]*)\]/g, '($1..$2)');

function readsKey(read: (key: unknown) => unknown): Drop {
  return new (class extends Drop {
    override liquidMethodMissing(key: unknown): unknown {
      return read(key);
    }
  })();
}

/** As Ruby's `to_i`: what does not begin with a number is 0. */
function toInteger(value: unknown): number {
  const number = Number.parseInt(String(unwrap(value)), 10);
  return Number.isNaN(number) ? 0 : number;
}
