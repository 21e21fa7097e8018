import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { createDialect } from '../post/dialect.ts';
import { fingerprint } from '../post/fingerprint.ts';
import { readFolder } from '../post/folder.ts';
import type { LoaderOptions } from '../post/loader.ts';
import { warnOfMissingPictures } from '../post/pictures.ts';
import { keepOnly, reloadOnChange, storeEntry } from '../post/store.ts';
import { ContentError, formatProblem } from '../problem.ts';
import { buildTime } from '../site/environment.ts';
import { PAGES_FOLDER, readPages } from './read.ts';

/**
 * Puts the pages into the content store, as the posts' loader does with posts. What is wrong with
 * their front matter is told there, together with the mistakes in posts.
 * @throws ContentError in a build, for mistakes in Liquid; the dev server logs them
 */
export function pagesLoader(options: LoaderOptions): Loader {
  return {
    name: 'pages',
    async load(context) {
      await loadPages(context, options);
      reloadOnChange(context, PAGES_FOLDER, () => loadPages(context, options));
    },
  };
}

async function loadPages(context: LoaderContext, { site, drafts }: LoaderOptions): Promise<void> {
  const { logger, watcher, config } = context;
  const root = fileURLToPath(config.root);
  const options = { site, drafts, now: buildTime() };
  const { pages } = readPages(root, options);
  const usesLiquid = pages.some(({ body }) => body.includes('{{') || body.includes('{%'));
  const posts = usesLiquid ? readFolder(root, options) : { posts: [], withheld: [] };
  const dialect = await createDialect(root, site, posts, options.now);

  const results = pages.map((page) => dialect.expandPage(page));
  const problems = results.flatMap((result) => result.problems);
  for (const warning of results.flatMap((result) => result.warnings)) {
    logger.warn(formatProblem(warning));
  }
  if (problems.length > 0 && !watcher) throw new ContentError(problems);
  for (const problem of problems) logger.error(formatProblem(problem));

  keepOnly(
    context,
    pages.map((page) => page.path),
  );
  const version = fingerprint(root, { site, drafts });
  const missing = await Promise.all(
    pages.map(({ path, data }, i) =>
      storeEntry(
        context,
        {
          id: path,
          filePath: `${PAGES_FOLDER}/${path}`,
          text: results[i]?.text ?? '',
          version: { version, data },
          page: { url: data.url, lang: data.lang },
          data: () => data,
        },
        dialect,
      ),
    ),
  );
  warnOfMissingPictures(logger, PAGES_FOLDER, pages, missing);
}
