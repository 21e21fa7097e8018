import { z } from 'zod';
import { nearest, type Problem } from './problem.ts';

/**
 * The issues of a Zod check as problems, with unknown keys compared to the known ones.
 * @param lineOf the line of a (top-level) key in the file, if it can be told
 */
export function zodProblems(
  error: z.ZodError,
  options: {
    file: string;
    input: unknown;
    /** Keys that a mistyped one may stand for; needed where unknown keys are refused. */
    knownKeys?: readonly string[];
    lineOf: (path: readonly PropertyKey[]) => number | undefined;
  },
): Problem[] {
  const { file, input, knownKeys = [], lineOf } = options;
  return error.issues.flatMap(withoutUnions).flatMap((issue): Problem[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => {
        const path = [...issue.path, key];
        const meant = nearest(key, knownKeys);
        return {
          file,
          line: lineOf(path),
          field: path.join('.'),
          value: valueAt(input, path),
          message: 'there is no such key',
          hint: meant && `Did you mean \`${meant}\`?`,
        };
      });
    }
    return [
      {
        file,
        line: lineOf(issue.path),
        field: issue.path.join('.') || undefined,
        value: valueAt(input, issue.path),
        message: expectation(issue, input),
        hint: hintOf(issue),
      },
    ];
  });
}

const OF_RIGHT_TYPE = new Set<z.core.$ZodIssue['code']>(['unrecognized_keys', 'custom']);

/** Of a choice between forms, what is wrong in the one that somebody wrote: in an object, or in a value of the right type. */
function withoutUnions(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const [inside, ...others] = issue.errors.filter((issues) =>
    issues.every(({ path, code }) => path.length > 0 || OF_RIGHT_TYPE.has(code)),
  );
  if (!inside || others.length > 0) return [issue];
  return inside.flatMap((inner) =>
    withoutUnions({ ...inner, path: [...issue.path, ...inner.path] }),
  );
}

function expectation(issue: z.core.$ZodIssue, input: unknown): string {
  if (issue.code === 'invalid_type' && valueAt(input, issue.path) === undefined) {
    return `is missing; expected a ${issue.expected}`;
  }
  const { message } = issue.code === 'invalid_key' ? (issue.issues[0] ?? issue) : issue;
  return message.replace(/^Invalid (input|option|string): /, '');
}

/** Checks of our own may say what was probably meant. */
function hintOf(issue: z.core.$ZodIssue): string | undefined {
  const hint: unknown = issue.code === 'custom' ? issue.params?.['hint'] : undefined;
  return typeof hint === 'string' ? hint : undefined;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
    input,
  );
}
