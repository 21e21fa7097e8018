import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { readText } from '../files.ts';
import { parseYamlFile, YamlError } from '../post/yaml.ts';
import { LiquidMistake } from './liquid/place.ts';

/** Where an owner keeps data, relative to the project's root. */
export const DATA_FOLDER = 'src/liquid/data';

/** How Jekyll reads each kind of data file. https://jekyllrb.com/docs/datafiles/ */
const READERS: Record<string, (text: string) => unknown> = {
  '.yml': parseYamlFile,
  '.yaml': parseYamlFile,
  '.json': (text) => JSON.parse(text) as unknown,
  '.csv': (text) => parseCsv(text, { columns: true }),
  '.tsv': (text) => parseCsv(text, { columns: true, delimiter: '\t' }),
};

/**
 * What `site.data` is: a value for each file and a mapping for each folder. A file is read when it is
 * asked for, and once.
 */
export function readData(folder: string): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  if (!existsSync(folder)) return data;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    const { name, ext } = path.parse(entry.name);
    const read = READERS[ext.toLowerCase()];
    if (entry.isDirectory()) defineLazily(data, entry.name, () => readData(file));
    else if (read) defineLazily(data, keyOf(name), () => readFile(file, read));
  }
  return data;
}

/** What is wrong with a data file is told where a template asks for it. */
function readFile(file: string, read: (text: string) => unknown): unknown {
  try {
    return read(readText(file));
  } catch (error) {
    const place = error instanceof YamlError ? `${file}:${error.line}` : file;
    const message = error instanceof Error ? error.message : String(error);
    throw new LiquidMistake(`${path.relative(process.cwd(), place)} cannot be read: ${message}`);
  }
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
