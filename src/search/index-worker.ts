import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
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
  /** The parts in their order, with the texts of those that are not kept. */
  parts: { key: string; texts: DocumentText[] }[];
  /** Of all that decides about the bytes of a file beside what it says. */
  versions: string;
  /** Digests of files that need not be written. */
  known: ReadonlyMap<string, string>;
}

/** A post for the index. */
export interface DocumentText {
  document: Omit<SearchDocument, 'html'>;
  html: string;
}

/** A file of the index, and a digest of all that decides about its bytes. */
export interface IndexedFile {
  name: string;
  digest: string;
}

const { folder, cache, parts, versions, known }: IndexWork = workerData;

const kept = new Records<Part>(cache);
for (const { key, texts } of parts) {
  // What has been read is not held any longer.
  if (!kept.has(key)) kept.set(key, await makePart(texts.splice(0)));
}
kept.save(new Set(parts.map(({ key }) => key)));
const indexes = mergeParts(parts.flatMap(({ key }) => kept.get(key) ?? []));
const merged = [...indexes.flatMap(({ files }) => files), ...(await commonFiles(indexes))];
await close();
const files = merged.map((file) => ({ ...file, digest: hash('sha1', versions + file.digest) }));
await Promise.all(files.filter(({ name, digest }) => known.get(name) !== digest).map(write));
parentPort?.postMessage(files.map(({ name, digest }): IndexedFile => ({ name, digest })));

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
