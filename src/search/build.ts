import { hash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { createIndex, type PagefindIndex } from 'pagefind';
import type { SearchDocument } from './document.ts';
import { strayFiles } from './index-files.ts';
import { searchPage } from './page.ts';

/** So many posts wait for Pagefind at a time: enough to keep it busy, few enough to fit in memory. */
const IN_FLIGHT = 16;

/** A digest of all that the index of some posts depends on. */
export function searchKey(documents: readonly SearchDocument[]): string | undefined {
  const keys = documents.map(({ html: _html, ...others }) => others);
  return keys.some(({ key }) => key === undefined)
    ? undefined
    : hash('sha1', JSON.stringify(keys), 'base64url');
}

/**
 * Writes the search index of the posts, if there are any. Pagefind is a program of its own, so this goes on beside
 * whatever else the build does.
 * @param folder where it goes; Pagefind's scripts find the rest of it and the site's base path by it. Lasting
 * files of an earlier index may lie there: what is theirs alone is removed
 * @throws where Pagefind fails
 */
export async function buildSearchIndex(
  documents: readonly SearchDocument[],
  folder: string,
): Promise<void> {
  if (documents.length > 0) await writeIndex(documents, folder);
  const strays = strayFiles(folder).map((file) => path.join(folder, file));
  await Promise.all(strays.map((file) => rm(file)));
}

async function writeIndex(documents: readonly SearchDocument[], folder: string): Promise<void> {
  const { index, errors } = await createIndex();
  if (!index) throw searchError(errors);
  await addDocuments(index, documents);
  const written = await index.writeFiles({ outputPath: folder });
  if (written.errors.length > 0) throw searchError(written.errors);
}

/** In their order, by which Pagefind numbers them: the index would be another one each time. */
async function addDocuments(
  index: PagefindIndex,
  documents: readonly SearchDocument[],
): Promise<void> {
  const sent: Promise<string[]>[] = [];
  for (const document of documents) {
    const content = searchPage(document, await document.html());
    const answer = index.addHTMLFile({ url: document.url, content });
    sent.push(answer.then(({ errors }) => errors));
    await sent.at(-IN_FLIGHT);
  }
  const errors = (await Promise.all(sent)).flat();
  if (errors.length > 0) throw searchError(errors);
}

function searchError(errors: readonly string[]): Error {
  return new Error(`The search index cannot be made: ${errors.join('; ')}`);
}
