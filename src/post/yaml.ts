import { load, Schema, Type, FAILSAFE_SCHEMA, YAMLException } from 'js-yaml';

/**
 * A plain scalar that JavaScript's own types cannot hold without losing what Jekyll makes of it:
 * a date (`2014-01-05`, at home in the site's time zone), a time (UTC where it has no offset), or a
 * number written with a fraction (`1.0`, which Ruby prints as `1.0`). The same text in quotes is
 * a string.
 */
export class YamlScalar {
  readonly kind: 'date' | 'time' | 'float';
  /** What Ruby would print: dates with leading zeros, floats with a fraction; times as written. */
  readonly text: string;

  constructor(kind: YamlScalar['kind'], text: string) {
    this.kind = kind;
    this.text = text;
  }
}

/** YAML that cannot be read. */
export class YamlError extends Error {
  /** Line of the text, counted from 1. */
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.name = 'YamlError';
    this.line = line;
  }
}

/**
 * Reads YAML as Jekyll does (libyaml and Psych): the last of duplicate keys wins, quoted text may
 * go on without indentation, plain scalars are YAML 1.1.
 * @param symbols what Ruby's symbols (`:name`) become: text, or an error as in front matter
 * @throws {YamlError}
 */
export function parseYaml(text: string, symbols: 'text' | 'error' = 'text'): unknown {
  try {
    return load(text, { schema: SCHEMAS[symbols], json: true });
  } catch (error) {
    // A second document has no place.
    if (error instanceof YAMLException)
      throw new YamlError(error.reason, (error.mark?.line ?? 0) + 1);
    if (error instanceof SymbolError) {
      throw new YamlError(error.message, lineWith(text, error.symbol));
    }
    throw error;
  }
}

/** Whether a value of `parseYaml` is a mapping, not a list or a scalar. */
export function isMapping(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}

/** A value without `YamlScalar`s, ready for JSON: dates and times become text, floats numbers. */
export function toPlain(value: unknown): unknown {
  if (value instanceof YamlScalar) return value.kind === 'float' ? Number(value.text) : value.text;
  if (Array.isArray(value)) return value.map(toPlain);
  if (!isMapping(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toPlain(item)]));
}

/** A value as Ruby's `to_s` prints it, which is how Jekyll shows titles, tags and categories. */
export function toText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof YamlScalar) return value.text;
  return typeof value === 'object' ? inspect(value) : String(value);
}

function inspect(value: unknown): string {
  if (value === null) return 'nil';
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(inspect).join(', ')}]`;
  if (typeof value !== 'object' || value instanceof YamlScalar) return toText(value);
  return `{${Object.entries(value)
    .map(([key, item]) => `${inspect(key)}=>${inspect(item)}`)
    .join(', ')}}`;
}

class SymbolError extends Error {
  readonly symbol: string;

  constructor(symbol: string) {
    super('a value that begins with a colon is a Ruby symbol, which Jekyll does not load');
    this.symbol = symbol;
  }
}

function lineWith(text: string, part: string): number {
  return text.slice(0, Math.max(0, text.indexOf(part))).split('\n').length;
}

const DATE = /^(\d{4})-(1[012]|0\d|\d)-([12]\d|3[01]|0\d|\d)$/;
const TIME =
  /^-?\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|\s+)\d{1,2}:\d\d:\d\d(?:\.\d*)?(?:\s*(?:Z|[-+]\d{1,2}:?(?:\d\d)?))?$/;
const SEXAGESIMAL = /^[-+]?\d[\d_]*(?::[0-5]?\d){1,2}(?:\.[\d_]*)?$/;
const FLOAT = /^[-+]?(?:\d[\d_,]*)?\.\d*(?:[eE][-+]\d+)?$/;
const DECIMAL = /^[-+]?(?:0|[1-9](?:\d|,\d|_\d)*)$/;
const RADIX = /^([-+]?)0(b[_,]*[01][01_,]*|x[_,]*[\da-f][\da-f_,]*|[_,]*[0-7][0-7_,]*)$/i;

/** Psych's ScalarScanner, which decides what an unquoted scalar is. */
function resolveScalar(text: string): unknown {
  if (/^(?:|~|null)$/i.test(text)) return null;
  if (/^(?:yes|true|on)$/i.test(text)) return true;
  if (/^(?:no|false|off)$/i.test(text)) return false;
  if (!/^[-+.:\d]/.test(text) || text.includes('\n')) return text;
  if (TIME.test(text)) return new YamlScalar('time', text);
  return resolveDate(text) ?? resolveNumber(text) ?? text;
}

function resolveDate(text: string): YamlScalar | undefined {
  const [, year = '', month = '', day = ''] = DATE.exec(text) ?? [];
  const padded = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${padded}T00:00:00Z`);
  const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(padded);
  return exists ? new YamlScalar('date', padded) : undefined;
}

/** Whole numbers too large for JavaScript stay text, so that no digit is lost. */
function resolveNumber(text: string): number | YamlScalar | undefined {
  const digits = text.replaceAll(/[,_]/g, '');
  if (SEXAGESIMAL.test(text)) {
    const [first = 0, second = 0, third = 0] = digits.split(':').map(Number);
    return first * 3600 + second * 60 + third;
  }
  if (FLOAT.test(text)) {
    if (!/\d/.test(text)) return undefined;
    const value = Number(digits);
    return Number.isInteger(value) ? new YamlScalar('float', `${value}.0`) : value;
  }
  const [, sign, radix] = RADIX.exec(digits) ?? [];
  const value = radix
    ? (sign === '-' ? -1 : 1) * Number(/^[bx]/i.test(radix) ? `0${radix}` : `0o${radix}`)
    : DECIMAL.test(text)
      ? Number(digits)
      : undefined;
  return Number.isSafeInteger(value) ? value : undefined;
}

function refuseSymbol(text: string): void {
  if (text.length > 1 && text.startsWith(':')) throw new SymbolError(text);
}

const mergeKey = new Type('tag:yaml.org,2002:merge', {
  kind: 'scalar',
  resolve: (text: string | null) => text === '<<',
});

/** All plain scalars go through one function, so that no other type has a say in what they are. */
function schemaWith(check: (text: string) => void): Schema {
  const scalar = new Type('tag:yaml.org,2002:scalar', {
    kind: 'scalar',
    resolve: () => true,
    construct: (text: string | null) => {
      check(text ?? '');
      return resolveScalar(text ?? '');
    },
  });
  return FAILSAFE_SCHEMA.extend({ implicit: [mergeKey, scalar] });
}

const SCHEMAS = { text: schemaWith(() => {}), error: schemaWith(refuseSymbol) };
