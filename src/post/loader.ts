import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { handOver } from '../integrations/handover.ts';
import { stampOf } from '../markdown/picture-files.ts';
import { readPages } from '../page/read.ts';
import { ContentError, formatProblem } from '../problem.ts';
import { buildTime } from '../site/environment.ts';
import type { Site } from '../site/schema.ts';
import { socialCard } from '../social/post.ts';
import { urlClashes } from './clashes.ts';
import { createDialect } from './dialect.ts';
import { coverFiles, postData } from './entry.ts';
import { fingerprint } from './fingerprint.ts';
import { readFolder } from './folder.ts';
import { hiddenLinks } from './links.ts';
import { warnOfMissingPictures } from './pictures.ts';
import { POSTS_FOLDER } from './read.ts';
import { keepOnly, reloadOnChange, storeEntry } from './store.ts';

/** What the loaders are given by `src/content.config.ts`. */
export interface LoaderOptions {
  site: Site;
  /** Load drafts and scheduled posts too: for the dev server and the drafts preview. */
  drafts: boolean;
}

/**
 * Puts into the content store the posts that the public may see (with `drafts`, all of them).
 * Nothing else gets there, so no page, feed or index has to remember to leave it out.
 * @throws ContentError in a build, with every mistake in every file; the dev server logs them
 */
export function postsLoader(options: LoaderOptions): Loader {
  return {
    name: 'posts',
    async load(context) {
      await loadPosts(context, options);
      reloadOnChange(context, POSTS_FOLDER, () => loadPosts(context, options));
    },
  };
}

async function loadPosts(context: LoaderContext, { site, drafts }: LoaderOptions): Promise<void> {
  const { logger, watcher, config } = context;
  const root = fileURLToPath(config.root);
  const options = { site, drafts, now: buildTime() };
  const folder = readFolder(root, options);
  const pages = readPages(root, options);
  const dialect = await createDialect(root, site, folder, options.now);
  const { posts, withheld, warnings } = folder;

  const publicFolder = fileURLToPath(config.publicDir);
  // A preview shows the retracted post itself.
  const retracted = drafts ? [] : Object.keys(site.retracted);
  const problems = [
    ...folder.problems,
    ...pages.problems,
    ...urlClashes({ posts, pages: pages.pages, retracted, publicFolder }),
    ...hiddenLinks(root, folder, pages, options),
  ];
  // Liquid can show other posts and data, so it runs in each build; what it gives is what is cached.
  const texts = posts.map((post) => {
    const { text, ...reports } = dialect.expandPost(post);
    problems.push(...reports.problems);
    warnings.push(...reports.warnings);
    return text;
  });
  for (const warning of warnings) logger.warn(formatProblem(warning));
  if (problems.length > 0 && !watcher) throw new ContentError(problems);
  for (const problem of problems) logger.error(formatProblem(problem));

  handOver(
    'cards',
    posts.flatMap(({ title, date, frontMatter: { image, lang } }) => {
      return socialCard({ title, date, image, lang }) ?? [];
    }),
  );
  keepOnly(
    context,
    posts.map((post) => post.path),
  );
  const version = fingerprint(root, { site, drafts });
  const missing = await Promise.all(
    posts.map(({ body: _body, ...post }, i) => {
      const folder = path.join(root, POSTS_FOLDER, path.dirname(post.path));
      return storeEntry(
        context,
        {
          id: post.path,
          filePath: `${POSTS_FOLDER}/${post.path}`,
          text: texts[i] ?? '',
          version: {
            version,
            ...post,
            cover: coverFiles(post.frontMatter.image, folder).map(stampOf),
          },
          page: { url: post.url, lang: post.frontMatter.lang },
          data: (prose, toHtml) => postData(post, folder, prose, site, toHtml),
        },
        dialect,
      );
    }),
  );
  warnOfMissingPictures(logger, POSTS_FOLDER, posts, missing);
  logger.info(`${posts.length} posts loaded, ${withheld.length} held back`);
}
