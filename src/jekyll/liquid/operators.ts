import { Drop, isTruthy, toValueSync, type Context, type Operators } from 'liquidjs';
import { YamlScalar } from '../rules/yaml.ts';
import { instantOf } from './time.ts';
import { IntegerRange, isHash, unwrap } from './value.ts';

/** The operators of Ruby's Liquid 4.0, where nothing is more or less than nil. */
export const operators: Operators = {
  '==': equal,
  '!=': (left: unknown, right: unknown) => !equal(left, right),
  '<': (left: unknown, right: unknown) => ordered(left, right, (a, b) => a < b),
  '>': (left: unknown, right: unknown) => ordered(left, right, (a, b) => a > b),
  '<=': (left: unknown, right: unknown) => ordered(left, right, (a, b) => a <= b),
  '>=': (left: unknown, right: unknown) => ordered(left, right, (a, b) => a >= b),
  contains: (left: unknown, right: unknown) => contains(unwrap(left), unwrap(right)),
  and: (left: unknown, right: unknown, context: Context) =>
    isTruthy(left, context) && isTruthy(right, context),
  or: (left: unknown, right: unknown, context: Context) =>
    isTruthy(left, context) || isTruthy(right, context),
};

/** Whether two values are equal; `empty`, `blank` and `nil` know themselves what equals them. */
function equal(left: unknown, right: unknown): boolean {
  if (decides(left)) return toValueSync(left.equals(right)) === true;
  if (decides(right)) return toValueSync(right.equals(left)) === true;
  const [a, b] = [comparable(left), comparable(right)];
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, at) => equal(item, b[at]));
  }
  if (a instanceof IntegerRange && b instanceof IntegerRange) return String(a) === String(b);
  return a === b || ((a ?? null) === null && (b ?? null) === null);
}

function decides(value: unknown): value is { equals(other: unknown): Generator<unknown, boolean> } {
  return value instanceof Drop && 'equals' in value && typeof value.equals === 'function';
}

function ordered(
  left: unknown,
  right: unknown,
  holds: (a: number | string, b: number | string) => boolean,
): boolean {
  const [a, b] = [comparable(left), comparable(right)];
  return hasSize(a) && hasSize(b) && holds(a, b);
}

function hasSize(value: unknown): value is number | string {
  return typeof value === 'number' || typeof value === 'string';
}

function contains(left: unknown, right: unknown): boolean {
  if (right === null || right === undefined) return false;
  if (typeof left === 'string') return left.includes(String(right));
  if (left instanceof IntegerRange)
    return Number(right) >= left.first && Number(right) <= left.last;
  if (Array.isArray(left)) return left.some((item) => equal(item, right));
  return isHash(left) && Object.hasOwn(left, String(right));
}

/** Moments and fractions as numbers, all else as it is. */
function comparable(value: unknown): unknown {
  if (value instanceof YamlScalar && value.kind === 'float') return Number(value.text);
  const plain = unwrap(value);
  return instantOf(plain) ?? plain;
}
