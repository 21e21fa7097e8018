import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { isPicture } from '../lib/files.ts';
import { isLeftover } from '../lib/leftovers.ts';
import type { Problem } from '../lib/problem.ts';
import { reasonOf } from './missing-addresses.ts';
import { fold } from './mentions.ts';
import type { Asset, Sources } from './sources.ts';
import type { Candidate } from './withheld.ts';

/** The assets that nobody meant to publish. Jekyll leaves them out too. */
export function leftoverAssets({ assets }: Sources): Asset[] {
  return assets.filter(({ output }) => output !== undefined && isLeftover(output));
}

/**
 * Finds withheld files in the output: by their bytes, whatever their name; and what was made of a
 * picture by the name, which Astro keeps in front of a hash (`_astro/tree.D4x1.webp`).
 */
export function withheldFinder(
  root: string,
  assets: readonly Asset[],
  withheld: readonly Asset[],
  candidates: ReadonlyMap<Asset, Candidate>,
): (folder: string, output: string) => Problem[] {
  const others = assets.filter((asset) => !withheld.includes(asset));
  const visible = new Set(others.map(({ file }) => stemOf(file)));
  const stems = new Map(
    withheld
      .filter(({ file }) => isPicture(file) && !visible.has(stemOf(file)))
      .map((asset) => [stemOf(asset.file), asset]),
  );
  const leak = (asset: Asset, message: string): Problem => ({
    file: asset.file,
    message: `is not for the public, but ${message}`,
    hint: `It is withheld because ${reasonOf(candidates.get(asset))}.`,
  });
  const sizeOf = (place: string) => statSync(place).size;
  const bySize = (assets: readonly Asset[]) =>
    Map.groupBy(assets, ({ file }) => sizeOf(path.join(root, file)));
  const [secret, known] = [bySize(withheld), bySize(others)];
  const sameIn = (assets: Map<number, Asset[]>, bytes: Buffer) =>
    assets.get(bytes.length)?.find(({ file }) => bytes.equals(readFileSync(path.join(root, file))));

  return (folder, output) => {
    if (withheld.length === 0) return [];
    const place = path.join(folder, output);
    const size = sizeOf(place);
    if (size > 0 && secret.has(size)) {
      const bytes = readFileSync(place);
      const same = sameIn(secret, bytes);
      if (same && !sameIn(known, bytes)) return [leak(same, `is in the output: ${output}`)];
    }
    const source = isPicture(output) && output.startsWith('_astro/') && stems.get(stemOf(output));
    return source ? [leak(source, `seems to be the source of ${output}`)] : [];
  };
}

/** The name of a file in front of its first full stop. */
function stemOf(file: string): string {
  return fold(path.posix.basename(file)).replace(/(?<=.)\..*$/, '');
}
