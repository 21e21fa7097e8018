import type { Folder } from '../source/folder.ts';
import type { DocumentSource, PageSource } from '../source/read-page.ts';
import type { PostSource } from '../source/read-post.ts';

/** The posts and pages of a site: what the public may see, and paths of what it may not. */
export interface Texts extends Pick<Folder, 'posts' | 'withheld'> {
  pages: readonly PageSource[];
  /** Documents of collections, with and without a page. */
  documents: readonly DocumentSource[];
  withheldPages: readonly string[];
}

type AnySource = PostSource | PageSource;

/** All that the public may read somewhere. */
export function sourcesOf({ posts, pages, documents }: Texts): AnySource[] {
  return [...posts, ...new Set([...pages, ...documents])];
}

/** Whether lists may name a text. */
export function isListed(source: AnySource): boolean {
  return 'verdict' in source ? source.verdict.status !== 'unlisted' : !source.data.unlisted;
}

/** All keys that texts have. */
export function keysOf(texts: Texts): ReadonlySet<string> {
  return new Set(sourcesOf(texts).flatMap((source) => Object.keys(frontMatterOf(source))));
}

/** What a text says, with its front matter. */
export function wordsOf(source: AnySource): string {
  return JSON.stringify(frontMatterOf(source)) + source.body;
}

function frontMatterOf(source: AnySource): Record<string, unknown> {
  return 'fileName' in source ? source.data : source.frontMatter;
}
