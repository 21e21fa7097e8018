import { hash } from 'node:crypto';
import { messageOf, startThread } from '../lib/thread.ts';
import { Records } from '../store/records.ts';
import type { SearchDocument } from './document.ts';
import type { DocumentText, IndexedFile, IndexWork } from './index-worker.ts';

/** Posts that are indexed together, and a digest of all that their index depends on. */
export interface DocumentPart {
  key: string;
  documents: SearchDocument[];
}

/** So many posts are a part on average: few enough to be indexed in no time, and enough for parts to be few. */
const PART_SIZE = 128;

/**
 * Divides posts, so that an index need be made only of those parts that have changed. Where one ends depends on the
 * address of its last post alone: a post that is new, edited or gone touches no part but its own.
 * @param versions of everything else that an index depends on
 */
export async function divide(
  documents: readonly SearchDocument[],
  versions: string,
): Promise<DocumentPart[]> {
  const groups: SearchDocument[][] = [];
  let isEnd = true;
  for (const document of documents) {
    if (isEnd) groups.push([]);
    groups.at(-1)?.push(document);
    isEnd = Number.parseInt(hash('sha1', document.url).slice(0, 8), 16) % PART_SIZE === 0;
  }
  const parts: DocumentPart[] = [];
  for (const documents of groups) {
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
