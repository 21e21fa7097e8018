import { LiquidMistake } from '../place.ts';
import { unwrap } from '../value.ts';
import type { FilterCall } from './filter.ts';

/** A number as Ruby has it: whole, or a fraction even where it is 7.0. */
interface Numeric {
  readonly value: number;
  readonly whole: boolean;
}

/** Liquid's arithmetic: whole numbers stay whole, `7.0` keeps its point, and texts are read. */
export function mathFilters(): Record<string, FilterCall> {
  return {
    abs: (value) => write(change(read(value), Math.abs)),
    at_least: (value, least) => larger(read(value), read(least)),
    at_most: (value, most) => smaller(read(value), read(most)),
    ceil: (value) => Math.ceil(read(value).value),
    floor: (value) => Math.floor(read(value).value),
    round: (value, digits) => round(read(value).value, read(digits).value),
    plus: (value, other) => combine(value, other, (a, b) => a + b),
    minus: (value, other) => combine(value, other, (a, b) => a - b),
    times: (value, other) => combine(value, other, (a, b) => a * b),
    divided_by: (value, other) => divide(read(value), read(other)),
    modulo: (value, other) =>
      combine(value, notZero(read(other)), (a, b) => a - b * Math.floor(a / b)),
    to_integer: (value) =>
      unwrap(value) === true ? 1 : unwrap(value) === false ? 0 : Math.trunc(read(value).value),
  };
}

function read(input: unknown): Numeric {
  const value = unwrap(input);
  if (typeof value === 'number') return { value, whole: Number.isInteger(value) };
  if (typeof value !== 'string') return { value: 0, whole: true };
  const decimal = /^\s*(-?\d+\.\d+)\s*$/.exec(value);
  if (decimal !== null) return { value: Number(decimal[1]), whole: false };
  return { value: Number.parseInt(value, 10) || 0, whole: true };
}

/** A fraction that is whole stays a text, `7.0`, so that it is not taken for a whole number. */
function write({ value, whole }: Numeric): number | string {
  if (whole || !Number.isInteger(value)) return value;
  return value.toFixed(1);
}

function change({ value, whole }: Numeric, by: (value: number) => number): Numeric {
  return { value: by(value), whole };
}

function larger(a: Numeric, b: Numeric): number | string {
  return write(a.value >= b.value ? a : b);
}

function smaller(a: Numeric, b: Numeric): number | string {
  return write(a.value <= b.value ? a : b);
}

/** Decimal fractions are exact in Ruby's Liquid; fifteen digits hide that they are not here. */
function combine(
  left: unknown,
  right: unknown,
  by: (a: number, b: number) => number,
): number | string {
  const [a, b] = [read(left), read(right)];
  const value = by(a.value, b.value);
  const whole = a.whole && b.whole;
  return write({ value: whole ? value : Number(value.toPrecision(15)), whole });
}

function divide(a: Numeric, b: Numeric): number | string {
  notZero(b);
  const value = a.value / b.value;
  const whole = a.whole && b.whole;
  return write({ value: whole ? Math.floor(value) : value, whole });
}

function notZero(number: Numeric): number {
  if (number.value === 0) throw new LiquidMistake('expected to divide by another number than 0');
  return number.value;
}

function round(value: number, digits: number): number | string {
  const [mantissa, exponent = '0'] = String(Math.abs(value)).split('e');
  const scaled = Math.round(Number(`${mantissa}e${Number(exponent) + digits}`));
  const rounded = Math.sign(value) * Number(`${scaled}e${-digits}`);
  return digits > 0 ? write({ value: rounded, whole: Number.isInteger(value) }) : rounded;
}
