import { existsSync } from 'node:fs';
import path from 'node:path';
import type { PageSource } from '../page/read.ts';
import type { Problem } from '../problem.ts';
import { lineInConfig } from '../site/define.ts';
import { CONFIG_FILE, PAGES_FOLDER, POSTS_FOLDER } from '../site/paths.ts';
import { outputPath } from './permalink.ts';
import type { PostSource } from './read.ts';
import { isOwnFile } from './routes.ts';
import { groupByTerm, taxonomies } from './terms.ts';

const HINTS: Record<string, string> = {
  permalink: 'Give one of the two another `permalink` or `slug`.',
  retracted: 'What is still published is not retracted: set `published: false` in it.',
};

/** Who wants an address. */
interface Claim {
  file: string;
  line: number | undefined;
  field: string;
  url: string;
  /** Where it is not that of a page. */
  output?: string;
}

/**
 * Posts and pages that would overwrite another: a post, a page, what the site writes itself, or a
 * file of `public/`. Jekyll lets the last one win without a word.
 */
export function urlClashes({
  posts,
  pages,
  retracted,
  feed,
  publicFolder,
}: {
  posts: readonly Pick<PostSource, 'path' | 'url' | 'terms' | 'redirectFrom' | 'lineOf'>[];
  pages: readonly Pick<PageSource, 'path' | 'data' | 'lineOf'>[];
  /** Paths of retracted posts, of which the configuration says something. */
  retracted: readonly string[];
  /** One more address of the site's feed. */
  feed?: string | undefined;
  /** Files that are copied as they are. */
  publicFolder: string;
}): Problem[] {
  const owners = new Map<string, string>();
  for (const taxonomy of taxonomies) {
    for (const term of groupByTerm(posts, taxonomy, (post) => post.terms[taxonomy])) {
      owners.set(outputPath(term.path), `the page of ${taxonomy} “${term.name}”`);
    }
  }

  const placeOf = (
    folder: string,
    { path, lineOf }: Pick<PostSource, 'path' | 'lineOf'>,
    field: string,
  ) => ({
    file: `${folder}/${path}`,
    line: lineOf(field),
    field,
  });
  const claims: Claim[] = [
    ...(feed === undefined
      ? []
      : [
          {
            file: CONFIG_FILE,
            line: lineInConfig(['feeds', 'alias']),
            field: 'feeds.alias',
            url: feed,
            output: feed.slice(1),
          },
        ]),
    ...pages.map((page) => ({ ...placeOf(PAGES_FOLDER, page, 'permalink'), url: page.data.url })),
    ...posts.map((post) => ({ ...placeOf(POSTS_FOLDER, post, 'permalink'), url: post.url })),
    ...posts.flatMap((post) =>
      post.redirectFrom.map((url) => ({ ...placeOf(POSTS_FOLDER, post, 'redirect_from'), url })),
    ),
    ...pages.flatMap((page) =>
      page.data.redirectFrom.map((url) => ({
        ...placeOf(PAGES_FOLDER, page, 'redirect_from'),
        url,
      })),
    ),
    ...retracted.map((url) => ({
      file: CONFIG_FILE,
      line: undefined,
      field: 'retracted',
      url,
    })),
  ];
  const problems: Problem[] = [];
  for (const { file, line, field, url, output = outputPath(url) } of claims) {
    const owner =
      owners.get(output) ??
      (isOwnFile(output) ? 'a page of the site itself' : undefined) ??
      (existsSync(path.join(publicFolder, output)) ? `public/${output}` : undefined);
    if (owner) {
      problems.push({
        file,
        line,
        field,
        value: url,
        message: `this URL already belongs to ${owner}`,
        hint: HINTS[field],
      });
    }
    owners.set(output, file);
  }
  return problems;
}
