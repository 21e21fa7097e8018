import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { close } from 'pagefind';
import { Records } from '../store/records.ts';
import type { SearchDocument } from './document.ts';
import { mergeParts, type MergedFile } from './merge.ts';
import { searchPage } from './page.ts';
import { commonFiles, indexPages } from './pagefind.ts';
import { readPart, type Part } from './part.ts';

/** What the thread is given. */
export interface IndexWork {
  /** Where the index goes. */
  folder: string;
  /** File in which its parts are kept. */
  cache: string;
  /** The keys of its parts, in their order. */
  keys: readonly string[];
}

/** The posts of a part are asked for by its key. */
export interface DocumentText {
  document: Omit<SearchDocument, 'html'>;
  html: string;
}

/** Of files it asks which are to be written. */
export type IndexedFile = Pick<MergedFile, 'name' | 'digest'>;

const { folder, cache, keys }: IndexWork = workerData;
const port = parentPort as MessagePort;

const parts = new Records<Part>(cache);
const lacking = keys.filter((key) => !parts.has(key));
let coming = askFor(lacking[0]);
for (const [i, key] of lacking.entries()) {
  const texts = await coming;
  // They are looked for while Pagefind reads these.
  coming = askFor(lacking[i + 1]);
  parts.set(key, await makePart(texts));
}
parts.save(new Set(keys));
const indexes = mergeParts(keys.flatMap((key) => parts.get(key) ?? []));
const files = [...indexes.flatMap(({ files }) => files), ...(await commonFiles(indexes))];
await close();
const wanted = new Set(
  await ask<string[]>(files.map(({ name, digest }): IndexedFile => ({ name, digest }))),
);
await Promise.all(files.filter(({ name }) => wanted.has(name)).map(write));

/** Whoever has started this thread answers one question after the other. */
async function ask<Answer>(question: string | IndexedFile[]): Promise<Answer> {
  port.postMessage(question);
  const [answer] = await once(port, 'message');
  return answer as Answer;
}

/** The texts of a part, if there is one. */
async function askFor(key: string | undefined): Promise<DocumentText[]> {
  return key === undefined ? [] : ask(key);
}

async function makePart(texts: readonly DocumentText[]): Promise<Part> {
  const pages = texts.map(({ document, html }) => ({
    url: document.url,
    content: searchPage(document, html),
  }));
  return readPart(await indexPages(pages));
}

async function write({ name, packed }: MergedFile): Promise<void> {
  const place = path.join(folder, name);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, await packed());
}
