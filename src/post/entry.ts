import path from 'node:path';
import { cleanExcerpt, isHeadingAlone, type CleanExcerpt } from '../html/excerpt.ts';
import { besideUrl, createLinks } from '../markdown/local-files.ts';
import {
  fileCandidates,
  findFile,
  importPath,
  isMadeSmaller,
  placeOf,
  sizeOf,
  withForms,
  type LocalFile,
} from '../markdown/picture-files.ts';
import type { Problem } from '../problem.ts';
import { shorten } from '../shorten.ts';
import { POSTS_FOLDER } from '../site/paths.ts';
import type { Site } from '../site/schema.ts';
import type { Image, PostData } from './data.ts';
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
 * @param cover what `coverOf` makes of its image
 */
export function postData(
  post: Omit<PostSource, 'body'>,
  folder: string,
  text: string,
  site: Site,
  toHtml: (source: string) => string,
  cover?: Cover,
): PostData {
  const { frontMatter, terms, title, date, verdict, url, redirectFrom } = post;
  const record = { files: {}, missing: [], beside: {} };
  const toUrl = createLinks({ ...placeIn(folder), url, base: site.base }, record);
  const excerpt = excerptFor(text);
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
    image: cover?.image,
    beside: { ...record.beside, ...cover?.beside },
    lang: frontMatter.lang,
    pin: frontMatter.pin ?? false,
    series: frontMatter.series,
    toc: frontMatter.toc ?? true,
    comments: frontMatter.comments ?? false,
    redirectFrom,
    redirectTo: frontMatter.redirect_to,
    words: countWords(text),
  };

  /** The first excerpt that says something: a heading or a picture alone would stand below the title. */
  function excerptFor(body: string): CleanExcerpt {
    const { source, from, rest } = excerptOf(frontMatter, body, site.excerptSeparator);
    // What the front matter says is shown as it is, as in Jekyll.
    const html = from === 'front matter' ? source : toHtml(source);
    const clean = cleanExcerpt(html, site.base + url, (link) => toUrl(link, false));
    return isHeadingAlone(clean) && rest.trim() !== '' ? excerptFor(rest) : clean;
  }
}

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
  if (!image || !hasCover(image, folder)) return undefined;
  const { path: src, alt = '', width, height } = image;
  const file = findCover(image, folder);
  if (!file) return { image: { src, alt, width, height } };
  const size = await sizeOf(file.path);
  const imported = isMadeSmaller(file, size) ? importPath(file.path, folder) : undefined;
  const own = width || height ? { width, height } : { width: size?.width, height: size?.height };
  if (file.isPublic) return { image: { src, alt, ...own, file: imported } };
  if (imported) return { image: { src: imported, alt, ...own } };
  const address = besideUrl(url, path.relative(folder, file.path));
  return { image: { src: address, alt, ...own }, beside: { [address]: file.path } };
}

/** The file of a cover, where the site has it. */
function findCover(image: FrontMatterData['image'], folder: string): LocalFile | undefined {
  return findFile(coverFiles(image, folder), placeIn(folder).root);
}

/** Whether a post shows a cover. Only what lies in no place of the site may still be served there, by somebody else. */
export function hasCover(image: FrontMatterData['image'], folder: string): boolean {
  return image !== undefined && (!image.path.startsWith('.') || !!findCover(image, folder));
}

/** The files that a cover may be: what else the data of a post depends on. */
export function coverFiles(image: FrontMatterData['image'], folder: string): string[] {
  if (!image) return [];
  // jekyll-seo-tag reads `images/a.png` as `/images/a.png`.
  const links = [image.path, `/${image.path}`];
  return withForms(links.flatMap((link) => fileCandidates(link, placeIn(folder))));
}

/** What is to be said of a cover that is neither beside the post nor in `public/`. */
export function missingCover(
  { path: name, frontMatter: { image }, lineOf }: PostSource,
  root: string,
): Problem[] {
  const file = `${POSTS_FOLDER}/${name}`;
  const folder = path.dirname(path.join(root, file));
  if (coverFiles(image, folder).length === 0 || findCover(image, folder)) return [];
  const message = 'expected a file beside the post or in public/';
  return [
    { file, line: lineOf('image'), field: 'image', value: image?.path, message, missing: true },
  ];
}

const placeIn = (folder: string) => placeOf(path.join(folder, 'post'), '');
