import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../lib/problem.ts';
import { filesBelow } from '../lib/files.ts';
import { writeWhole } from '../lib/write-whole.ts';
import { PUBLIC_FOLDER, WORK_FOLDER } from '../site/paths.ts';
import { draftsElsewhere } from '../source/drafts-elsewhere.ts';

/** What a check of content found. */
export interface Findings {
  /** How many posts there are. */
  count: number;
  /** What stops a build. */
  problems: Problem[];
  /** What does not. */
  warnings: Problem[];
  /** The moment from which it may be another, because a post appears: milliseconds since 1970. */
  until?: number | undefined;
}

const FILE = `${WORK_FOLDER}/check.json`;

/**
 * What a check found the last time, as long as no file of the project that it looks at has been touched since
 * and no post has appeared; else what it finds now.
 */
export async function remembered(
  root: string,
  now: number,
  find: () => Promise<Findings>,
): Promise<Findings> {
  const key = digest(root);
  const place = path.join(root, FILE);
  const last = read(place);
  if (last?.key === key && last.from <= now && now < (last.until ?? Infinity)) return last;
  const findings = await find();
  writeWhole(place, JSON.stringify({ key, from: now, ...findings }, toPlain));
  return findings;
}

/** Names, sizes and times of all that a check reads, and what it is told beside it. */
function digest(root: string): string {
  const hash = createHash('sha256');
  const { SITE_URL, SITE_BASE } = process.env;
  hash.update(JSON.stringify([SITE_URL, SITE_BASE]));
  const files = [
    ...['src', PUBLIC_FOLDER].flatMap((folder) =>
      filesBelow(path.join(root, folder)).map((file) => `${folder}/${file}`),
    ),
    ...draftsElsewhere(root),
    'package.json',
    'node_modules/.package-lock.json',
  ];
  for (const file of files) {
    const stats = statSync(path.join(root, file), { throwIfNoEntry: false });
    hash.update(JSON.stringify([file, stats?.size, stats?.mtimeMs, stats?.ctimeMs, stats?.ino]));
  }
  return hash.digest('base64url');
}

function read(place: string): (Findings & { key: string; from: number }) | undefined {
  if (!existsSync(place)) return undefined;
  try {
    return JSON.parse(readFileSync(place, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Front matter may hold numbers that JSON does not know. */
const toPlain = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);
