import { readFileSync } from 'node:fs';
import path from 'node:path';
import { outsideFiles } from './outside-files.ts';
import { stampOf, statsOf } from './stamp.ts';
import { writeWhole } from './write-whole.ts';

/** What was found out, and for how long it is so. */
interface Memory {
  /** A digest of all that it was found in. */
  key: string;
  /** Milliseconds since 1970. `null` is for ever. */
  from: number;
  until: number | null;
  /** Paths of the files that the owner's code has imported from outside of what is in the key, and their stamp. */
  outside: { files: string[]; stamp: string };
  found: unknown;
}

/**
 * What `keep` has kept in a file, where it holds for a moment.
 * @param root absolute path of the project
 * @param file relative to it
 * @param now in milliseconds since 1970
 */
export function recall<Found>(
  root: string,
  file: string,
  key: string,
  now: number,
): Found | undefined {
  try {
    const memory = JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Memory;
    const { from, until, outside } = memory;
    const isValid = memory.key === key && from <= now && now < (until ?? Infinity);
    const isSame = isValid && outside.stamp === stampOf(statsOf(root, outside.files));
    return isSame ? (memory.found as Found) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps what was found.
 * @param span from when and until when it holds, as long as the key is the same
 */
export function keep(
  root: string,
  file: string,
  key: string,
  span: { from: number; until: number },
  found: unknown,
): void {
  const outside = { files: [...outsideFiles().keys()], stamp: stampOf(outsideFiles()) };
  writeWhole(path.join(root, file), JSON.stringify({ key, ...span, outside, found }, toPlain));
}

/** Front matter may hold numbers that JSON does not know. */
const toPlain = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);
