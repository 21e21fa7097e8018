import path from 'node:path';
import type { Image } from '../../source/data.ts';
import type { PostSource } from '../../source/read-post.ts';
import type { CoverImage } from '../../source/cover-image.ts';
import { isWhole } from '../../lib/url.ts';
import { renderMarkdownSync } from '../render.ts';
import { besideUrl } from '../local-files.ts';
import {
  fileCandidates,
  findFile,
  importPath,
  isMadeSmaller,
  placeOf,
  sizeOf,
  withForms,
  type LocalFile,
} from './picture-files.ts';

/** What the store keeps of a cover, and the file beside the post that is published for it as it is. */
export interface Cover {
  image: Image;
  beside?: Record<string, string>;
}

/**
 * A cover that Astro makes smaller: its `src` begins with `./` where it lies beside the post; in
 * `public/` it keeps its address, and `file` is what Astro imports. Any other is used as it is.
 */
export async function coverOf(
  { frontMatter: { image }, url }: Pick<PostSource, 'frontMatter' | 'url'>,
  folder: string,
): Promise<Cover | undefined> {
  if (!image) return undefined;
  const { path: src, alt = '', width, height } = image;
  const caption = image.caption && inlineHtml(image.caption);
  const file = findCover(image, folder);
  if (!file)
    return mayBeElsewhere(image) ? { image: { src, alt, caption, width, height } } : undefined;
  const size = await sizeOf(file.path);
  const imported = isMadeSmaller(file, size) ? importPath(file.path, folder) : undefined;
  const { bytes } = file;
  const own = width || height ? { width, height } : { width: size?.width, height: size?.height };
  const known = { alt, caption, ...own, bytes };
  if (file.isPublic) return { image: { src, ...known, file: imported } };
  if (imported) return { image: { src: imported, ...known } };
  const address = besideUrl(url, path.relative(folder, file.path));
  return { image: { src: address, ...known }, beside: { [address]: file.path } };
}

/** What a line of Markdown says, without its paragraph. */
function inlineHtml(markdown: string): string {
  return renderMarkdownSync(markdown)
    .trim()
    .replace(/^<p>([^]*)<\/p>$/, '$1');
}

/** The file of a cover, where the site has it. */
export function findCover(image: CoverImage | undefined, folder: string): LocalFile | undefined {
  return findFile(coverFiles(image, folder), placeIn(folder).root);
}

/** Whether a post shows a cover. */
export function hasCover(image: CoverImage | undefined, folder: string): boolean {
  return image !== undefined && (mayBeElsewhere(image) || !!findCover(image, folder));
}

/** What lies in no place of the site may still be served there, by somebody else; nothing beside a post can. */
const mayBeElsewhere = ({ path }: CoverImage): boolean => !path.startsWith('.');

/** The files that a cover may be: what else the data of a post depends on. */
export function coverFiles(image: CoverImage | undefined, folder: string): string[] {
  if (!image || isWhole(image.path)) return [];
  // jekyll-seo-tag reads `images/a.png` as `/images/a.png`.
  const links = [image.path, `/${image.path}`];
  return withForms(links.flatMap((link) => fileCandidates(link, placeIn(folder))));
}

/** Where a post stands whose file is in a folder. */
export const placeIn = (folder: string) => placeOf(path.join(folder, 'post'), '');
