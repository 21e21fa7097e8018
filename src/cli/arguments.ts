import { parseArgs } from 'node:util';
import { ContentError, nearest } from '../lib/problem.ts';

/** A command that was called in a way that nobody expected. */
export class UsageError extends Error {}

/** What a command was given. */
export interface Arguments<Flag extends string, Option extends string> {
  words: string[];
  flags: ReadonlySet<Flag>;
  /** The values of each option, in the order in which they stand. */
  values: Readonly<Partial<Record<Option, readonly string[]>>>;
}

/**
 * The arguments of a command. What begins with a dash is an option, unless it stands behind `--`.
 * @param flags the options without a value
 * @param options those with one; they may be given more than once
 * @throws UsageError for any other option, and where a value is missing or not expected
 */
export function readArguments<Flag extends string, Option extends string = never>(
  args: readonly string[],
  flags: readonly Flag[],
  options: readonly Option[] = [],
): Arguments<Flag, Option> {
  const { tokens, positionals } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: Object.fromEntries([
      ...flags.map((flag) => [flag, { type: 'boolean' }] as const),
      ...options.map((option) => [option, { type: 'string', multiple: true }] as const),
    ]),
  });
  const given = new Set<Flag>();
  const values: Partial<Record<Option, string[]>> = {};
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const flag = flags.find((name) => name === token.name);
    const option = options.find((name) => name === token.name);
    if (flag !== undefined) {
      if (token.value !== undefined) throw new UsageError(`${token.rawName} takes no value`);
      given.add(flag);
    } else if (option !== undefined) {
      if (!token.value) throw new UsageError(`${token.rawName} needs a value`);
      (values[option] ??= []).push(token.value);
    } else {
      const meant = nearest(token.name, [...flags, ...options]);
      const hint = meant === undefined ? '' : ` Did you mean --${meant}?`;
      throw new UsageError(
        `there is no option ${token.rawName}.${hint} What begins with a dash and is none stands behind --`,
      );
    }
  }
  return { words: positionals, flags: given, values };
}

/**
 * Runs a command and tells what stopped it, without a stack trace where the person who called it can
 * mend it: wrong arguments, mistakes in content, files that cannot be read or written.
 */
export async function runCommand(usage: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    const isUsage = error instanceof UsageError;
    if (isUsage) console.error(`${error.message}\n\n${usage}`);
    else if (error instanceof ContentError) console.error(error.message);
    else if (isSystemError(error)) console.error(`${error.path ?? ''}\n  ${error.message}`);
    else throw error;
    process.exitCode = isUsage ? 2 : 1;
  }
}

/** What the operating system refused: no such file, no permission, no space. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}
