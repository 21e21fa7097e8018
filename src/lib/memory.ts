import { readFileSync } from 'node:fs';
import { writeWhole } from './write-whole.ts';

/** What was found out, and for how long it is so. */
interface Memory {
  /** A digest of all that it was found in. */
  key: string;
  /** Milliseconds since 1970. `null` is for ever. */
  from: number;
  until: number | null;
  found: unknown;
}

/**
 * What `keep` has kept in a file, where it holds for a moment.
 * @param now in milliseconds since 1970
 */
export function recall<Found>(file: string, key: string, now: number): Found | undefined {
  try {
    const memory = JSON.parse(readFileSync(file, 'utf8')) as Memory;
    const isValid = memory.key === key && memory.from <= now && now < (memory.until ?? Infinity);
    return isValid ? (memory.found as Found) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps what was found.
 * @param span from when and until when it holds, as long as the key is the same
 */
export function keep(
  file: string,
  key: string,
  span: { from: number; until: number },
  found: unknown,
): void {
  writeWhole(file, JSON.stringify({ key, ...span, found }, toPlain));
}

/** Front matter may hold numbers that JSON does not know. */
const toPlain = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);
