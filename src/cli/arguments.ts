import { parseArgs } from 'node:util';
import { ContentError, nearest } from '../problem.ts';

/** A command that was called in a way that nobody expected. */
export class UsageError extends Error {}

/**
 * The arguments of a command. What begins with a dash is an option, unless it stands behind `--`.
 * @param flags the options that there are; none takes a value
 * @throws UsageError for any other option
 */
export function readArguments<Flag extends string>(
  args: readonly string[],
  flags: readonly Flag[],
): { words: string[]; flags: ReadonlySet<Flag> } {
  const { tokens, positionals } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: Object.fromEntries(flags.map((flag) => [flag, { type: 'boolean' }])),
  });
  const given = new Set<Flag>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const flag = flags.find((name) => name === token.name);
    if (flag === undefined) {
      const meant = nearest(token.name, flags);
      const hint = meant === undefined ? '' : ` Did you mean --${meant}?`;
      throw new UsageError(
        `there is no option ${token.rawName}.${hint} What begins with a dash and is none stands behind --`,
      );
    }
    if (token.value !== undefined) throw new UsageError(`${token.rawName} takes no value`);
    given.add(flag);
  }
  return { words: positionals, flags: given };
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
