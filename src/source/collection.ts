import path from 'node:path';
import type { KeyProblem } from '../lib/problem.ts';
import type { PostDate } from '../jekyll/rules/date.ts';
import { readFileName } from '../jekyll/rules/file-name.ts';
import { collectionPermalink, showsDate } from '../jekyll/rules/permalink.ts';
import { readTerms, type Terms } from '../jekyll/rules/taxonomy.ts';
import type { Site } from '../site/schema.ts';
import { readUrl } from './text-url.ts';

/** What a document of a collection has and a page has not. */
export interface DocumentFacts {
  /** The collection's name. */
  collection: string;
  /** Whether it has a page; else it is for Liquid alone. */
  hasPage: boolean;
  slug: string;
  /** Without one, Jekyll takes the time of the build for it. */
  date: PostDate | undefined;
  /** Ending of its file, with the full stop. */
  extension: string;
  terms: Pick<Terms, 'categories' | 'tags'>;
  /** The front matter as it was read, with its defaults. */
  data: Record<string, unknown>;
}

/** The collection that a file of the pages' folder belongs to: `_books/moby.md` to `books`, if there is one. */
export function collectionOf(
  name: string,
  { collections }: Pick<Site, 'collections'>,
): string | undefined {
  const [, label] = /^_([^/]+)\//.exec(name) ?? [];
  return label !== undefined && Object.hasOwn(collections, label) ? label : undefined;
}

/** What a document is, from its front matter and its file name, which may begin with a date as those of posts. */
export function readDocument(
  name: string,
  { collection, data, date }: Pick<DocumentFacts, 'collection' | 'data' | 'date'>,
  site: Pick<Site, 'collections'>,
): DocumentFacts {
  const { slug, extension } = readFileName(path.posix.basename(name));
  const { passedOver: _, ...terms } = readTerms(data, []);
  const own = data['slug'];
  return {
    collection,
    hasPage: site.collections[collection]?.output === true,
    slug: typeof own === 'string' && own !== '' ? own : slug,
    date,
    extension,
    terms,
    data,
  };
}

/** The URL of a document, by its own permalink or that of its collection. */
export function documentUrl(
  name: string,
  document: DocumentFacts,
  { site, now, permalink }: { site: UrlSettings; now: number; permalink: string | undefined },
): { url: string; fault?: KeyProblem } {
  const { collection, slug, terms, date = { time: now, offset: 0 } } = document;
  return readUrl({
    template: templateOf(document, site),
    permalink,
    slug,
    categories: terms.categories,
    date,
    timeZone: site.timeZone,
    path: name,
    collection,
  });
}

/** Whether the URL of a document is another one in each build. */
export function dependsOnNow(
  document: DocumentFacts,
  site: UrlSettings,
  permalink: string | undefined,
): boolean {
  return !document.date && showsDate(permalink ?? templateOf(document, site));
}

type UrlSettings = Pick<Site, 'collections' | 'permalink' | 'timeZone'>;

function templateOf({ collection }: DocumentFacts, site: UrlSettings): string {
  return site.collections[collection]?.permalink ?? collectionPermalink(site.permalink);
}
