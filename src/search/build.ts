import { hash } from 'node:crypto';
import { inParts } from '../lib/parts.ts';
import { messageOf, startThread } from '../lib/thread.ts';
import { Records } from '../store/records.ts';
import type { SearchDocument } from './document.ts';
import type { DocumentText, IndexedFile, IndexWork } from './index-worker.ts';

/** Posts that are indexed together, and a digest of all that their index depends on. */
export interface DocumentPart {
  key: string;
  documents: SearchDocument[];
}

/**
 * Divides posts, so that an index need be made only of those parts that have changed.
 * @param versions of everything else that an index depends on
 */
export async function divide(
  all: readonly SearchDocument[],
  versions: string,
): Promise<DocumentPart[]> {
  const parts: DocumentPart[] = [];
  for (const documents of inParts(all, ({ url }) => url)) {
    const keys: unknown[] = [versions];
    for (const { html, key, ...facts } of documents) keys.push(facts, key ?? (await html()));
    parts.push({ key: hash('sha1', JSON.stringify(keys), 'base64url'), documents });
  }
  return parts;
}

/**
 * Writes the search index of posts, if there are any. A thread and Pagefind, a program of its own, do so beside
 * whatever else the build does: all that they need they are given at once, for the build's own thread has no time to answer.
 * @param work where it goes, where parts of it are kept, and what of it is there already
 * @returns all files of it
 * @throws where Pagefind fails
 */
export async function buildSearchIndex(
  parts: readonly DocumentPart[],
  work: Omit<IndexWork, 'parts'>,
): Promise<IndexedFile[]> {
  if (parts.length === 0) return [];
  const kept = new Records(work.cache);
  const given: IndexWork['parts'] = [];
  for (const { key, documents } of parts) {
    const texts = kept.has(key) ? [] : await Promise.all(documents.map(documentText));
    given.push({ key, texts });
  }
  return messageOf(startThread<IndexWork>(WORKER, { ...work, parts: given }));
}

const WORKER = new URL('index-worker.ts', import.meta.url);

async function documentText({ html, ...document }: SearchDocument): Promise<DocumentText> {
  return { document, html: await html() };
}
