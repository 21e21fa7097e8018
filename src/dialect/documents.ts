import type { PostDate } from '../jekyll/rules/date.ts';
import type { CollectionSettings } from '../jekyll/rules/collections.ts';
import { toPlain } from '../jekyll/rules/yaml.ts';
import { PAGES_FOLDER, POSTS_FOLDER } from '../site/paths.ts';
import { newestFirst } from '../source/order.ts';
import type { DocumentSource } from '../source/read-page.ts';
import type { PostSource } from '../source/read-post.ts';

/** What Jekyll calls a document: a post, or a file of another collection. */
export interface Document {
  /** Path relative to the project's root. */
  file: string;
  /** `posts`, or the name of another. */
  collection: string;
  /** Path in the Jekyll site: `_posts/2014-01-05-title.md`. */
  path: string;
  title: string;
  slug: string;
  /** Without one, it is the time of the build. */
  date: PostDate | undefined;
  /** Below the base path. */
  url: string;
  /** Ending of its file, with the full stop. */
  extension: string;
  categories: readonly string[];
  tags: readonly string[];
  /** The front matter as it was read, with its defaults. */
  data: Record<string, unknown>;
  /** What of it says how the excerpt is made. */
  excerpt: { excerpt?: unknown; excerpt_separator?: unknown };
  body: string;
  bodyLine: number;
  /** Whether Liquid is run in its text. */
  hasLiquid: boolean;
}

/** A post or a document of a collection in Jekyll's terms. */
export function documentOf(source: PostSource | DocumentSource): Document {
  const { path, body, bodyLine } = source;
  if ('fileName' in source) {
    const { fileName, frontMatter, terms, title, date, url, data } = source;
    return {
      file: `${POSTS_FOLDER}/${path}`,
      collection: 'posts',
      path: fileName.jekyllPath,
      title,
      date,
      url,
      data,
      body,
      bodyLine,
      ...terms,
      slug: frontMatter.slug ?? fileName.slug,
      extension: fileName.extension,
      excerpt: frontMatter,
      hasLiquid: frontMatter.render_with_liquid !== false,
    };
  }
  const { title, url } = source.data;
  const { terms, ...facts } = source.document;
  return {
    file: `${PAGES_FOLDER}/${path}`,
    path,
    title,
    url,
    body,
    bodyLine,
    ...terms,
    ...facts,
    excerpt: facts.data,
    hasLiquid: facts.data['render_with_liquid'] !== false,
  };
}

/** Jekyll's order of documents: by date, then by file. */
export function byDate(a: Document, b: Document): number {
  const dated = ({ date, path }: Document) => ({ date: date ?? { time: Infinity }, path });
  return newestFirst(dated(b), dated(a));
}

/**
 * The documents of a collection in Jekyll's order: by date and file, by a key (`sort_by`), or as its
 * settings name them (`order`). https://jekyllrb.com/docs/collections/#sort-by-front-matter-key
 */
export function inOrder(documents: readonly Document[], settings: CollectionSettings): Document[] {
  const sorted = documents.toSorted(byDate);
  const { order, sort_by: key } = settings;
  if (Array.isArray(order)) {
    const wanted = order.map(String);
    const place = ({ path, collection }: Document) => {
      const at = wanted.indexOf(path.slice(`_${collection}/`.length));
      return at < 0 ? wanted.length : at;
    };
    return sorted.toSorted((a, b) => place(a) - place(b));
  }
  if (typeof key !== 'string') return sorted;
  return sorted.toSorted((a, b) => byValue(toPlain(a.data[key]), toPlain(b.data[key])));
}

/** What has no value comes last; what cannot be compared stays in its order. */
function byValue(a: unknown, b: unknown): number {
  const [isAbsent, isOtherAbsent] = [(a ?? null) === null, (b ?? null) === null];
  if (isAbsent || isOtherAbsent) return Number(isAbsent) - Number(isOtherAbsent);
  const comparable = typeof a === typeof b && (typeof a === 'number' || typeof a === 'string');
  if (!comparable) return 0;
  return (a as string) < (b as string) ? -1 : (a as string) > (b as string) ? 1 : 0;
}
