import type { Problem } from '../lib/problem.ts';
import { POSTS_FOLDER } from '../site/paths.ts';
import type { Site } from '../site/schema.ts';
import { toAddress } from '../jekyll/rules/address.ts';
import type { KnownAuthors } from './author.ts';
import { parsePostDate, type PostDate } from '../jekyll/rules/date.ts';
import { applyDefaults, mergeDefaults } from '../jekyll/rules/defaults.ts';
import { readFileName, titleFromSlug, type FileName } from '../jekyll/rules/file-name.ts';
import { nameProblem } from './formats.ts';
import { gate, hidingPlace, type Verdict } from './gate.ts';
import { isPublic } from './status.ts';
import { DATE_EXPECTED, readKeys, type FrontMatterData } from './post-schema.ts';
import { placeKeys } from './key-place.ts';
import { locateOwn, readOwnKeys, type OwnSchema } from './own-schema.ts';
import { readSource } from './source.ts';
import { readUrl } from './text-url.ts';
import { readTerms, type Terms } from '../jekyll/rules/taxonomy.ts';
import { judgeTags } from '../jekyll/rules/yaml-tags.ts';
import { toPlain } from '../jekyll/rules/yaml.ts';

/** A post's file, after the gate has judged it and the schema has checked it. */
export interface PostSource {
  /** Path below the posts' folder, with `/`. */
  path: string;
  verdict: Verdict;
  fileName: FileName;
  /** The front matter as it was read, with the defaults of its folder. */
  data: Record<string, unknown>;
  /** The keys that Galley knows. */
  frontMatter: FrontMatterData;
  terms: Pick<Terms, 'categories' | 'tags'>;
  /** What it says, else what its file name says. */
  title: string;
  date: PostDate;
  /** Below the base path, percent-encoded. */
  url: string;
  /** Old paths that lead to it. */
  redirectFrom: string[];
  /** What the owner's own keys say. */
  own: Record<string, unknown>;
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
  | { kind: 'withheld'; path: string; verdict: Verdict; warnings: Problem[] }
  | {
      kind: 'unreadable';
      path: string;
      problems: Problem[];
      /** The post as far as it can be read, so that mistakes in its text are found in the same run. */
      post?: PostSource;
    };

/** The moment from which a reading may be another, in milliseconds since 1970; of one with mistakes nothing is known. */
export function untilOf(reading: Reading): number {
  if (reading.kind === 'unreadable') return -Infinity;
  const { verdict } = reading.kind === 'post' ? reading.post : reading;
  return verdict.until ?? Infinity;
}

/** What a file is read under. */
export interface ReadOptions {
  site: Site;
  /** The moment of the build, in milliseconds since 1970. */
  now: number;
  /** Read drafts and scheduled posts too. */
  drafts: boolean;
  /** Authors that posts may name by their key. */
  authors?: KnownAuthors | undefined;
  /** The owner's own keys of the front matter. */
  ownSchema?: OwnSchema | undefined;
}

/**
 * Reads the source of one post. The gate comes first: a post that is held back is not looked at
 * any further, so that a half-written draft stops nobody's build.
 * @param links other paths of the same file, where it is a link or has one
 */
export function readPost(
  path: string,
  bytes: Uint8Array,
  options: ReadOptions,
  links: readonly string[] = [],
): Reading {
  const { site, now, drafts } = options;
  const file = `${POSTS_FOLDER}/${path}`;
  const hiding = hidingPlace(path, links);
  if (hiding && !drafts) {
    return { kind: 'withheld', path, verdict: { status: 'draft', reason: hiding }, warnings: [] };
  }

  const parsed = readSource(bytes);
  if ('message' in parsed) return { kind: 'unreadable', path, problems: [{ file, ...parsed }] };
  const { body, bodyLine, lineOf } = parsed;
  const locate = placeKeys(file, parsed);

  const fileName = readFileName(path);
  const data = mergeDefaults(
    applyDefaults(fileName.jekyllPath, 'posts', site.defaults),
    parsed.data,
  );
  const isDated = 'date' in data;
  const dateText = isDated ? data['date'] : fileName.date;
  const date = parsePostDate(dateText, site.timeZone);
  const verdict = gate({ data, written: parsed, path, links, date, dateText, now, site });
  const isJudged = 'status' in verdict;
  const told = isJudged ? (verdict.warnings ?? []) : [];
  if (isJudged && !isPublic(verdict.status) && !drafts) {
    return { kind: 'withheld', path, verdict, warnings: told.map(locate) };
  }

  const tags = judgeTags(parsed.unknownTags);
  const problems: Problem[] = [...(isJudged ? [] : verdict), ...tags.problems].map(locate);
  const misnamed = nameProblem(path);
  if (misnamed) problems.push({ file, ...misnamed });
  if (isDated && !date) {
    problems.push(locate({ field: 'date', value: toPlain(data['date']), message: DATE_EXPECTED }));
  }
  // A draft need not be dated yet.
  if (!date && !isDated && !(isJudged && verdict.status === 'draft')) {
    problems.push({ file, ...missingDate(fileName.date) });
  }

  const { frontMatter, problems: warnings } = readKeys(data, options);
  const { own, ...ownKeys } = readOwnKeys(options.ownSchema?.posts, data);
  problems.push(...ownKeys.problems.map(locateOwn(file, data, locate)));
  warnings.push(...told, ...tags.warnings, ...ownKeys.warnings);
  const { passedOver, ...terms } = readTerms(data, fileName.categories);
  for (const fault of passedOver) {
    warnings.push({ ...fault, message: 'expected a word, words or a list of them' });
  }
  const unplaced = {
    path,
    verdict: isJudged ? withoutText(verdict, frontMatter.redirect_to) : WITHHELD,
    fileName,
    data,
    terms,
    redirectFrom: frontMatter.redirect_from.map(toAddress),
    // What a post that leads on says is shown to nobody.
    body: frontMatter.redirect_to === undefined ? body : '',
    bodyLine,
    lineOf,
    frontMatter,
    own,
    title: frontMatter.title ?? titleFromSlug(fileName.slug),
    date: date ?? { time: now, offset: 0 },
  };
  const { url, fault } = readUrl({
    template: site.permalink,
    permalink: frontMatter.permalink,
    slug: frontMatter.slug ?? fileName.slug,
    categories: terms.categories,
    date: unplaced.date,
    timeZone: site.timeZone,
    path: fileName.jekyllPath,
  });
  if (fault) warnings.push(fault);
  const post = { ...unplaced, url };
  return problems.length > 0
    ? { kind: 'unreadable', path, problems, post }
    : { kind: 'post', post, warnings: warnings.map(locate) };
}

/** A post that only leads on to another place is in no list. */
function withoutText(verdict: Verdict, redirectTo: string | undefined): Verdict {
  if (redirectTo === undefined || verdict.status !== 'published') return verdict;
  return { ...verdict, status: 'unlisted', reason: '`redirect_to` leads on to another place' };
}

/** Of a post whose front matter does not say whether it is published. */
const WITHHELD: Verdict = { status: 'draft', reason: 'its front matter cannot be understood' };

function missingDate(dateInName: string | undefined): Omit<Problem, 'file'> {
  return dateInName === undefined
    ? {
        message: 'expected a date, in the front matter or at the beginning of the file name',
        hint: 'Name the file like 2026-01-31-title.md, or add `date: 2026-01-31`.',
      }
    : { field: 'file name', value: dateInName, message: 'expected a date that exists' };
}
