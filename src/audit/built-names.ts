import { tokensOf } from './appeal.ts';
import type { Finding } from './report.ts';

/** Files that a build names by itself: after one of Galley's modules, if at all, and by a digest. */
const NAMED_BY_BUILD = /^(?:_astro\/[^/]+\.([\w-]+)\.(?:css|js)|social\/([\da-f]+)\.png)$/;

/**
 * A test for what only quotes the digest in the name of such a file, alone or with words beside it. Whoever
 * writes about their own site does, and gives nothing away.
 * @param files of the output
 */
export function createBuiltNames(files: readonly string[]): (finding: Finding) => boolean {
  const names = new Map<string, string>();
  for (const file of files) {
    const [, ofModule, ofImage] = NAMED_BY_BUILD.exec(file) ?? [];
    const words = ` ${tokensOf(file).join(' ')} `;
    for (const token of tokensOf(ofModule ?? ofImage ?? '')) names.set(token, words);
  }
  return ({ words }) => {
    const tokens = tokensOf(words);
    return tokens.some((token) => names.get(token)?.includes(` ${tokens.join(' ')} `));
  };
}
