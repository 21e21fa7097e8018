import { unlinkSync } from 'node:fs';
import path from 'node:path';
import { filesBelow, isPicture, readText } from '../lib/files.ts';

/** A file that can name a picture. */
const NAMING = /\.(?:html?|xml|json|css|m?js|txt|webmanifest)$/;
/** The end of a picture's name, which is the same in whatever way a text writes it: the digest that the bundler gives it. */
const TAIL = /[\w-]+\.(?:apng|avif|bmp|gif|ico|jpe?g|png|svg|tiff?|webp)\b/gi;

/**
 * Removes pictures that the bundler has written and no page shows. Astro does so with the originals of
 * those that pages show in other sizes, but only where it has made such a page: of pages that are
 * kept, they would be published with all that a camera wrote into them.
 * @param folder of what has been made
 * @param assets the folder in it in which the bundler writes
 * @param isKept whether a page that was not made needs a file
 */
export function removeUnshownPictures(
  folder: string,
  assets: string,
  isKept: (file: string) => boolean,
): void {
  const pictures = filesBelow(path.join(folder, assets))
    .filter(isPicture)
    .map((name) => `${assets}/${name}`)
    .filter((file) => !isKept(file));
  if (pictures.length === 0) return;
  const texts = filesBelow(folder).filter((file) => NAMING.test(file));
  const named = new Set(
    texts.flatMap((file) => readText(path.join(folder, file)).match(TAIL) ?? []),
  );
  const isShown = (file: string) => named.has(file.match(TAIL)?.at(-1) ?? '');
  for (const file of pictures) if (!isShown(file)) unlinkSync(path.join(folder, file));
}
