import { fileURLToPath, pathToFileURL } from 'node:url';
import path from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { ContentError, formatProblem } from '../problem.ts';
import { buildTime } from '../site/environment.ts';
import { renderHtml } from '../html/render.ts';
import { renderMarkdownSync } from '../markdown/render.ts';
import type { Site } from '../site/schema.ts';
import { urlClashes } from './clashes.ts';
import { createDialect, type Dialect } from './dialect.ts';
import { postData } from './entry.ts';
import { formatOf } from './files.ts';
import { proseOf } from './mdx.ts';
import { fingerprint } from './fingerprint.ts';
import { readFolder } from './folder.ts';
import { POSTS_FOLDER, type PostSource } from './read.ts';

/** What the loader is given by `src/content.config.ts`. */
interface Options {
  site: Site;
  /** Load drafts and scheduled posts too: for the dev server and the drafts preview. */
  drafts: boolean;
}

/**
 * Puts into the content store the posts that the public may see (with `drafts`, all of them).
 * Nothing else gets there, so no page, feed or index has to remember to leave it out.
 * @throws ContentError in a build, with every mistake in every file; the dev server logs them
 */
export function postsLoader(options: Options): Loader {
  return {
    name: 'posts',
    async load(context) {
      await sync(context, options);
      watch(context, options);
    },
  };
}

async function sync(context: LoaderContext, { site, drafts }: Options): Promise<void> {
  const { store, logger, watcher, config } = context;
  const root = fileURLToPath(config.root);
  const now = buildTime();
  const folder = await readFolder(root, { site, drafts, now });
  const dialect = await createDialect(root, site, folder, now);
  const { posts, withheld, problems, warnings } = folder;

  problems.push(...urlClashes(posts, POSTS_FOLDER, fileURLToPath(config.publicDir)));
  // Liquid can show other posts and data, so it runs in each build; what it gives is what is cached.
  const texts = posts.map((post) => {
    const { text, ...reports } = dialect.expandLiquid(post);
    problems.push(...reports.problems);
    warnings.push(...reports.warnings);
    return text;
  });
  for (const warning of warnings) logger.warn(formatProblem(warning));
  if (problems.length > 0 && !watcher) throw new ContentError(problems);
  for (const problem of problems) logger.error(formatProblem(problem));

  const ids = new Set(posts.map((post) => post.path));
  for (const id of store.keys()) if (!ids.has(id)) store.delete(id);

  const version = await fingerprint(root, { site, drafts });
  const render = (post: PostSource, i: number) =>
    storePost(context, { ...post, body: texts[i] ?? '' }, { site, version, dialect });
  await Promise.all(posts.map(render));
  logger.info(`${posts.length} posts loaded, ${withheld.length} held back`);
}

/** Renders a post and stores it, unless it is stored as it is. */
async function storePost(
  { store, config, generateDigest, renderMarkdown, parseData }: LoaderContext,
  post: PostSource,
  { site, version, dialect }: { site: Site; version: string; dialect: Dialect },
): Promise<void> {
  const id = post.path;
  const filePath = `${POSTS_FOLDER}/${id}`;
  const digest = generateDigest({ version, ...post });
  const stored = store.get(id);
  if (stored?.digest === digest) {
    if (stored.deferredRender || stored.assetImports) {
      // Modules and pictures are registered when an entry is set, in each build anew.
      store.delete(id);
      store.set(stored);
    }
    return;
  }

  const format = formatOf(id);
  const prose = format === 'mdx' ? proseOf(post.body) : post.body;
  const toHtml = (source: string) =>
    format === 'verbatim' ? source : renderMarkdownSync(dialect.toMarkdown(source));
  const data = await parseData({ id, data: { ...postData(post, prose, site, toHtml) }, filePath });
  if (format === 'mdx') {
    store.set({ id, data, filePath, digest, deferredRender: true });
  } else if (format === 'verbatim') {
    store.set({ id, data, filePath, digest, rendered: renderHtml(post.body) });
  } else {
    const text = withEmptyFrontMatter(dialect.toMarkdown(post.body));
    const fileURL = pathToFileURL(path.join(fileURLToPath(config.root), filePath));
    const rendered = await renderMarkdown(text, { fileURL });
    const assetImports = rendered.metadata?.imagePaths ?? [];
    store.set({ id, data, filePath, digest, rendered, assetImports });
  }
}

/** Astro looks for front matter in what it renders: a body that begins with a rule would lose text. */
function withEmptyFrontMatter(body: string): string {
  return `---\n---\n${body}`;
}

/** In the dev server: what is saved is read again. */
function watch(context: LoaderContext, options: Options): void {
  const { watcher, config, logger } = context;
  if (!watcher) return;
  const folder = path.join(fileURLToPath(config.root), POSTS_FOLDER) + path.sep;
  let running = Promise.resolve();
  const onChange = (file: string) => {
    if (!file.startsWith(folder)) return;
    running = running
      .then(() => sync(context, options))
      .catch((error: unknown) => logger.error(String(error)));
  };
  watcher.add(folder);
  for (const event of ['add', 'change', 'unlink'] as const) watcher.on(event, onChange);
}
