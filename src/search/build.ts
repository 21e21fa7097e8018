import { hash } from 'node:crypto';
import { startThread } from '../lib/thread.ts';
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
 * whatever else the build does.
 * @param work where it goes, and where parts of it are kept
 * @param isKept whether a file of it need not be written, because it is there already
 * @throws where Pagefind fails
 */
export async function buildSearchIndex(
  parts: readonly DocumentPart[],
  work: Omit<IndexWork, 'keys'>,
  isKept: (file: IndexedFile) => boolean,
): Promise<void> {
  if (parts.length === 0) return;
  const documents = new Map(parts.map(({ key, documents }) => [key, documents]));
  const keys = [...documents.keys()];
  const thread = startThread<IndexWork>(WORKER, { ...work, keys });
  const answer = async (question: string | IndexedFile[]) =>
    typeof question === 'string'
      ? Promise.all((documents.get(question) ?? []).map(documentText))
      : question.filter((file) => !isKept(file)).map(({ name }) => name);
  try {
    await new Promise<void>((resolve, reject) => {
      thread.on('message', (question: string | IndexedFile[]) => {
        answer(question).then((answer) => thread.postMessage(answer), reject);
      });
      thread.once('error', reject);
      thread.once('exit', () => resolve());
    });
  } finally {
    await thread.terminate();
  }
}

const WORKER = new URL('index-worker.ts', import.meta.url);

async function documentText({ html, ...document }: SearchDocument): Promise<DocumentText> {
  return { document, html: await html() };
}
