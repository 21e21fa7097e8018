import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { closedHtml } from '../html/closed.ts';
import { renderHtml } from '../html/rendered.ts';
import { interfaceFor } from '../i18n/strings.ts';
import { withoutShownAnnotations } from '../jekyll/kramdown/annotation.ts';
import { withOwnAttributes } from '../jekyll/themes/idioms-plugin.ts';
import { mayHoldDiagram } from '../markdown/diagrams.ts';
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
import type { Shelf, Stored } from './shelf.ts';
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
 * @param shelf where it is kept
 * @param texts where its HTML goes
 * @returns what its author ought to hear of
 */
export async function storeEntry(
  { config, generateDigest, renderMarkdown, parseData }: LoaderContext,
  shelf: Shelf,
  texts: Texts,
  { id, filePath, text, version, page, data: makeData }: Entry,
  dialect: Dialect,
): Promise<Flaws> {
  const digest = generateDigest(`${JSON.stringify(version)}\n${text}`);
  const stored = shelf.get(id, digest);
  const hasText = stored?.deferredRender || texts.has(digest);
  if (stored && hasText && areUnchanged(filesOf(stored)?.files ?? {})) {
    shelf.keep(stored);
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
    return flawsOf(shelf.put({ id, data, filePath, digest, rendered, deferredRender: true }));
  }
  if (format === 'verbatim') {
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
    return setText(rendered.html, metadata, imports);
  }
  const markdown = withFrontMatter(dialect.toMarkdown(text), page);
  const rendered = await renderMarkdown(markdown, { fileURL });
  const { html, strays } = closedHtml(withoutShownAnnotations(rendered.html));
  const { metadata = {} } = rendered;
  if (strays.length > 0) {
    const tags = strays.map(({ tag }) => tag);
    metadata.frontmatter = { ...metadata.frontmatter, strays: tags };
  }
  return setText(html, metadata, metadata.imagePaths ?? []);

  function setText(
    html: string,
    { headings = [], ...metadata }: Metadata,
    assetImports: string[],
  ): Flaws {
    texts.set(digest, { html, headings });
    const frontmatter = { ...metadata.frontmatter, hasDiagram: mayHoldDiagram(html) };
    const rendered = { html: '', metadata: { ...metadata, frontmatter } };
    return flawsOf(shelf.put({ id, data, filePath, digest, rendered, assetImports }));
  }
}

type Metadata = NonNullable<Awaited<ReturnType<LoaderContext['renderMarkdown']>>['metadata']>;

/** Plugins read it; without any, a body that begins with a rule would lose text. JSON is YAML. */
function withFrontMatter(body: string, page: Entry['page']): string {
  return `---\n${JSON.stringify(page)}\n---\n${body}`;
}

function flawsOf(entry: Stored): Flaws {
  const frontmatter = entry.rendered?.metadata?.frontmatter ?? {};
  return {
    missing: filesOf(entry)?.missing ?? [],
    strays: (frontmatter['strays'] as string[] | undefined) ?? [],
    unreadable: unreadableOf({ ...frontmatter }),
  };
}
