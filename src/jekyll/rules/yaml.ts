import {
  load,
  Schema,
  Type,
  FAILSAFE_SCHEMA,
  YAMLException,
  type EventType,
  type State,
} from 'js-yaml';

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

  /** What it is as a key of a mapping. */
  toString(): string {
    return this.text;
  }

  // js-yaml asks for it before it takes the text of a key.
  get [Symbol.toStringTag](): string {
    return 'YamlScalar';
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
 * @param symbols what Ruby's symbols (`:name`) and objects (`!ruby/object:Name`) become: plain values,
 * or an error as in front matter
 * @param onUnknownTag told of each tag that means nothing to YAML 1.1 and Ruby (`!custom`), and of
 * where it stands; the value is read as if it had none
 * @param repeats is given the values of every key that stands more than once at the top level
 * @throws {YamlError}
 */
export function parseYaml(
  text: string,
  symbols: 'text' | 'error' = 'text',
  onUnknownTag: (tag: string, path: readonly string[]) => void = () => {},
  repeats?: Map<string, unknown[]>,
): unknown {
  const pairs = repeats && pairsListener();
  try {
    const value = load(text, {
      schema: SCHEMAS[symbols],
      json: true,
      ...(pairs && { listener: pairs.listener }),
    });
    if (pairs && isMapping(value)) {
      const found = pairs.repeatsIn(value);
      // Refuses keys that stand twice.
      if (!found) load(text, { schema: SCHEMAS[symbols] });
      for (const [key, values] of found ?? []) repeats.set(key, values);
    }
    if (!/[!*]/.test(text)) return value;
    return withoutTags(value, (tag, path) => {
      if (symbols === 'error' && tag.startsWith('!ruby/')) {
        throw new ReadingError('a tag names a Ruby object, which Jekyll does not load', tag);
      }
      onUnknownTag(tag, path);
    });
  } catch (error) {
    // A second document has no place.
    if (error instanceof YAMLException)
      throw new YamlError(error.reason, (error.mark?.line ?? 0) + 1);
    if (error instanceof ReadingError) {
      throw new YamlError(error.message, lineWith(text, error.part));
    }
    throw error;
  }
}

/**
 * Reads a file of configuration or data as Psych does: its first document, and nothing further.
 * @throws {YamlError}
 */
export function parseYamlFile(text: string): unknown {
  const [begin = ''] = /^(?:[ \t]*(?:#.*)?\r?\n|%.*\n)*(?:---)?/.exec(text) ?? [];
  const end = text.slice(begin.length).search(/^(?<=\n)(?:---|\.\.\.)(?=\s|$(?![^]))/m);
  return parseYaml(end < 0 ? text : text.slice(0, begin.length + end));
}

/** Notes keys and values in the order in which they stand, which a mapping forgets. */
function pairsListener() {
  const open: unknown[][] = [];
  const pairs = new Map<unknown, unknown[]>();
  return {
    listener(event: EventType, { result }: State) {
      if (event === 'open') {
        open.push([]);
        return;
      }
      const inner = open.pop() ?? [];
      if (isMapping(result) && !pairs.has(result)) pairs.set(result, inner);
      open.at(-1)?.push(result);
    },
    /** `undefined` where it cannot be told: of keys without a value (`{a, b: 1}`, `? a`) nothing is heard. */
    repeatsIn(data: Record<string, unknown>): [string, unknown[]][] | undefined {
      const nodes = pairs.get(data) ?? [];
      const keys = nodes.filter((_, i) => i % 2 === 0).map(String);
      const isWhole = new Set(keys).symmetricDifference(new Set(Object.keys(data))).size === 0;
      if (!isWhole && !keys.includes('<<')) return undefined;
      const values = nodes.filter((_, i) => i % 2 === 1);
      const repeated = new Set(keys.filter((key, i) => keys.indexOf(key) !== i));
      return [...repeated].map((key) => [key, values.filter((_, i) => keys[i] === key)]);
    },
  };
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
  if (typeof value === 'number' && !Number.isInteger(value)) return rubyFloat(value);
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

/** What js-yaml reads and must not be read. */
class ReadingError extends Error {
  /** Where it stands in the text. */
  readonly part: string;

  constructor(message: string, part: string) {
    super(message);
    this.part = part;
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
const INFINITE = /^[-+]?\.inf$/i;
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
  if (INFINITE.test(text)) return float(Number(digits.replace(/\.inf/i, 'Infinity')));
  if (/^\.nan$/i.test(text)) return float(Number.NaN);
  if (FLOAT.test(text)) {
    if (!/\d/.test(text)) return undefined;
    const value = Number(digits);
    return Number.isInteger(value) ? float(value) : value;
  }
  const [, sign, radix] = RADIX.exec(digits) ?? [];
  const value = radix
    ? (sign === '-' ? -1 : 1) * Number(/^[bx]/i.test(radix) ? `0${radix}` : `0o${radix}`)
    : DECIMAL.test(text)
      ? Number(digits)
      : undefined;
  return Number.isSafeInteger(value) ? value : undefined;
}

function float(value: number): YamlScalar {
  return new YamlScalar('float', rubyFloat(value));
}

/** Ruby's Float#to_s: with a fraction always, and with an exponent below 0.0001 and from 10¹⁶. */
function rubyFloat(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const [digits = '', exponent = '0'] = value.toExponential().split('e');
  const size = Number(exponent);
  if (value === 0 || (size >= -4 && size < 16)) {
    return Number.isInteger(value) ? `${value}.0` : String(value);
  }
  const mantissa = digits.includes('.') ? digits : `${digits}.0`;
  return `${mantissa}e${size < 0 ? '-' : '+'}${String(Math.abs(size)).padStart(2, '0')}`;
}

function refuseSymbol(text: string): void {
  if (text.length > 1 && text.startsWith(':')) {
    throw new ReadingError(
      'a value that begins with a colon is a Ruby symbol, which Jekyll does not load',
      text,
    );
  }
}

const mergeKey = new Type('tag:yaml.org,2002:merge', {
  kind: 'scalar',
  resolve: (text: string | null) => text === '<<',
});

/** A scalar with a tag that is not known. */
class TaggedScalar {
  readonly tag: string;
  readonly value: unknown;

  constructor(tag: string, value: unknown) {
    this.tag = tag;
    this.value = value;
  }

  toString(): string {
    return toText(this.value);
  }

  get [Symbol.toStringTag](): string {
    return 'TaggedScalar';
  }
}

/** The tags of lists and mappings that are not known. */
const tagsOfCollections = new WeakMap<object, string>();

/** The value without its tags, each of which is told; what is shared by aliases stays shared. */
function withoutTags(
  value: unknown,
  onTag: (tag: string, path: readonly string[]) => void,
  path: readonly string[] = [],
  done = new Map<unknown, unknown>(),
): unknown {
  if (value instanceof TaggedScalar) {
    onTag(value.tag, path);
    return value.value;
  }
  if (!Array.isArray(value) && !isMapping(value)) return value;
  if (done.has(value)) {
    const known = done.get(value);
    if (known === undefined) throw new ReadingError('a value cannot contain itself', '*');
    return known;
  }
  done.set(value, undefined);
  const tag = tagsOfCollections.get(value);
  if (tag !== undefined) onTag(tag, path);
  const inside = ([key, item]: [string, unknown]): [string, unknown] => [
    key,
    withoutTags(item, onTag, [...path, key], done),
  ];
  const items = Object.entries(value).map(inside);
  const result = Array.isArray(value) ? items.map(([, item]) => item) : Object.fromEntries(items);
  done.set(value, result);
  return result;
}

/** Tags that Psych knows, and those of YAML 1.1 that it reads as if they were not there. */
const TAG = /^(?:tag:yaml\.org,2002:|!(?:ruby\/)?)(binary|str|string|float|omap)$/;
const PLAIN_TAG =
  /^(?:tag:yaml\.org,2002:|!)(?:int|bool|null|timestamp|seq|map|pairs)$|^!ruby\/(?:array|hash|object:Date(?:Time)?)$/;

function constructTagged(value: unknown, tag = ''): unknown {
  const [, known] = TAG.exec(tag) ?? [];
  if (typeof value === 'string' || value === null) {
    const text = value ?? '';
    if (known === 'binary') return Buffer.from(text, 'base64').toString();
    if (known === 'str' || known === 'string') return text;
    const plain = resolveScalar(text);
    if (known === 'float') return typeof plain === 'number' ? float(plain) : plain;
    return PLAIN_TAG.test(tag) ? plain : new TaggedScalar(tag, plain);
  }
  if (known === 'omap' && Array.isArray(value) && value.every(isMapping)) {
    return Object.assign({}, ...value) as unknown;
  }
  // A scalar on the line below its tag has been read already.
  if (!Array.isArray(value) && !isMapping(value)) {
    if (known === 'str' || known === 'string') return toText(value);
    return known || PLAIN_TAG.test(tag) ? value : new TaggedScalar(tag, value);
  }
  if (!PLAIN_TAG.test(tag)) tagsOfCollections.set(value, tag);
  return value;
}

/** One type for every tag that is not in the schema, for each kind of value. */
const anyTag = (['scalar', 'sequence', 'mapping'] as const).map(
  (kind) => new Type('', { kind, multi: true, resolve: () => true, construct: constructTagged }),
);

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
  return FAILSAFE_SCHEMA.extend({ implicit: [mergeKey, scalar], explicit: anyTag });
}

const SCHEMAS = { text: schemaWith(() => {}), error: schemaWith(refuseSymbol) };
