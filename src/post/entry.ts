import path from 'node:path';
import { cleanExcerpt } from '../html/excerpt.ts';
import {
  findPicture,
  importPath,
  isImportable,
  isLarge,
  pictureCandidates,
  placeOf,
} from '../markdown/picture-files.ts';
import { shorten } from '../shorten.ts';
import type { Site } from '../site/schema.ts';
import type { PostData } from './data.ts';
import { excerptOf } from './excerpt.ts';
import type { PostSource } from './read.ts';
import type { FrontMatterData } from './schema.ts';
import { countWords } from './words.ts';

/** Search engines show about this many characters of a description. */
const DESCRIPTION_LENGTH = 200;

/**
 * What the content store keeps of a post.
 * @param folder absolute path of the folder in which the post lies
 * @param text what the post says, in its author's words, after Liquid
 * @param toHtml renders a part of it
 */
export function postData(
  post: Omit<PostSource, 'body'>,
  folder: string,
  text: string,
  site: Site,
  toHtml: (source: string) => string,
): PostData {
  const { frontMatter, terms, title, date, verdict, url, redirectFrom } = post;
  const { source, from } = excerptOf(frontMatter, text, site.excerptSeparator);
  // What the front matter says is shown as it is, as in Jekyll.
  const excerptHtml = from === 'front matter' ? source : toHtml(source);
  const excerpt = cleanExcerpt(excerptHtml, site.base + url, site.base);
  return {
    title,
    url,
    date,
    updated: frontMatter.last_modified_at,
    status: verdict.status,
    ...terms,
    authors: frontMatter.authors ?? [],
    excerpt: excerpt.html,
    description: frontMatter.description ?? shorten(excerpt.text, DESCRIPTION_LENGTH),
    image: coverImage(frontMatter.image, folder),
    lang: frontMatter.lang,
    pin: frontMatter.pin ?? false,
    series: frontMatter.series,
    toc: frontMatter.toc ?? true,
    comments: frontMatter.comments ?? false,
    redirectFrom,
    redirectTo: frontMatter.redirect_to,
    words: countWords(text),
  };
}

/**
 * A picture that lies beside the post begins with `./`, so that Astro can import it; a large one in
 * `public/` keeps its address, and `file` is what Astro imports to make it smaller.
 */
function coverImage(image: FrontMatterData['image'], folder: string): PostData['image'] {
  if (!image) return undefined;
  const { path: src, alt = '', width, height } = image;
  const { root } = placeOf(path.join(folder, 'post'), '');
  const file = findPicture(coverFiles(image, folder), root);
  if (!file) return { src, alt, width, height };
  const imported = importPath(file.path, folder);
  if (!file.isPublic) return { src: imported, alt, width, height };
  const isSmaller = isImportable(file) && isLarge(file);
  return { src, alt, width, height, ...(isSmaller && { file: imported }) };
}

/** The files that a cover may be: what else the data of a post depends on. */
export function coverFiles(image: FrontMatterData['image'], folder: string): string[] {
  if (!image) return [];
  const place = placeOf(path.join(folder, 'post'), '');
  // jekyll-seo-tag reads `images/a.png` as `/images/a.png`.
  return [image.path, `/${image.path}`].flatMap((link) => pictureCandidates(link, place));
}
