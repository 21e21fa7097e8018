import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { closedHtml } from '../html/closed.ts';
import { renderHtml } from '../html/rendered.ts';
import { interfaceFor } from '../i18n/strings.ts';
import { withoutShownAnnotations } from '../jekyll/kramdown/annotation.ts';
import { withOwnAttributes } from '../jekyll/themes/idioms-plugin.ts';
import { askBeforeLoading } from '../markdown/embeds.ts';
import { createLinks, recordOf } from '../markdown/local-files.ts';
import { areUnchanged, placeOf } from '../markdown/pictures/picture-files.ts';
import { picturesInHtml } from '../markdown/pictures/pictures.ts';
import { referencesOfMdx, renderMarkdownSync } from '../markdown/render.ts';
import { unreadableOf } from '../markdown/unreadable.ts';
import site from '../site.config.ts';
import { filesOf } from './beside.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { formatOf } from '../source/formats.ts';
import { proseOf } from '../dialect/mdx.ts';
import type { Flaws } from '../check/text-problems.ts';
import type { Texts } from './texts.ts';

/** A post or page on its way into the content store. */
export interface Entry {
  id: string;
  /** Relative to the project's root. */
  filePath: string;
  /** In its author's words, after Liquid. */
  text: string;
  /** All that its rendering depends on beside `text`. While it stays the same, the store's is used. */
  version: unknown;
  /** What the rendering needs to know of its page. */
  page: { url: string; lang?: string | undefined };
  /**
   * What the store keeps beside the HTML.
   * @param prose `text` without the code of MDX
   * @param toHtml renders a part of it
   */
  data(prose: string, toHtml: (source: string) => string): object | Promise<object>;
}

/**
 * Renders an entry and stores it, unless it is stored as it is.
 * @param texts where its HTML goes
 * @returns what its author ought to hear of
 */
export async function storeEntry(
  { store, config, generateDigest, renderMarkdown, parseData }: LoaderContext,
  texts: Texts,
  { id, filePath, text, version, page, data: makeData }: Entry,
  dialect: Dialect,
): Promise<Flaws> {
  const digest = generateDigest({ version, text });
  const stored = store.get(id);
  const known = stored && filesOf(stored);
  const hasText = stored?.deferredRender || texts.has(digest);
  if (stored?.digest === digest && hasText && areUnchanged(known?.files ?? {})) {
    if ((stored.deferredRender || stored.assetImports) && !registered.has(stored)) {
      // Modules and pictures are registered when an entry is set, in each build anew.
      replace(stored);
    }
    return flawsOf(stored);
  }

  const format = formatOf(id);
  const file = path.join(fileURLToPath(config.root), filePath);
  const fileURL = pathToFileURL(file);
  const prose = format === 'mdx' ? proseOf(text) : text;
  const toHtml = (source: string) =>
    format === 'verbatim' ? source : renderMarkdownSync(dialect.toMarkdown(source));
  const data = await parseData({ id, data: { ...(await makeData(prose, toHtml)) }, filePath });
  if (format === 'mdx') {
    // Its HTML is made later; what it shows of files is known from here on.
    const { links: _links, ...frontmatter } = await referencesOfMdx(text, fileURL, page);
    const rendered = { html: '', metadata: { frontmatter } };
    replace({ id, data, filePath, digest, rendered, deferredRender: true });
  } else if (format === 'verbatim') {
    const frontmatter = {};
    const record = recordOf(frontmatter);
    const resolve = createLinks(placeOf(file, site.base, page.url), record);
    const { html, imports } = await picturesInHtml(
      withOwnAttributes(text),
      file,
      page.url,
      record,
      resolve,
    );
    const words = interfaceFor(page.lang ?? site.lang).strings;
    const rendered = renderHtml(askBeforeLoading(html, words));
    const metadata = {
      ...rendered.metadata,
      imagePaths: imports,
      frontmatter: { ...frontmatter, strays: closedHtml(text).strays.map(({ tag }) => tag) },
    };
    setText(rendered.html, metadata, imports);
  } else {
    const markdown = withFrontMatter(dialect.toMarkdown(text), page);
    const rendered = await renderMarkdown(markdown, { fileURL });
    const { html, strays } = closedHtml(withoutShownAnnotations(rendered.html));
    const { metadata = {} } = rendered;
    if (strays.length > 0) {
      const tags = strays.map(({ tag }) => tag);
      metadata.frontmatter = { ...metadata.frontmatter, strays: tags };
    }
    setText(html, metadata, metadata.imagePaths ?? []);
  }
  return flawsOf(store.get(id));

  function setText(
    html: string,
    { headings = [], ...metadata }: Metadata,
    assetImports: string[],
  ): void {
    texts.set(digest, { html, headings });
    replace({ id, data, filePath, digest, rendered: { html: '', metadata }, assetImports });
  }

  /** Astro takes an entry of the same digest for the same, but its pictures may have become others. */
  function replace(entry: Parameters<typeof store.set>[0]): void {
    store.delete(id);
    store.set(entry);
    const stored = store.get(id);
    if (stored) registered.add(stored);
  }
}

/** Entries that this process has set. To set one again would have the dev server load every page again. */
const registered = new WeakSet<object>();

type Metadata = NonNullable<Awaited<ReturnType<LoaderContext['renderMarkdown']>>['metadata']>;

/** Plugins read it; without any, a body that begins with a rule would lose text. JSON is YAML. */
function withFrontMatter(body: string, page: Entry['page']): string {
  return `---\n${JSON.stringify(page)}\n---\n${body}`;
}

function flawsOf(entry: ReturnType<LoaderContext['store']['get']>): Flaws {
  const frontmatter = entry?.rendered?.metadata?.frontmatter ?? {};
  return {
    missing: (entry && filesOf(entry)?.missing) ?? [],
    strays: (frontmatter['strays'] as string[] | undefined) ?? [],
    unreadable: unreadableOf({ ...frontmatter }),
  };
}

/** Takes out of the store what is no longer to be there: deleted, renamed or unpublished. */
export function keepOnly({ store }: LoaderContext, isKept: (id: string) => boolean): void {
  for (const id of store.keys()) if (!isKept(id)) store.delete(id);
}
