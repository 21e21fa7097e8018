import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { POSTS_FOLDER } from '../post/read.ts';
import { decodePath } from '../post/route.ts';
import type { Problem } from '../problem.ts';
import { CONFIG_FILE } from '../site/define.ts';
import type { Site } from '../site/schema.ts';
import { TEXT, type Asset, type Sources } from './sources.ts';

/** What looks like a path: no blanks, and an ending. */
const PATH = /[^\s"'<>()[\]{}|,;=`\\]+\.[a-z\d]{1,8}(?![\w-])/gi;

/** Finds which files a text refers to. */
export interface References {
  /**
   * @param file the source, relative to the project's root
   * @param text its text, front matter included
   */
  in(file: string, text: string): Asset[];
}

/**
 * Prepares to find references to assets: in front matter, Markdown, HTML, Liquid, imports or style
 * sheets, it is always the path that stands there. A path that leads nowhere, because Liquid or a
 * plugin completes it, refers to every file that ends like it.
 */
export function createReferences(
  assets: readonly Asset[],
  { url, base }: Pick<Site, 'url' | 'base'>,
): References {
  const byName = Map.groupBy(assets, ({ file }) => nameOf(file));
  // A name with blanks or brackets is looked for as it is.
  const unusual = [...byName].filter(([name]) => name.replace(PATH, '') !== '');
  return {
    in(file, text) {
      if (byName.size === 0) return [];
      const decoded = fold(decodePath(text.replaceAll('&amp;', '&')));
      const found = new Set<Asset>();
      for (const [mention] of decoded.matchAll(PATH)) {
        const candidates = byName.get(nameOf(mention));
        if (!candidates) continue;
        const places = placesOf(file, mention);
        const exact = candidates.filter((asset) => places.includes(fold(asset.file)));
        for (const asset of exact.length > 0 ? exact : candidates.filter(endsLike(mention))) {
          found.add(asset);
        }
      }
      for (const [name, candidates] of unusual) {
        if (decoded.includes(name)) for (const asset of candidates) found.add(asset);
      }
      return [...found];
    },
  };

  /** Where a path may lead: beside the source, below the posts' folder, or in `public/`. */
  function placesOf(file: string, mention: string): string[] {
    const local = mention.startsWith(`${url}/`) ? mention.slice(url.length) : mention;
    const rooted = base && local.startsWith(`${base}/`) ? local.slice(base.length) : local;
    const below = (folder: string) => fold(path.posix.join(folder, rooted));
    return rooted.startsWith('/')
      ? [below('public'), below(POSTS_FOLDER)]
      : [below(path.posix.dirname(file)), below('public')];
  }
}

function endsLike(mention: string): (asset: Asset) => boolean {
  const end = mention.replace(/^(?:https?:\/\/[^/]*)?(?:\.{0,2}\/)*/, '/');
  return ({ file }) => fold(`/${file}`).endsWith(end);
}

function nameOf(file: string): string {
  return fold(path.posix.basename(file));
}

/** Macs and Windows find a file whatever the case of its name. */
function fold(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

/**
 * The assets that only unpublished sources refer to. A file that something published refers to, or
 * that nothing refers to, is not among them.
 */
export function unpublishedAssets(root: string, sources: Sources, site: Site): Asset[] {
  const { hidden, published, assets, code } = sources;
  const references = createReferences(assets, site);
  const found = new Set(hidden.flatMap(({ file, text }) => references.in(file, text.text)));
  if (found.size === 0) return [];

  const clear = (file: string, text: string) => {
    for (const asset of references.in(file, text)) found.delete(asset);
  };
  for (const { file, about, text } of published) clear(file, `${about.text}\n${text.text}`);
  clear(CONFIG_FILE, JSON.stringify(site));
  const texts = assets.filter((asset) => TEXT.test(asset.file) && !found.has(asset));
  for (const file of [...code, ...texts.map(({ file }) => file)]) {
    clear(file, readFileSync(path.join(root, file), 'utf8'));
  }
  return [...found];
}

/** What editors and systems leave in folders: copies, and lists of the files in them. */
const LEFTOVER = /~$|^[#~]|^\.DS_Store$|^\._|^\..*\.sw[a-p]$|^Thumbs\.db$|^desktop\.ini$/i;

/** The assets that nobody meant to publish. Jekyll leaves them out too. */
export function leftoverAssets({ assets }: Sources): Asset[] {
  return assets.filter(({ file }) => LEFTOVER.test(path.posix.basename(file)));
}

/** Pictures by their endings: what Astro makes variants of. */
const PICTURE = /\.(?:avif|gif|jpe?g|png|svg|tiff?|webp)$/i;

/**
 * Finds withheld files in the output: by their bytes, whatever their name; and what was made of a
 * picture by the name, which Astro keeps in front of a hash (`_astro/tree.D4x1.webp`).
 */
export function withheldFinder(
  root: string,
  assets: readonly Asset[],
  withheld: readonly Asset[],
): (folder: string, output: string) => Problem[] {
  const others = assets.filter((asset) => !withheld.includes(asset));
  const visible = new Set(others.map(({ file }) => stemOf(file)));
  const stems = new Map(
    withheld
      .filter(({ file }) => PICTURE.test(file) && !visible.has(stemOf(file)))
      .map(({ file }) => [stemOf(file), file]),
  );
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
      if (same && !sameIn(known, bytes)) return [leak(same.file, `is in the output: ${output}`)];
    }
    const source =
      PICTURE.test(output) && output.startsWith('_astro/') && stems.get(stemOf(output));
    return source ? [leak(source, `seems to be the source of ${output}`)] : [];
  };
}

function leak(file: string, message: string): Problem {
  return { file, message: `is not for the public, but ${message}` };
}

/** The name of a file in front of its first full stop. */
function stemOf(file: string): string {
  return nameOf(file).replace(/(?<=.)\..*$/, '');
}
