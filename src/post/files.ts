import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** Endings of files that are posts; anything else in the folder belongs to a post: pictures, data. */
const POST_FILE = /\.(md|markdown|mkd|mkdn|mkdown|mdx|html)$/i;

/** Paths of all post files below a folder, with `/`, in alphabetical order. Hidden ones are among them. */
export async function listPostFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && POST_FILE.test(entry.name))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.replaceAll(path.sep, '/'))
    .toSorted();
}
