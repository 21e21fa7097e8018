import type { Problem } from '../problem.ts';
import { readFlag } from './flag.ts';
import { isMapping, toPlain, toText } from './yaml.ts';

/** What is to be said of a key of the front matter: its place in it, without the file. */
export type KeyProblem = Pick<Problem, 'value' | 'message' | 'hint'> & { field: string };

/**
 * A mapping of the front matter whose values only change how something looks. `null`, `false` and empty
 * values are as good as none; what is of the wrong shape is told, and as good as none.
 */
export class Values {
  readonly #data: Readonly<Record<string, unknown>>;
  readonly #path: string;
  /** What was told, in the order in which it was asked for. */
  readonly problems: KeyProblem[];

  constructor(data: Readonly<Record<string, unknown>>, path = '', problems: KeyProblem[] = []) {
    this.#data = data;
    this.#path = path;
    this.problems = problems;
  }

  /** A value that says something. */
  get(key: string): unknown {
    const value = this.#data[key];
    return saysNothing(value) ? undefined : value;
  }

  /** Text; numbers and dates are printed as Ruby prints them. */
  text(key: string, expected = 'expected text'): string | undefined {
    return this.#read(key, toTextual, expected);
  }

  /** The first of several keys that is text. */
  firstText(keys: readonly string[]): string | undefined {
    return keys.map((key) => toTextual(this.get(key))).find((text) => text !== undefined);
  }

  /** A boolean in any of YAML's words, or the settings that themes write there (`toc: {sidebar: left}`), which say yes. */
  flag(key: string): boolean | undefined {
    if (this.#data[key] === false) return false;
    const read = (value: unknown) =>
      Array.isArray(value) || isMapping(value) ? true : readFlag(value);
    return this.#read(key, read, 'expected true or false');
  }

  /** One text, or a list of them. Entries that are no text are told and left out. */
  list(key: string, expected: string): string[] {
    return this.items(key).flatMap(({ value, field }) => {
      const text = toTextual(value);
      if (text === undefined) this.tell(field, value, expected);
      return text ?? [];
    });
  }

  /** The entries of a list, or the one value that stands for it. */
  items(key: string): { value: unknown; field: string }[] {
    const value = this.get(key);
    if (value === undefined) return [];
    if (!Array.isArray(value)) return [{ value, field: key }];
    return value
      .map((item: unknown, i) => ({ value: item, field: `${key}.${i}` }))
      .filter((item) => !saysNothing(item.value));
  }

  /** The values of a mapping inside. */
  inside(field: string, data: Readonly<Record<string, unknown>>): Values {
    return new Values(data, `${this.#path}${field}.`, this.problems);
  }

  /** Tells of a value that is passed over. */
  tell(field: string, value: unknown, message: string, hint?: string): void {
    this.problems.push({
      field: this.#path + field,
      value: toPlain(value),
      message,
      ...(hint && { hint }),
    });
  }

  #read<T>(key: string, read: (value: unknown) => T | undefined, expected: string): T | undefined {
    const value = this.get(key);
    if (value === undefined) return undefined;
    const result = read(value);
    if (result === undefined) this.tell(key, value, expected);
    return result;
  }
}

/** Whether a value stands for nothing where text, a path or a list is expected. */
export function saysNothing(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === false ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.every(saysNothing)) ||
    (isMapping(value) && Object.keys(value).length === 0)
  );
}

/** Text as Ruby prints it, but of `true`, lists and mappings, which mean something else. */
function toTextual(value: unknown): string | undefined {
  if (value === undefined || value === true || Array.isArray(value) || isMapping(value)) {
    return undefined;
  }
  return toText(value);
}
