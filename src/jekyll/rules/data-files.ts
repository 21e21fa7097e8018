import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { CsvError, parse as parseCsv } from 'csv-parse/sync';
import { readText } from '../../lib/files.ts';
import { parseYamlFile, YamlError } from './yaml.ts';
import type { Problem } from '../../lib/problem.ts';

/** How Jekyll reads each kind of data file. https://jekyllrb.com/docs/datafiles/ */
const READERS: Record<string, (text: string) => unknown> = {
  '.yml': parseYamlFile,
  '.yaml': parseYamlFile,
  '.json': (text) => JSON.parse(text) as unknown,
  '.csv': (text) => parseCsv(text, { columns: true }),
  '.tsv': (text) => parseCsv(text, { columns: true, delimiter: '\t' }),
};

/** Where the owner's files lie, and where is told what is wrong with them. */
export interface DataSource {
  /** The project's root. */
  root: string;
  report: (problem: Problem) => void;
}

/**
 * What `site.data` is: a value for each file and a mapping for each folder. A file is read when it is
 * asked for, and once; one that cannot be read is told and empty.
 * @param folder relative to the project's root
 */
export function readData(folder: string, source: DataSource): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  const place = path.join(source.root, folder);
  if (!existsSync(place)) return data;
  for (const entry of readdirSync(place, { withFileTypes: true })) {
    const file = path.posix.join(folder, entry.name);
    const { name, ext } = path.parse(entry.name);
    if (entry.isDirectory()) defineLazily(data, entry.name, () => readData(file, source));
    else if (ext.toLowerCase() in READERS) {
      defineLazily(data, keyOf(name), () => readDataFile(file, source));
    }
  }
  return data;
}

/**
 * The value of a file of data or configuration; nothing where there is none, or where it cannot be read,
 * which is told.
 * @param file relative to the project's root
 */
export function readDataFile(file: string, { root, report }: DataSource): unknown {
  const place = path.join(root, file);
  const read = READERS[path.extname(file).toLowerCase()];
  if (!read || !existsSync(place)) return undefined;
  const text = readText(place);
  try {
    return read(text);
  } catch (error) {
    report({ file, line: lineOf(error, text), message: `cannot be read: ${reasonOf(error)}` });
    return undefined;
  }
}

/** YAML and CSV know the line, JSON says how many characters come before. */
function lineOf(error: unknown, text: string): number | undefined {
  if (error instanceof YamlError) return error.line;
  if (error instanceof CsvError) return typeof error['lines'] === 'number' ? error['lines'] : 1;
  const [, position] = /at position (\d+)/.exec(reasonOf(error)) ?? [];
  // Where it says nothing else, the end is missing.
  return text.slice(0, position === undefined ? undefined : Number(position)).split('\n').length;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Jekyll's sanitize_filename: the key is the name without what is neither letter, digit nor dash. */
function keyOf(name: string): string {
  return name.replace(/[^\w\s-]+|(?<=^|\b\s)\s+(?=$|\s?\b)/g, '').replace(/\s+/g, '_');
}

/** A property that makes its value when it is asked for the first time. */
export function defineLazily(object: object, key: string, make: () => unknown): void {
  Object.defineProperty(object, key, {
    enumerable: true,
    configurable: true,
    get() {
      const value = make();
      Object.defineProperty(object, key, { value, enumerable: true });
      return value;
    },
  });
}
