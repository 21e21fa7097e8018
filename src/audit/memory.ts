import { readFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { unpackedName } from '../outputs/packed.ts';
import { writeWhole } from '../lib/write-whole.ts';
import { WORK_FOLDER } from '../site/paths.ts';
import type { Links } from './links.ts';
import type { WantedGroup } from './search.ts';
import { secretsSince } from './secrets.ts';

/** What an audit knows of the files of a site, so that the next one need not read them again. */
export interface Memory {
  /** A digest of the code that looks for secrets and links, and of the configuration. */
  code: string;
  /** The secrets that were looked for. */
  groups: WantedGroup[];
  /** Files in which there is nothing of them. */
  clean: ReadonlySet<string>;
  /** All others that were read. */
  others: ReadonlySet<string>;
  links: Links;
}

/** What was known of the last site, as far as it is part of the present one. */
export interface Past extends Memory {
  /** Files that are as they were. */
  kept: ReadonlySet<string>;
}

/** What has to be looked for in a file in which nothing was found of the secrets that there were before. */
export interface Since {
  groups: WantedGroup[];
  /** Whether a file has been searched for all that was a secret before and may not stand in it now. */
  isSearched(file: string): boolean;
}

/** @param before in the same order */
export function wantedSince(before: readonly WantedGroup[], now: readonly WantedGroup[]): Since {
  return {
    groups: now.map(({ secrets, ownPages }, i) => {
      const known = before[i];
      return { ownPages, secrets: known ? secretsSince(known.secrets, secrets) : secrets };
    }),
    isSearched(file) {
      const page = unpackedName(file);
      return before.every(
        ({ ownPages }, i) => !ownPages?.has(page) || now[i]?.ownPages?.has(page) === true,
      );
    },
  };
}

const FILE = `${WORK_FOLDER}/audit`;

/**
 * @param site of which it has to be
 * @returns nothing where it is of another site, or cannot be read
 */
export function readMemory(root: string, site: string): Memory | undefined {
  try {
    const { of, ...memory } = deserialize(readFileSync(path.join(root, FILE)));
    return of === site ? memory : undefined;
  } catch {
    return undefined;
  }
}

export function writeMemory(root: string, site: string, memory: Memory): void {
  writeWhole(path.join(root, FILE), serialize({ of: site, ...memory }));
}
