import path from 'node:path';
import type { LiquidResult } from '../jekyll/liquid/engine.ts';
import { readPages, type PageReading, type PageSource } from '../source/read-page.ts';
import { formatProblem, type Problem } from '../lib/problem.ts';
import { PAGES_FOLDER, POSTS_FOLDER, PUBLIC_FOLDER } from '../site/paths.ts';
import { choiceProblems } from './choices.ts';
import { urlClashes } from './clashes.ts';
import { createDialect, type Dialect } from '../dialect/dialect.ts';
import { readFolder, type Folder } from '../source/folder.ts';
import type { Readings } from '../source/readings.ts';
import { formatOf } from '../source/formats.ts';
import { hiddenLinks } from './hidden-links.ts';
import { mdxProblems } from '../dialect/mdx.ts';
import { linksToNowhere, missingCover } from './missing-files.ts';
import { publicProblems } from './public-folder.ts';
import type { PostSource, Reading, ReadOptions } from '../source/read-post.ts';
import { redirectCircles } from '../source/redirects.ts';
import { customProblems } from './custom.ts';
import { readOwnSchema } from '../source/own-schema.ts';
import { unusedDefaults } from './unused-defaults.ts';

/** The posts and pages of a project, and all that is to be said of them before they are rendered. */
export interface Content {
  /** What may be shown: what the public may see, or all of it with `drafts`. */
  posts: PostSource[];
  pages: PageSource[];
  /** Posts that are held back. */
  withheld: Folder['withheld'];
  /** Pages that are held back, by their paths. */
  withheldPages: readonly string[];
  dialect: Dialect;
  /** The moment from which it may be another, because a date has passed: milliseconds since 1970. */
  until: number;
  /** The text of one of the posts or pages after Liquid. */
  textOf(source: PostSource | PageSource): string;
  /** What stops a build. */
  problems: Problem[];
  /** What does not, and ought to be known. */
  warnings: Problem[];
}

/** What came of reading posts and pages the last time. */
export interface LastReadings {
  posts: Readings<Reading>;
  pages: Readings<PageReading>;
}

/**
 * Reads the posts and pages of a project and finds all that stops a build of it. Loader, check and
 * import share it, so that none of them knows more than another. Nothing is thrown for what an
 * author did.
 * @param last where somebody keeps it
 */
export async function readContent(
  root: string,
  given: ReadOptions,
  last?: LastReadings,
): Promise<Content> {
  const { schema: ownSchema, problems: ofOwner } = await readOwnSchema(root);
  const options = { ...given, ownSchema };
  const { site, drafts, now } = options;
  const folder = readFolder(root, options, { readings: last?.posts });
  const { posts, withheld } = folder;
  const { pages, documents, ...ofPages } = readPages(root, options, last?.pages);
  const dialect = await createDialect(
    root,
    site,
    { posts, withheld, pages, documents, withheldPages: ofPages.withheld },
    now,
  );
  // Liquid can show other posts and data, so it runs each time; what it gives is what is cached.
  const expanded = new Map<PostSource | PageSource, LiquidResult>();
  for (const post of posts) expanded.set(post, dialect.expandPost(post));
  for (const page of pages) expanded.set(page, dialect.expandPage(page));
  const defaults = unusedDefaults(root, site);
  const choices = choiceProblems(root, site, [
    ...posts.map(({ url }) => url),
    ...pages.map(({ data }) => data.url),
  ]);
  const results = [
    ...expanded.values(),
    // What is wrong in their texts is told with what is wrong in their front matter.
    ...folder.unreadable.map((post) => dialect.expandPost(post)),
    ...documents.filter(({ document }) => !document.hasPage).map((one) => dialect.expandPage(one)),
  ];
  const textOf = (source: PostSource | PageSource) => expanded.get(source)?.text ?? '';
  const moments = [...posts, ...withheld].map(({ verdict }) => verdict.until ?? Infinity);
  return {
    posts,
    pages,
    withheld,
    withheldPages: ofPages.withheld,
    dialect,
    until: dialect.showsTime ? now : Math.min(...ofPages.moments, ...moments),
    textOf,
    problems: distinct([
      ...folder.problems,
      ...ofPages.problems,
      ...ofOwner,
      ...customProblems(root),
      ...defaults.problems,
      ...choices.problems,
      ...urlClashes({
        posts,
        pages,
        feeds: site.feeds.alias,
        // A preview shows the retracted post itself.
        retracted: drafts ? [] : Object.keys(site.retracted),
        publicFolder: path.join(root, PUBLIC_FOLDER),
      }),
      ...redirectCircles([...posts.map(ofPost), ...pages.map(ofPage)]),
      ...publicProblems(root, site),
      ...hiddenLinks(root, folder, { pages, ...ofPages }, options, { ...dialect, textOf }),
      ...results.flatMap(({ problems }) => problems),
      ...ofMdx(POSTS_FOLDER, posts),
      ...ofMdx(PAGES_FOLDER, pages),
      ...dialect.problems,
    ]),
    warnings: distinct([
      ...folder.warnings,
      ...ofPages.warnings,
      ...defaults.warnings,
      ...choices.warnings,
      ...posts.flatMap((post) => missingCover(post, root)),
      ...linksToNowhere(root),
      ...results.flatMap(({ warnings }) => warnings),
    ]),
  };

  function ofMdx(below: string, sources: (PostSource | PageSource)[]): Problem[] {
    return sources
      .filter((source) => formatOf(source.path) === 'mdx')
      .flatMap((source) => mdxProblems(root, `${below}/${source.path}`, source));
  }
}

function ofPost({ path: name, lineOf, url, redirectFrom, frontMatter }: PostSource) {
  const data = { url, redirectFrom, redirectTo: frontMatter.redirect_to };
  return { file: `${POSTS_FOLDER}/${name}`, lineOf, data };
}

function ofPage({ path: name, lineOf, data }: PageSource) {
  return { file: `${PAGES_FOLDER}/${name}`, lineOf, data };
}

/** What concerns a default of the configuration is found in every post that has it. */
function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [formatProblem(problem), problem])).values()];
}
