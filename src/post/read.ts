import type { Problem } from '../problem.ts';
import type { Site } from '../site/schema.ts';
import { zodProblems } from '../zod-problems.ts';
import { toAddress } from './address.ts';
import { parsePostDate, type PostDate } from './date.ts';
import { applyDefaults, mergeDefaults } from './defaults.ts';
import { readFileName, titleFromSlug, type FileName } from './file-name.ts';
import { nameProblem } from './files.ts';
import { gate, isPublic, type Verdict } from './gate.ts';
import { PermalinkError, permalinkOf } from './permalink.ts';
import { frontMatterSchema, type FrontMatterData } from './schema.ts';
import { readSource } from './source.ts';
import { readTerms, type Terms } from './taxonomy.ts';

/** Where the posts are, relative to the project's root. */
export const POSTS_FOLDER = 'src/content/posts';

/** A post's file, after the gate has judged it and the schema has checked it. */
export interface PostSource {
  /** Path below the posts' folder, with `/`. */
  path: string;
  verdict: Verdict;
  fileName: FileName;
  /** The front matter as it was read, with the defaults of its folder. */
  data: Record<string, unknown>;
  /** The keys that Galley knows, checked. */
  frontMatter: FrontMatterData;
  terms: Pick<Terms, 'categories' | 'tags'>;
  /** What it says, else what its file name says. */
  title: string;
  date: PostDate;
  /** Below the base path, percent-encoded. */
  url: string;
  /** Old paths that lead to it. */
  redirectFrom: string[];
  /** The text below the front matter. */
  body: string;
  /** Line of the file on which the body begins. */
  bodyLine: number;
  /** Line of the file on which a key of the front matter stands. */
  lineOf(key: string): number | undefined;
}

/** What came of reading a file. Of a post that is held back only the verdict is known. */
export type Reading =
  | { kind: 'post'; post: PostSource; warnings: Problem[] }
  | { kind: 'withheld'; path: string; verdict: Verdict }
  | { kind: 'unreadable'; path: string; problems: Problem[] };

/** What a file is read under. */
export interface ReadOptions {
  site: Site;
  /** The moment of the build, in milliseconds since 1970. */
  now: number;
  /** Read drafts and scheduled posts too. */
  drafts: boolean;
}

/**
 * Reads the source of one post. The gate comes first: a post that is held back is not looked at
 * any further, so that a half-written draft stops nobody's build.
 */
export function readPost(path: string, bytes: Uint8Array, options: ReadOptions): Reading {
  const { site, now, drafts } = options;
  const file = `${POSTS_FOLDER}/${path}`;

  const parsed = readSource(bytes);
  if ('message' in parsed) return { kind: 'unreadable', path, problems: [{ file, ...parsed }] };
  const { body, bodyLine, lineOf } = parsed;
  const locate = <T extends { field: string }>(problem: T) => ({
    file,
    line: lineOf(problem.field),
    ...problem,
  });

  const fileName = readFileName(path);
  const data = mergeDefaults(
    applyDefaults(fileName.jekyllPath, 'posts', site.defaults),
    parsed.data,
  );
  const isDated = 'date' in data;
  const date = parsePostDate(isDated ? data['date'] : fileName.date, site.timeZone);
  const verdict = gate({ data, path, date, now, future: site.future });
  const isJudged = 'status' in verdict;
  if (isJudged && !isPublic(verdict.status) && !drafts) return { kind: 'withheld', path, verdict };

  const problems: Problem[] = isJudged ? [] : verdict.map(locate);
  const misnamed = nameProblem(path);
  if (misnamed) problems.push({ file, ...misnamed });
  const checked = frontMatterSchema(site.timeZone).safeParse(data);
  if (!checked.success) {
    const toLine = ([key]: readonly PropertyKey[]) => lineOf(String(key));
    problems.push(...zodProblems(checked.error, { file, input: data, lineOf: toLine }));
  }
  const { invalid, ignored, ...terms } = readTerms(data, fileName.categories);
  for (const fault of invalid) {
    problems.push(locate({ ...fault, message: 'expected a word, words or a list of them' }));
  }
  // A draft need not be dated yet.
  if (!date && !isDated && !(isJudged && verdict.status === 'draft')) {
    problems.push({ file, ...missingDate(fileName.date) });
  }
  if (!isJudged || !checked.success || problems.length > 0) {
    return { kind: 'unreadable', path, problems };
  }

  const post = {
    path,
    verdict,
    fileName,
    data,
    terms,
    redirectFrom: [
      ...new Set([...checked.data.redirect_from, ...checked.data.alias].map(toAddress)),
    ],
    body,
    bodyLine,
    lineOf,
    frontMatter: checked.data,
    title: checked.data.title ?? titleFromSlug(fileName.slug),
    date: date ?? { time: now, offset: 0 },
  };
  const url = readUrl(post, site);
  if (url instanceof PermalinkError) {
    const { permalink } = checked.data;
    const value = permalink ?? site.permalink;
    const problem = { field: 'permalink', value, message: url.message, hint: url.hint };
    return { kind: 'unreadable', path, problems: [locate(problem)] };
  }
  return {
    kind: 'post',
    post: { ...post, url },
    warnings: ignored.map((fault) =>
      locate({ ...fault, message: 'is neither text nor a list, and is passed over as in Jekyll' }),
    ),
  };
}

function missingDate(dateInName: string | undefined): Omit<Problem, 'file'> {
  return dateInName === undefined
    ? {
        message: 'expected a date, in the front matter or at the beginning of the file name',
        hint: 'Name the file like 2026-01-31-title.md, or add `date: 2026-01-31`.',
      }
    : { field: 'file name', value: dateInName, message: 'expected a date that exists' };
}

function readUrl(post: Omit<PostSource, 'url'>, site: Site): string | PermalinkError {
  try {
    return permalinkOf({
      template: site.permalink,
      permalink: post.frontMatter.permalink,
      slug: post.frontMatter.slug ?? post.fileName.slug,
      categories: post.terms.categories,
      date: post.date,
      timeZone: site.timeZone,
      path: post.fileName.jekyllPath,
    });
  } catch (error) {
    if (error instanceof PermalinkError) return error;
    throw error;
  }
}
