import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { writeWhole } from '../lib/write-whole.ts';
import { WORK_FOLDER } from '../site/paths.ts';
import type { AddressesFound } from './missing-addresses.ts';

/** What an audit knows of the files of a site, so that the next one need not read them again. */
export interface Memory {
  /** A digest of the secrets and of the code that looks for them. */
  wanted: string;
  /** Files in which there is nothing of them. */
  clean: string[];
  /** A digest of what is asked of addresses. */
  question: string;
  /** Every file of the site. */
  all: string[];
  addresses: AddressesFound;
}

/** What was known of the last site, as far as it is part of the present one. */
export interface Past extends Memory {
  /** Files that are as they were. */
  kept: ReadonlySet<string>;
}

const FILE = `${WORK_FOLDER}/audit.json`;

/**
 * @param site of which it has to be
 * @returns nothing where it is of another site, or cannot be read
 */
export function readMemory(root: string, site: string): Memory | undefined {
  try {
    const { of, ...memory } = JSON.parse(readFileSync(path.join(root, FILE), 'utf8'));
    return of === site ? memory : undefined;
  } catch {
    return undefined;
  }
}

export function writeMemory(root: string, site: string, memory: Memory): void {
  writeWhole(path.join(root, FILE), JSON.stringify({ of: site, ...memory }));
}

/** A digest of values; sets and maps are in the order in which they were filled. */
export function digestOf(...values: unknown[]): string {
  const plain = (_key: string, value: unknown) =>
    value instanceof Set || value instanceof Map ? [...value] : value;
  return hash('sha1', JSON.stringify(values, plain), 'base64url');
}
