import { statSync } from 'node:fs';
import path from 'node:path';
import { filesBelow, readText } from '../lib/files.ts';
import { fileDrop, type Drop } from './drops.ts';

/**
 * The files of `public/`, but for those that only unpublished texts name: the build takes these out
 * of the site, so that no list may tell of them.
 * @param published what the public may read
 * @param hidden absolute paths of the files that it may not
 */
export function staticFiles(
  publicFolder: string,
  published: readonly string[],
  hidden: readonly string[],
): Drop[] {
  const files = filesBelow(publicFolder);
  if (files.length === 0) return [];
  const secret = hidden.map((file) => readText(file));
  const isNamed = (file: string, texts: readonly string[]) => {
    const names = new Set([path.posix.basename(file), encodeURI(path.posix.basename(file))]);
    return texts.some((text) => [...names].some((name) => text.includes(name)));
  };
  return files
    .filter((file) => !isNamed(file, secret) || isNamed(file, published))
    .map((file) => fileDrop(file, () => statSync(path.join(publicFolder, file)).mtime));
}
