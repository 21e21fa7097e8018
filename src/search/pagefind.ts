import { createIndex, type IndexFile } from 'pagefind';
import { isLasting, isUnused } from './index-files.ts';
import type { MergedFile, MergedIndex } from './merge.ts';
import { pagefindDigest } from './part.ts';

/** A page for Pagefind: its address below the base path, and its HTML. */
interface Page {
  url: string;
  content: string;
}

/**
 * The files that Pagefind writes for some pages. They are numbered in the order in which it is given them.
 * @throws where it fails
 */
export async function indexPages(pages: readonly Page[]): Promise<IndexFile[]> {
  const { index, errors } = await createIndex();
  if (!index) throw searchError(errors);
  const added = await Promise.all(pages.map((page) => index.addHTMLFile(page)));
  const { files, errors: others } = await index.getFiles();
  const failures = [...added.flatMap(({ errors }) => errors), ...others];
  if (failures.length > 0) throw searchError(failures);
  await index.deleteIndex();
  return files;
}

/** The files beside those of languages: scripts, and what tells them which languages there are. */
export async function commonFiles(indexes: readonly MergedIndex[]): Promise<MergedFile[]> {
  const files = await indexPages(
    indexes.map(({ language }) => ({
      url: `/${language}/`,
      content: `<html lang="${language}"><body>${language}</body></html>`,
    })),
  );
  return files
    .filter(({ path }) => !isLasting(path) && !path.endsWith('.pf_meta') && !isUnused(path))
    .map(({ path: name, content }) => {
      const bytes = Buffer.from(content);
      const packed = name === ENTRY ? entryOf(bytes, indexes) : bytes;
      return { name, digest: pagefindDigest(packed), packed: () => packed };
    });
}

/** What Pagefind's scripts read first. */
const ENTRY = 'pagefind-entry.json';

function entryOf(bytes: Buffer, indexes: readonly MergedIndex[]): Buffer {
  const entry = JSON.parse(bytes.toString());
  for (const { language, hash, pageCount } of indexes) {
    Object.assign(entry.languages[language], { hash, page_count: pageCount });
  }
  return Buffer.from(JSON.stringify(entry));
}

function searchError(errors: readonly string[]): Error {
  return new Error(`The search index cannot be made: ${errors.join('; ')}`);
}
