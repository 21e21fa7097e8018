import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import { writeWhole } from '../lib/write-whole.ts';
import { isForced } from '../site/environment.ts';

/** Of what a file holds, so much must be of use, or it is written anew. */
const LEAST_USED = 0.75;

/** The absolute path of a file of records among a build’s caches; `--force` begins without it. */
export function recordsFile(cacheDir: URL, name: string): string {
  const file = fileURLToPath(new URL(name, cacheDir));
  if (isForced()) rmSync(file, { force: true });
  return file;
}

/**
 * Values by digests, in a file from which they are taken one by one. What is new is added at its end, so that
 * one more costs the same however many there are.
 */
export class Records<Value> {
  readonly #file: string;
  readonly #written = new Map<string, Buffer>();
  readonly #added = new Map<string, Buffer>();
  /** Bytes of all values in the file, also of those that came twice. */
  #size = 0;
  /** Whether the file can be read to its end. */
  #isWhole = true;

  /** @param file absolute path; of one that is damaged counts what stands before that */
  constructor(file: string) {
    this.#file = file;
    if (!existsSync(file)) return;
    let rest: Buffer = readFileSync(file);
    while (rest.length > 0 && this.#isWhole) {
      const run = readRun(rest);
      this.#isWhole = run !== undefined;
      for (const [digest, value] of run?.values ?? []) this.#written.set(digest, value);
      this.#size += run?.size ?? 0;
      rest = run?.rest ?? rest;
    }
  }

  has(digest: string): boolean {
    return this.#added.has(digest) || this.#written.has(digest);
  }

  get(digest: string): Value | undefined {
    const bytes = this.#added.get(digest) ?? this.#written.get(digest);
    return bytes && (deserialize(bytes) as Value);
  }

  set(digest: string, value: Value): void {
    this.#added.set(digest, serialize(value));
  }

  /** Writes them. Those that nobody has any more are left out as soon as they are many. */
  save(digests: ReadonlySet<string>): void {
    const isUsed = ([digest]: [string, Buffer]) => digests.has(digest);
    const added = [...this.#added].filter(isUsed);
    const written = [...this.#written].filter(isUsed);
    if (!this.#isWhole || sizeOf(written) < LEAST_USED * this.#size) {
      const all = [...new Map([...written, ...added])];
      writeWhole(this.#file, runOf(all));
      this.#size = sizeOf(all);
      this.#isWhole = true;
    } else if (added.length > 0) {
      mkdirSync(path.dirname(this.#file), { recursive: true });
      appendFileSync(this.#file, runOf(added));
      this.#size += sizeOf(added);
    }
    for (const [digest, value] of added) {
      this.#written.set(digest, value);
      this.#added.delete(digest);
    }
  }
}

type Values = [digest: string, value: Buffer][];

const sizeOf = (values: Values): number => values.reduce((sum, [, { length }]) => sum + length, 0);

/** Values as they are written: a line of JSON that says where each of them ends, and their bytes. */
function runOf(values: Values): Buffer {
  let end = 0;
  const ends = values.map(([digest, { length }]): [string, number] => [digest, (end += length)]);
  const bytes = Buffer.concat(values.map(([, value]) => value));
  return Buffer.concat([
    Buffer.from(`${JSON.stringify({ digest: digestOf(ends, bytes), ends })}\n`),
    bytes,
  ]);
}

/** The values with which a file begins, and what comes behind them; nothing where they are damaged. */
function readRun(file: Buffer): { values: Values; size: number; rest: Buffer } | undefined {
  const start = file.indexOf('\n') + 1;
  try {
    const { digest, ends } = JSON.parse(file.toString('utf8', 0, start)) as {
      digest: string;
      ends: [string, number][];
    };
    const size = ends.at(-1)?.[1] ?? 0;
    const bytes = file.subarray(start, start + size);
    if (digestOf(ends, bytes) !== digest) return undefined;
    const values = ends.map(([digest, end], i): Values[number] => [
      digest,
      bytes.subarray(ends[i - 1]?.[1] ?? 0, end),
    ]);
    return { values, size, rest: file.subarray(start + size) };
  } catch {
    return undefined;
  }
}

const digestOf = (ends: [string, number][], bytes: Buffer): string =>
  createHash('sha1').update(JSON.stringify(ends)).update(bytes).digest('base64url');
