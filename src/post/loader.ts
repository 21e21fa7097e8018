import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { handOver } from '../integrations/handover.ts';
import { stampOf } from '../markdown/picture-files.ts';
import { PAGES_FOLDER, type PageSource } from '../page/read.ts';
import { ContentError, formatProblem } from '../problem.ts';
import { buildTime } from '../site/environment.ts';
import type { Site } from '../site/schema.ts';
import { socialCard } from '../social/post.ts';
import { readContent, type Content } from './check.ts';
import { coverFiles, postData } from './entry.ts';
import { fingerprint } from './fingerprint.ts';
import { missingPictures } from './pictures.ts';
import { POSTS_FOLDER, type PostSource, type ReadOptions } from './read.ts';
import { keepOnly, reloadOnChange, storeEntry, type Entry } from './store.ts';

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
  return createLoader<PostSource>(options, {
    name: 'posts',
    folder: POSTS_FOLDER,
    sourcesOf({ posts }) {
      handOver(
        'cards',
        posts.flatMap(({ title, date, frontMatter: { image, lang } }) => {
          return socialCard({ title, date, image, lang }) ?? [];
        }),
      );
      return posts;
    },
    entryOf({ body: _body, ...post }, folder) {
      return {
        version: { ...post, cover: coverFiles(post.frontMatter.image, folder).map(stampOf) },
        page: { url: post.url, lang: post.frontMatter.lang },
        data: (prose, toHtml) => postData(post, folder, prose, options.site, toHtml),
      };
    },
  });
}

/**
 * Puts the pages into the content store, as the posts' loader does with posts.
 * @throws ContentError in a build, with every mistake in every file; the dev server logs them
 */
export function pagesLoader(options: LoaderOptions): Loader {
  return createLoader<PageSource>(options, {
    name: 'pages',
    folder: PAGES_FOLDER,
    sourcesOf: ({ pages }) => pages,
    entryOf: ({ data }) => ({
      version: { data },
      page: { url: data.url, lang: data.lang },
      data: () => data,
    }),
  });
}

/** What the loaders of posts and of pages do not have in common. */
interface Kind<Source extends PostSource | PageSource> {
  name: string;
  /** Where they lie, relative to the project's root. */
  folder: string;
  sourcesOf(content: Content): Source[];
  /** @param folder absolute path of the folder in which it lies */
  entryOf(source: Source, folder: string): Pick<Entry, 'version' | 'page' | 'data'>;
}

function createLoader<Source extends PostSource | PageSource>(
  options: LoaderOptions,
  kind: Kind<Source>,
): Loader {
  return {
    name: kind.name,
    async load(context) {
      await load(context, options, kind);
      reloadOnChange(context, kind.folder, () => load(context, options, kind));
    },
  };
}

async function load<Source extends PostSource | PageSource>(
  context: LoaderContext,
  { site, drafts }: LoaderOptions,
  { name, folder, sourcesOf, entryOf }: Kind<Source>,
): Promise<void> {
  const { logger, watcher, config } = context;
  const root = fileURLToPath(config.root);
  const reading = { site, drafts, now: buildTime() };
  const content = await (watcher ? readContent(root, reading) : contentOf(root, reading));
  const { problems, warnings, withheld, dialect } = content;
  handOver('warnings', warnings);
  if (problems.length > 0 && !watcher) throw new ContentError(problems);
  for (const problem of problems) {
    // The other loader logs the others.
    const isPage = problem.file.startsWith(`${PAGES_FOLDER}/`);
    if (isPage === (folder === PAGES_FOLDER)) logger.error(formatProblem(problem));
  }

  const sources = sourcesOf(content);
  keepOnly(
    context,
    sources.map((source) => source.path),
  );
  const shared = fingerprint(root, { site, drafts });
  const stored = sources.map(async (source) => {
    const filePath = `${folder}/${source.path}`;
    const entry = entryOf(source, path.dirname(path.join(root, filePath)));
    const missing = await storeEntry(
      context,
      {
        ...entry,
        id: source.path,
        filePath,
        text: content.textOf(source),
        version: { shared, own: entry.version },
      },
      dialect,
    );
    return missingPictures(filePath, source, missing);
  });
  handOver('warnings', (await Promise.all(stored)).flat());
  if (name === 'posts') logger.info(`${sources.length} posts loaded, ${withheld.length} held back`);
}

let known: { key: string; content: Promise<Content> } | undefined;

/** In a build nothing changes any more, so that both loaders can share what was read. */
function contentOf(root: string, options: ReadOptions): Promise<Content> {
  const key = JSON.stringify([root, options]);
  if (known?.key !== key) known = { key, content: readContent(root, options) };
  return known.content;
}
