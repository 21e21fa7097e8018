import { readFileSync } from 'node:fs';
import path from 'node:path';
import { toAddress } from '../post/address.ts';
import { applyDefaults, mergeDefaults } from '../post/defaults.ts';
import { listPostFiles, nameProblem } from '../post/files.ts';
import { bundled, titleFromSlug } from '../post/file-name.ts';
import { gate, isPublic } from '../post/gate.ts';
import type { ReadOptions } from '../post/read.ts';
import { placeKeys } from '../post/place.ts';
import { readSource } from '../post/source.ts';
import { judgeTags } from '../post/yaml-tags.ts';
import { toPlain } from '../post/yaml.ts';
import type { Problem } from '../problem.ts';
import type { Site } from '../site/schema.ts';
import { readPageKeys } from './schema.ts';

/** Where the pages are, relative to the project's root. */
export const PAGES_FOLDER = 'src/content/pages';

/** What the content store keeps of a page beside its rendered text. */
export interface PageData {
  title: string;
  /** Path below the base path: `/about/`. */
  url: string;
  description?: string | undefined;
  /** Language of the page, where it is not the site's. */
  lang?: string | undefined;
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
  /** What stops nothing, and ought to be known. */
  warnings: Problem[];
}

/** Reads the pages that the public may see (with `drafts`, all of them), by the same gate as posts. */
export function readPages(
  root: string,
  options: ReadOptions,
): { pages: PageSource[]; withheld: string[]; problems: Problem[] } {
  const folder = path.join(root, PAGES_FOLDER);
  const pages: PageSource[] = [];
  const withheld: string[] = [];
  const problems: Problem[] = [];
  for (const file of listPostFiles(folder)) {
    const page = readPage(file, readFileSync(path.join(folder, file)), options);
    if (page === undefined) withheld.push(file);
    else if (Array.isArray(page)) problems.push(...page);
    else pages.push(page);
  }
  return { pages, withheld, problems };
}

/** A page, what is wrong with it, or nothing where it is held back. */
export function readPage(
  name: string,
  bytes: Uint8Array,
  { site, now, drafts }: ReadOptions,
): PageSource | Problem[] | undefined {
  const file = `${PAGES_FOLDER}/${name}`;
  const source = readSource(bytes);
  if ('message' in source) return [{ file, ...source }];

  const data = mergeDefaults(applyDefaults(name, 'pages', site.defaults), source.data);
  const verdict = gate({ data, path: name, date: undefined, now, future: site.future });
  const isJudged = 'status' in verdict;
  if (isJudged && !isPublic(verdict.status) && !drafts) return undefined;

  const locate = placeKeys(file, source);
  const tags = judgeTags(source.unknownTags);
  const problems: Problem[] = [...(isJudged ? [] : verdict), ...tags.problems].map(locate);
  const misnamed = nameProblem(name);
  if (misnamed) problems.push({ file, ...misnamed });
  if (problems.length > 0) return problems;

  const { frontMatter, problems: warnings } = readPageKeys(data);
  const { title, permalink, description, lang } = frontMatter;
  return {
    path: name,
    data: {
      title: title ?? titleFromSlug(path.posix.parse(bundled(name)).name),
      url: toAddress(permalink ?? pageUrl(name, site)),
      ...(description && { description }),
      ...(lang && { lang }),
    },
    frontMatter: toPlain(data) as Record<string, unknown>,
    body: source.body,
    bodyLine: source.bodyLine,
    warnings: [...tags.warnings, ...warnings].map(locate),
  };
}

/** Jekyll gives pages a folder of their own where the posts' permalink ends in a slash. */
function pageUrl(name: string, { permalink }: Site): string {
  const { dir, name: base } = path.posix.parse(name);
  if (base === 'index') return dir === '' ? '/' : `/${dir}/`;
  const inFolder = permalink === 'pretty' || permalink.endsWith('/');
  return path.posix.join('/', dir, inFolder ? `${base}/` : `${base}.html`);
}
