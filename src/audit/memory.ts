import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Files with the digests of what they hold. */
export type Digests = ReadonlyMap<string, string>;

/** What an audit remembers of the last one: in which files nothing was found of which secrets. */
interface Memory {
  /** A digest of the secrets and of the code that looks for them. */
  wanted: string;
  clean: [file: string, digest: string][];
}

/** The files in which there is nothing of what is wanted, as they were when they were searched. */
export function readClean(file: string, wanted: string): Digests {
  try {
    const memory = JSON.parse(readFileSync(file, 'utf8')) as Memory;
    return new Map(memory.wanted === wanted ? memory.clean : []);
  } catch {
    return new Map();
  }
}

export function writeClean(file: string, wanted: string, clean: Digests): void {
  const memory: Memory = { wanted, clean: [...clean] };
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(memory));
  renameSync(`${file}.new`, file);
}

/** A digest of values; sets and maps are in the order in which they were filled. */
export function digestOf(...values: unknown[]): string {
  const plain = (_key: string, value: unknown) =>
    value instanceof Set || value instanceof Map ? [...value] : value;
  return hash('sha1', JSON.stringify(values, plain), 'base64url');
}
