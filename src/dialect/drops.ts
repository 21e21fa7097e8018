import path from 'node:path';
import type { PageSource } from '../source/read-page.ts';
import { notesOf } from '../source/notes.ts';
import { documentId, outputPath } from '../jekyll/rules/permalink.ts';
import { defineLazily } from '../jekyll/rules/data-files.ts';
import type { Document } from './documents.ts';
import { LiquidMistake } from '../jekyll/liquid/engine.ts';

/** A mapping that Liquid reads. */
export type Drop = Record<string, unknown>;

/** What of a document has to be asked for, because making it takes long. */
export interface DocumentParts {
  /** The HTML of the excerpt that is taken from the text. */
  excerpt(): string;
  /** The text: HTML where Jekyll has made it by then, else as its author wrote it. */
  content(): string;
  /** The moment of the build. */
  now(): Date;
  /** The one before it in its collection, where it has one that may be known. */
  previous(): Drop | undefined;
  next(): Drop | undefined;
}

/**
 * What `page` is in a post or another document, or a document in a list: its front matter, and what Jekyll
 * adds. https://jekyllrb.com/docs/variables/#page-variables
 */
export function documentDrop(document: Document, parts: DocumentParts): Drop {
  const { data, title, slug, url, path: file, extension, collection } = document;
  const drop: Drop = {
    ...data,
    categories: document.categories,
    tags: document.tags,
    title,
    slug,
    url,
    id: documentId(url, slug),
    path: file,
    relative_path: file,
    name: path.posix.basename(document.file),
    ext: extension,
    collection,
    draft: false,
    output_path: outputPath(url),
  };
  defineLazily(drop, 'date', () => document.date ?? parts.now());
  if ((document.excerpt.excerpt ?? undefined) === undefined) {
    defineLazily(drop, 'excerpt', parts.excerpt);
  }
  defineHidden(drop, 'content', parts.content);
  defineHidden(drop, 'previous', parts.previous);
  defineHidden(drop, 'next', parts.next);
  defineHidden(drop, 'output', noOutput);
  return drop;
}

/** What `page` is in a page, or a page in `site.pages`. */
export function pageDrop({ path: file, data, frontMatter, body }: PageSource): Drop {
  const { url } = data;
  const drop: Drop = {
    ...frontMatter,
    ...data,
    dir: url.endsWith('/') ? url : path.posix.join(path.posix.dirname(url), '/'),
    path: file,
    name: path.posix.basename(file),
  };
  defineHidden(drop, 'content', () => sourceOf(body));
  defineHidden(drop, 'output', noOutput);
  return drop;
}

/** What a file of `public/` is in `site.static_files`. https://jekyllrb.com/docs/static-files/ */
export function fileDrop(file: string, modified: () => Date): Drop {
  const { base, name, ext } = path.posix.parse(file);
  const drop: Drop = { path: `/${file}`, name: base, basename: name, extname: ext };
  defineLazily(drop, 'modified_time', modified);
  return drop;
}

/** A body as Liquid may show it: what its author wrote into it for themselves is not for readers. */
export function sourceOf(body: string): string {
  return notesOf(body).text;
}

/**
 * A property that is made each time it is asked for, and that nothing meets which goes through all
 * properties: posts know their neighbours, and so on without end.
 */
function defineHidden(drop: Drop, key: string, get: () => unknown): void {
  Object.defineProperty(drop, key, { enumerable: false, get });
}

function noOutput(): never {
  throw new LiquidMistake(
    '`output` is the page that a layout makes, and there are no layouts of Liquid here',
    'Use `content`, which is the text.',
  );
}
