import { readFileSync } from 'node:fs';
import path from 'node:path';
import { toAddress } from '../jekyll/rules/address.ts';
import { filesBelow } from '../lib/files.ts';
import { parsePostDate } from '../jekyll/rules/date.ts';
import { applyDefaults, mergeDefaults } from '../jekyll/rules/defaults.ts';
import { formatOf, listPostFiles, nameProblem } from './formats.ts';
import { leadingHeading } from './page-heading.ts';
import {
  collectionOf,
  dependsOnNow,
  documentUrl,
  readDocument,
  type DocumentFacts,
} from './collection.ts';
import { bundled, readFileName, titleFromSlug } from '../jekyll/rules/file-name.ts';
import { gate, hidingPlace } from './gate.ts';
import { isPublic } from './status.ts';
import { pagePermalink } from '../jekyll/rules/permalink.ts';
import { placeKeys } from './key-place.ts';
import type { ReadOptions } from './read-post.ts';
import { locateOwn, readOwnKeys } from './own-schema.ts';
import { otherPaths } from './same-file.ts';
import { DATE_EXPECTED } from './post-schema.ts';
import { readSource } from './source.ts';
import { judgeTags } from '../jekyll/rules/yaml-tags.ts';
import { toPlain } from '../jekyll/rules/yaml.ts';
import type { Problem } from '../lib/problem.ts';
import { PAGES_FOLDER, POSTS_FOLDER } from '../site/paths.ts';
import { readPageKeys } from './page-schema.ts';
import type { Readings } from './readings.ts';

/** What the content store keeps of a page beside its rendered text. */
export interface PageData {
  title: string;
  /** Whether its text begins with that as a heading of the first rank. */
  headed?: boolean | undefined;
  /** Path below the base path: `/about/`. */
  url: string;
  description?: string | undefined;
  /** Language of the page, where it is not the site's. */
  lang?: string | undefined;
  /** Whether only those who know its address shall find it. */
  unlisted?: boolean | undefined;
  /** Whether sitemaps may name it; they may where it does not say so. */
  sitemap?: boolean | undefined;
  /** Old paths that lead to this page. */
  redirectFrom: string[];
  /** Path below the base path, or address, to which it leads on instead of showing a text. */
  redirectTo?: string | undefined;
  /** What the owner's own keys say. */
  own: Record<string, unknown>;
}

/** A page's file. */
export interface PageSource {
  /** Path below the pages' folder, with `/`. */
  path: string;
  data: PageData;
  /** The front matter as it was read. */
  frontMatter: Record<string, unknown>;
  /** The text below the front matter. */
  body: string;
  /** Line of the file on which the body begins. */
  bodyLine: number;
  /** Line of the file on which a key of the front matter stands. */
  lineOf: (key: string) => number | undefined;
  /** What it is besides, where it is a document of a collection. */
  document?: DocumentFacts;
}

/** A document of a collection. */
export type DocumentSource = PageSource & Required<Pick<PageSource, 'document'>>;

/** All that the pages' folder holds. */
export interface Pages {
  pages: PageSource[];
  /** Documents of collections, whether or not they are among the pages. */
  documents: DocumentSource[];
  /** Paths of what is held back. */
  withheld: string[];
  /** When one of them may be judged otherwise. */
  moments: number[];
  /** What stops a build. */
  problems: Problem[];
  /** What does not. */
  warnings: Problem[];
}

/**
 * Reads the pages that the public may see (with `drafts`, all of them), by the same gate as posts.
 * @param readings what came of it the last time, where somebody keeps it
 */
export function readPages(
  root: string,
  options: ReadOptions,
  readings?: Readings<PageReading>,
): Pages {
  const folder = path.join(root, PAGES_FOLDER);
  const found: Pages = {
    pages: [],
    documents: [],
    withheld: [],
    moments: [],
    problems: strayPages(root),
    warnings: [],
  };
  const files = listPostFiles(folder);
  const linksOf = otherPaths(folder, files);
  const { site, now, drafts, ownSchema } = options;
  readings?.under({ site, drafts, ownSchema });
  for (const file of files) {
    const place = path.join(folder, file);
    const links = linksOf(file);
    const read = () => readPage(file, readFileSync(place), options, links);
    const reading = readings?.of(place, links, now, read) ?? read();
    const { page, problems = [], warnings = [], until } = reading;
    if (until !== undefined) found.moments.push(until);
    found.problems.push(...problems);
    found.warnings.push(...warnings);
    if (page) {
      if (isDocument(page)) found.documents.push(page);
      if (page.document?.hasPage !== false) found.pages.push(page);
    } else if (problems.length === 0) found.withheld.push(file);
  }
  return found;
}

/** Whether a file of the pages' folder is a document of a collection. */
export function isDocument(page: PageSource): page is DocumentSource {
  return page.document !== undefined;
}

/** Where Astro looks for pages: it builds Markdown there without asking anybody. */
const CODE_OF_PAGES = 'src/pages';

/** Markdown where it would be published whatever its front matter says. */
function strayPages(root: string): Problem[] {
  return filesBelow(path.join(root, CODE_OF_PAGES))
    .filter((file) => /\.(?:md|mdx|markdown|mdown|mkdn?|mkdown|mdwn)$/i.test(file))
    .map((file) => ({
      file: `${CODE_OF_PAGES}/${file}`,
      message: 'Markdown here would be published whatever its front matter says',
      hint: `Move it to ${PAGES_FOLDER}/${path.posix.basename(file)}, or a post to ${POSTS_FOLDER}/.`,
    }));
}

/** What came of reading a file. Of a page that is held back there is neither page nor problem. */
export interface PageReading {
  page?: PageSource;
  problems?: Problem[];
  warnings?: Problem[];
  /** See `Verdict`. */
  until?: number | undefined;
}

/** The moment from which a reading may be another, in milliseconds since 1970; of one with mistakes nothing is known. */
export function untilOf({ problems, until = Infinity }: PageReading): number {
  return problems ? -Infinity : until;
}

/**
 * Reads the source of one page.
 * @param links other paths of the same file, where it is a link or has one
 */
export function readPage(
  name: string,
  bytes: Uint8Array,
  { site, now, drafts, ownSchema }: ReadOptions,
  links: readonly string[] = [],
): PageReading {
  const file = `${PAGES_FOLDER}/${name}`;
  const collection = collectionOf(name, site);
  // The folder of a collection begins with `_` and hides nothing by that.
  const place = collection === undefined ? name : name.slice(1);
  if (!drafts && hidingPlace(place, links)) return {};
  const source = readSource(bytes);
  if ('message' in source) return { problems: [{ file, ...source }] };

  const data = mergeDefaults(
    applyDefaults(name, collection ?? 'pages', site.defaults),
    source.data,
  );
  const ofName = collection && readFileName(path.posix.basename(name)).date;
  const dateText = data['date'] ?? ofName;
  const date = parsePostDate(dateText, site.timeZone);
  const verdict = gate({ data, written: source, path: place, links, date, dateText, now, site });
  const locate = placeKeys(file, source);
  const isJudged = 'status' in verdict;
  const told = isJudged ? (verdict.warnings ?? []) : [];
  const until = isJudged ? verdict.until : undefined;
  if (isJudged && !isPublic(verdict.status) && !drafts) {
    return { warnings: told.map(locate), until };
  }

  const tags = judgeTags(source.unknownTags);
  const problems: Problem[] = [...(isJudged ? [] : verdict), ...tags.problems].map(locate);
  if (dateText !== undefined && !date) {
    problems.push(locate({ field: 'date', value: toPlain(dateText), message: DATE_EXPECTED }));
  }
  const misnamed = nameProblem(name);
  if (misnamed) problems.push({ file, ...misnamed });
  const { own, ...ownKeys } = readOwnKeys(ownSchema?.pages, data);
  problems.push(...ownKeys.problems.map(locateOwn(file, data, locate)));
  if (problems.length > 0) return { problems };

  const { frontMatter, problems: warnings } = readPageKeys(data, site);
  const {
    title,
    permalink,
    description,
    lang,
    sitemap,
    redirect_from,
    redirect_to: [redirectTo],
  } = frontMatter;
  const document =
    collection === undefined ? undefined : readDocument(name, { collection, data, date }, site);
  const { url, fault } = document
    ? documentUrl(name, document, { site, now, permalink })
    : { url: pagePermalink({ path: name, template: site.permalink, permalink }) };
  const isHeaded = title === undefined && !document && formatOf(name) === 'markdown';
  const heading = isHeaded ? leadingHeading(source.body) : undefined;
  const page = {
    path: name,
    data: {
      title:
        title ??
        heading?.title ??
        titleFromSlug(document?.slug ?? path.posix.parse(bundled(name)).name),
      url,
      ...(heading?.rank === 1 && { headed: true }),
      ...(description && { description }),
      ...(lang && { lang }),
      // A page that only leads on to another place is in no list.
      ...((redirectTo || (isJudged && verdict.status === 'unlisted')) && { unlisted: true }),
      ...(sitemap !== undefined && { sitemap }),
      redirectFrom: redirect_from.map(toAddress),
      ...(redirectTo && { redirectTo }),
      own,
    },
    frontMatter: toPlain(data) as Record<string, unknown>,
    // What a page that leads on says is shown to nobody.
    body: redirectTo === undefined ? source.body : '',
    bodyLine: source.bodyLine,
    lineOf: source.lineOf,
    ...(document && { document }),
  };
  const faults = fault ? [fault] : [];
  return {
    page,
    until: document && dependsOnNow(document, site, permalink) ? now : until,
    warnings: [...told, ...tags.warnings, ...warnings, ...faults, ...ownKeys.warnings].map(locate),
  };
}
