import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import {
  contentLoaded,
  contentSaved,
  contentUntil,
  warningsFound,
  type Change,
} from '../lib/channel.ts';
import { coverFiles, coverOf, hasCover } from '../markdown/pictures/cover-files.ts';
import { stampOf } from '../markdown/pictures/picture-files.ts';
import { untilOf as untilOfPage, type PageSource } from '../source/read-page.ts';
import { ContentError, type Problem } from '../lib/problem.ts';
import { buildTime } from '../site/environment.ts';
import { CUSTOM_FOLDER, LIQUID_FOLDER, PAGES_FOLDER, POSTS_FOLDER } from '../site/paths.ts';
import type { Site } from '../site/schema.ts';
import { readContent, type Content, type LastReadings } from '../check/content.ts';
import { postsRead } from '../source/data.ts';
import { nameForEditors } from './editors.ts';
import { postData } from './entry.ts';
import { fingerprint, NOT_FOR_TEXTS } from './fingerprint.ts';
import { untilOf as untilOfPost, type PostSource, type ReadOptions } from '../source/read-post.ts';
import { Readings } from '../source/readings.ts';
import { heldBack } from './held-back.ts';
import { recordsFile } from './records.ts';
import { Shelf } from './shelf.ts';
import { storeEntry, type Entry } from './store.ts';
import { openTexts, type Texts } from './texts.ts';
import { textProblems } from '../check/text-problems.ts';
import { loadOnChange } from './watch.ts';

/** What the loaders are given. */
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
    sourcesOf({ posts }, folderOf) {
      postsRead.send(
        posts
          .filter(({ frontMatter }) => frontMatter.redirect_to === undefined)
          .map((post) => {
            const { lang, image } = post.frontMatter;
            return { ...post, lang, image: hasCover(image, folderOf(post)) };
          }),
      );
      return posts;
    },
    entryOf({ body: _body, ...post }, folder) {
      return {
        version: { ...post, cover: coverFiles(post.frontMatter.image, folder).map(stampOf) },
        page: { url: post.url, lang: post.frontMatter.lang },
        data: async (prose, toHtml) =>
          postData(post, folder, prose, options.site, toHtml, await coverOf(post, folder)),
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
  /** @param folderOf absolute path of the folder in which one lies */
  sourcesOf(content: Content, folderOf: (source: Source) => string): Source[];
  entryOf(source: Source, folder: string): Pick<Entry, 'version' | 'page' | 'data'>;
}

function createLoader<Source extends PostSource | PageSource>(
  options: LoaderOptions,
  kind: Kind<Source>,
): Loader {
  return {
    name: kind.name,
    async load(context) {
      const { store, watcher, config } = context;
      const { name } = kind;
      // The dev server has drafts among them, and would throw away what builds need.
      const fileIn = (folder: string) =>
        recordsFile(config.cacheDir, `${folder}/${watcher ? 'dev-' : ''}${name}`);
      const shelf = new Shelf(store, fileIn('entries'));
      const texts = openTexts(name, fileIn('texts'));
      const loadAll = () => load(context, options, kind, { shelf, texts });
      if (!watcher) {
        await loadAll();
        return;
      }
      const loadAndTell = async (isLast: () => boolean) => {
        const loaded = await loadAll().catch(failed);
        contentLoaded.send({ loader: name, ...loaded, isLast: isLast() });
      };
      const root = fileURLToPath(config.root);
      const folders = WATCHED.map((folder) => path.join(root, folder));
      await loadOnChange(folders, () => forgetContent(name), loadAndTell);
      nameForEditors(config.root, name, shelf.files);
    },
  };
}

/** What the dev server watches: Liquid can show any post in any other and in pages. */
const WATCHED = [POSTS_FOLDER, PAGES_FOLDER, LIQUID_FOLDER, CUSTOM_FOLDER];

/** What came of a load. */
interface Loaded {
  /** What stops a build; in the dev server such posts and pages stay as they were. */
  problems: Problem[];
  change: Change;
}

async function load<Source extends PostSource | PageSource>(
  context: LoaderContext,
  { site, drafts }: LoaderOptions,
  { name, folder, sourcesOf, entryOf }: Kind<Source>,
  { shelf, texts }: { shelf: Shelf; texts: Texts },
): Promise<Loaded> {
  const { logger, watcher, config } = context;
  const root = fileURLToPath(config.root);
  const options = { site, drafts, now: buildTime() };
  const content = await contentOf(root, options, watcher && lastReadings);
  const { problems, warnings, withheld, dialect, shared } = content;
  warningsFound.send(warnings);
  contentUntil.send(content.until);
  if (problems.length > 0 && !watcher) throw new ContentError(problems);
  const broken = new Set(problems.map(({ file }) => file));

  const fileOf = ({ path: name }: Source) => path.join(root, folder, name);
  const sources = sourcesOf(content, (source) => path.dirname(fileOf(source)));
  const paths = new Set(sources.map((source) => source.path));
  shelf.keepOnly((id) => paths.has(id) || broken.has(`${folder}/${id}`));
  const failures: Problem[] = [];
  const store = async (source: Source): Promise<Problem[]> => {
    const filePath = `${folder}/${source.path}`;
    if (broken.has(filePath)) return [];
    const entry = entryOf(source, path.dirname(fileOf(source)));
    try {
      const flaws = await storeEntry(
        context,
        shelf,
        texts,
        {
          ...entry,
          id: source.path,
          filePath,
          text: content.textOf(source),
          version: { shared, own: entry.version },
        },
        dialect,
      );
      return textProblems(filePath, source, flaws);
    } catch (error) {
      failures.push({ file: filePath, message: messageOf(error) });
      return [];
    }
  };
  const flaws: Problem[][] = [];
  const waiting = sources.entries();
  const storeOneByOne = async () => {
    for (const [i, source] of waiting) {
      flaws[i] = await store(source);
      // The dev server has to answer what prepares the first page.
      if (i % TOGETHER === 0) await nextTurn();
    }
  };
  await Promise.all(Array.from({ length: TOGETHER }, storeOneByOne));
  warningsFound.send(flaws.flat());
  if (failures.length > 0 && !watcher) throw new ContentError(failures);
  texts.save(shelf.digests);
  const change = shelf.handOver(name);
  if (name === 'posts') logger.info(`${sources.length} posts loaded${heldBack(withheld)}`);
  return { problems: [...problems, ...failures], change };
}

/** So many entries are rendered together: enough to keep the pace, few enough for the memory. */
const TOGETHER = 64;

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function failed(error: unknown): Loaded {
  const problems =
    error instanceof ContentError ? error.problems : [{ file: 'src', message: messageOf(error) }];
  return { problems, change: { isChanged: false, isTold: false } };
}

/** What both loaders share: what was read, and a digest of all else that texts depend on. */
type Shared = Content & { shared: string };

let known: { key: string; content: Promise<Shared> } | undefined;

/** What the dev server keeps of files that nobody touches. */
const lastReadings: LastReadings = {
  posts: new Readings(untilOfPost),
  pages: new Readings(untilOfPage),
};

/** Of the code that this process has loaded: what is saved of it later renders no text before the next one. */
const fingerprints = new Map<string, string>();

/** The loaders share what was read until something is saved. Then nobody keeps it: it holds the texts of all posts. */
function contentOf(
  root: string,
  options: ReadOptions,
  last: LastReadings | undefined,
): Promise<Shared> {
  const { now: _now, ...others } = options;
  const key = JSON.stringify([root, others]);
  const read = async () => {
    const content = await readContent(root, options, last);
    // The owner's code is loaded with it, and counts with all that it imports.
    const shared = fingerprints.get(key) ?? fingerprint(root, others, NOT_FOR_TEXTS);
    fingerprints.set(key, shared);
    return { ...content, shared };
  };
  const { content } = known?.key === key ? known : { content: read() };
  known = known?.key === key ? undefined : { key, content };
  return content;
}

function forgetContent(loader: string): void {
  known = undefined;
  contentSaved.send(loader);
}
