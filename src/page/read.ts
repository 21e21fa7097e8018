import { readFileSync } from 'node:fs';
import path from 'node:path';
import { toAddress } from '../post/address.ts';
import { applyDefaults, mergeDefaults } from '../post/defaults.ts';
import { listPostFiles, nameProblem } from '../post/files.ts';
import { bundled, titleFromSlug } from '../post/file-name.ts';
import { gate, isPublic } from '../post/gate.ts';
import type { ReadOptions } from '../post/read.ts';
import { readSource } from '../post/source.ts';
import { toPlain } from '../post/yaml.ts';
import type { Problem } from '../problem.ts';
import type { Site } from '../site/schema.ts';
import { zodProblems } from '../zod-problems.ts';
import { pageSchema } from './schema.ts';

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
  if (!('status' in verdict)) {
    return verdict.map((problem) => ({ file, line: source.lineOf(problem.field), ...problem }));
  }
  if (!isPublic(verdict.status) && !drafts) return undefined;
  const misnamed = nameProblem(name);
  if (misnamed) return [{ file, ...misnamed }];

  const frontMatter = toPlain(data) as Record<string, unknown>;
  const checked = pageSchema.safeParse(frontMatter);
  if (!checked.success) {
    const lineOf = ([key]: readonly PropertyKey[]) => source.lineOf(String(key));
    return zodProblems(checked.error, { file, input: frontMatter, lineOf });
  }
  const { title, permalink, description, lang } = checked.data;
  return {
    path: name,
    data: {
      title: title ?? titleFromSlug(path.posix.parse(bundled(name)).name),
      url: toAddress(permalink ?? pageUrl(name, site)),
      ...(description && { description }),
      ...(lang && { lang }),
    },
    frontMatter,
    body: source.body,
    bodyLine: source.bodyLine,
  };
}

/** Jekyll gives pages a folder of their own where the posts' permalink ends in a slash. */
function pageUrl(name: string, { permalink }: Site): string {
  const { dir, name: base } = path.posix.parse(name);
  if (base === 'index') return dir === '' ? '/' : `/${dir}/`;
  const inFolder = permalink === 'pretty' || permalink.endsWith('/');
  return path.posix.join('/', dir, inFolder ? `${base}/` : `${base}.html`);
}
