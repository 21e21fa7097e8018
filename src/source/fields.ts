import { z } from 'zod';
import type { KeyProblem } from '../lib/problem.ts';
import { zodProblems } from '../lib/zod-problems.ts';
import { readFlag } from '../jekyll/rules/flag.ts';
import { isMapping, toPlain, toText } from '../jekyll/rules/yaml.ts';

/**
 * Parses front matter whose values only change how something looks: what the schema refuses is told,
 * and the rest is parsed as if it were not there.
 */
export function parseLeniently<Output>(
  schema: z.ZodType<Output>,
  data: Readonly<Record<string, unknown>>,
): { output: Output; problems: KeyProblem[] } {
  const result = schema.safeParse(data);
  if (result.success) return { output: result.data, problems: [] };
  const { issues } = result.error;
  const told = zodProblems(result.error, { file: '', input: data, lineOf: () => undefined });
  const rest = issues.reduce<unknown>((rest, { path }) => emptied(rest, path), data);
  const { output, problems } = parseLeniently(schema, rest as typeof data);
  const first = told.map(({ field = '', value, message, hint }) => {
    return { field, value: toPlain(value), message, ...(hint && { hint }) };
  });
  return { output, problems: [...first, ...problems] };
}

/** A value with nothing at a path in it. */
function emptied(value: unknown, [key, ...path]: readonly PropertyKey[]): unknown {
  if (key !== undefined && Array.isArray(value)) {
    return value.map((item, i) => (i === key ? emptied(item, path) : item));
  }
  if (key === undefined || !isMapping(value)) return null;
  return { ...value, [key]: emptied(value[String(key)], path) };
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
export function toTextual(value: unknown): string | undefined {
  if (saysNothing(value) || value === true || Array.isArray(value) || isMapping(value)) {
    return undefined;
  }
  return toText(value);
}

/** The first of several keys of a mapping that is text. */
export function firstText(
  mapping: Readonly<Record<string, unknown>>,
  keys: readonly string[],
): string | undefined {
  return keys.map((key) => toTextual(mapping[key])).find((text) => text !== undefined);
}

/**
 * A key that is read by a function; `false`, `null` and empty values are as good as none. What editors are
 * told of its form stands in `meta`, here and below.
 * @param read gives nothing for what it cannot read
 * @param expected what is said of that
 */
export function field<T>(read: (value: unknown) => T | undefined, expected: string) {
  return z
    .unknown()
    .optional()
    .transform((value, context) => {
      if (saysNothing(value)) return undefined;
      const result = read(value);
      if (result === undefined) context.addIssue({ code: 'custom', message: expected });
      return result;
    })
    .meta({ type: ['string', 'number', 'boolean', 'null'] });
}

/** Text; numbers and dates are printed as Ruby prints them. */
export const text = (expected = 'expected text') => field(toTextual, expected);

/**
 * A boolean in any of YAML's words, quoted or not. Themes also write settings there
 * (`toc: {sidebar: left}`), which say yes.
 */
export const flag = z
  .union(
    [
      z.literal(false),
      field(
        (value) => (Array.isArray(value) || isMapping(value) ? true : readFlag(value)),
        'expected true or false',
      ),
    ],
    { error: 'expected true or false' },
  )
  .meta({ anyOf: [{ type: 'boolean' }, { type: ['string', 'number', 'object', 'null'] }] });

/** Something that is there unless a post says `false`; whatever else themes write there is their own. */
export const unlessFalse = z
  .unknown()
  .optional()
  .transform((value) => readFlag(value) ?? true)
  .meta({ type: ['boolean', 'string', 'array', 'object', 'number', 'null'] });

/**
 * One value, or a list of them.
 * @param read one of them; it tells of what it gives nothing for
 */
export function list<T>(read: (value: unknown, tell: Tell) => T | undefined) {
  return z
    .unknown()
    .optional()
    .transform((value, context): T[] => {
      const items: readonly unknown[] = Array.isArray(value) ? value : [value];
      return items.flatMap((item, i) => {
        if (saysNothing(item)) return [];
        const place = Array.isArray(value) ? [i] : [];
        const tell: Tell = (message, path = []) =>
          context.addIssue({ code: 'custom', message, path: [...place, ...path] });
        return read(item, tell) ?? [];
      });
    })
    .meta({ type: ['string', 'array', 'object', 'boolean', 'null'] });
}

/** Says what was expected of a value, or of one at a path inside of it. */
export type Tell = (message: string, path?: readonly string[]) => void;
