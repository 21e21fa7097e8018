import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { renderHtml } from '../html/render.ts';
import { interfaceFor } from '../i18n/strings.ts';
import { withoutShownAnnotations } from '../jekyll/kramdown/annotation.ts';
import { htmlWithBase } from '../markdown/base-path.ts';
import { askBeforeLoading } from '../markdown/embeds.ts';
import { areUnchanged } from '../markdown/picture-files.ts';
import { picturesInHtml, type PictureRecord } from '../markdown/pictures.ts';
import { renderMarkdownSync } from '../markdown/render.ts';
import site from '../site.config.ts';
import type { Dialect } from './dialect.ts';
import { formatOf } from './files.ts';
import { proseOf } from './mdx.ts';

type StoredEntry = NonNullable<ReturnType<LoaderContext['store']['get']>>;

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
  data(prose: string, toHtml: (source: string) => string): object;
}

/**
 * Renders an entry and stores it, unless it is stored as it is.
 * @returns addresses of pictures in the text for which there is no file
 */
export async function storeEntry(
  { store, config, generateDigest, renderMarkdown, parseData }: LoaderContext,
  { id, filePath, text, version, page, data: makeData }: Entry,
  dialect: Dialect,
): Promise<string[]> {
  const digest = generateDigest({ version, text });
  const stored = store.get(id);
  const known = stored && picturesOf(stored);
  if (stored?.digest === digest && areUnchanged(known?.files ?? {})) {
    if (stored.deferredRender || stored.assetImports) {
      // Modules and pictures are registered when an entry is set, in each build anew.
      store.delete(id);
      store.set(stored);
    }
    return known?.missing ?? [];
  }

  const format = formatOf(id);
  const fileURL = pathToFileURL(path.join(fileURLToPath(config.root), filePath));
  const prose = format === 'mdx' ? proseOf(text) : text;
  const toHtml = (source: string) =>
    format === 'verbatim' ? source : renderMarkdownSync(dialect.toMarkdown(source));
  const data = await parseData({ id, data: { ...makeData(prose, toHtml) }, filePath });
  if (format === 'mdx') {
    store.set({ id, data, filePath, digest, deferredRender: true });
  } else if (format === 'verbatim') {
    const { html, record, imports } = await picturesInHtml(text, fileURL, page.url);
    const words = interfaceFor(page.lang ?? site.lang).strings;
    const rendered = renderHtml(htmlWithBase(askBeforeLoading(html, words), site.base));
    const metadata = {
      ...rendered.metadata,
      imagePaths: imports,
      frontmatter: { pictures: record },
    };
    store.set({
      id,
      data,
      filePath,
      digest,
      rendered: { ...rendered, metadata },
      assetImports: imports,
    });
  } else {
    const markdown = withFrontMatter(dialect.toMarkdown(text), page);
    const rendered = await renderMarkdown(markdown, { fileURL });
    rendered.html = withoutShownAnnotations(rendered.html);
    const assetImports = rendered.metadata?.imagePaths ?? [];
    store.set({ id, data, filePath, digest, rendered, assetImports });
  }
  const entry = store.get(id);
  return (entry && picturesOf(entry)?.missing) ?? [];
}

/** Plugins read it; without any, a body that begins with a rule would lose text. JSON is YAML. */
function withFrontMatter(body: string, page: Entry['page']): string {
  return `---\n${JSON.stringify(page)}\n---\n${body}`;
}

/** What `markdown/pictures.ts` noted of a text. */
function picturesOf({ rendered }: StoredEntry): PictureRecord | undefined {
  return rendered?.metadata?.frontmatter?.['pictures'] as PictureRecord | undefined;
}

/** Takes out of the store what is no longer to be there: deleted, renamed or unpublished. */
export function keepOnly({ store }: LoaderContext, isKept: (id: string) => boolean): void {
  for (const id of store.keys()) if (!isKept(id)) store.delete(id);
}
