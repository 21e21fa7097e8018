import { statSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../lib/files.ts';
import { fileDrop, type Drop } from './drops.ts';

/**
 * The files of `public/`, but for those that only unpublished or unlisted texts name: the build takes the
 * former out of the site, and no list may tell of either.
 * @param texts what those say that lists may name, and the others
 */
export function staticFiles(
  publicFolder: string,
  { listed, others }: { listed: readonly string[]; others: readonly string[] },
): Drop[] {
  const isNamed = (file: string, texts: readonly string[]) => {
    const names = new Set([path.posix.basename(file), encodeURI(path.posix.basename(file))]);
    return texts.some((text) => [...names].some((name) => text.includes(name)));
  };
  return filesBelow(publicFolder)
    .filter((file) => !isNamed(file, others) || isNamed(file, listed))
    .map((file) => fileDrop(file, () => statSync(path.join(publicFolder, file)).mtime));
}
