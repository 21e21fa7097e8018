import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { referencesInHtml } from '../html/references.ts';
import { addressesInHtml } from '../markdown/addresses.ts';
import { createLinks, recordOf, type FileRecord } from '../markdown/local-files.ts';
import { placeOf } from '../markdown/picture-files.ts';
import { referencesOfMdx, renderPage } from '../markdown/render.ts';
import type { PageSource } from '../page/read.ts';
import type { Content } from '../post/check.ts';
import { formatOf } from '../post/files.ts';
import type { PostSource } from '../post/read.ts';
import { PAGES_FOLDER, POSTS_FOLDER } from '../site/paths.ts';
import type { Site } from '../site/schema.ts';

/** What the page of a text refers to. */
export interface RenderedText {
  /** Addresses in it. */
  links: string[];
  /** What can be referred to in it; unknown of MDX, whose components may write anything. */
  ids?: ReadonlySet<string>;
  /** What it has to do with files. */
  files: FileRecord;
}

/** The file of a post or page, relative to the project's root, and what its rendering depends on. */
export function pageOf(source: PostSource | PageSource) {
  return 'fileName' in source
    ? {
        file: `${POSTS_FOLDER}/${source.path}`,
        url: source.url,
        lang: source.frontMatter.lang,
      }
    : { file: `${PAGES_FOLDER}/${source.path}`, url: source.data.url, lang: source.data.lang };
}

/** Renders a post or page as its page shows it, without what the layout adds. */
export async function renderText(
  root: string,
  { base }: Pick<Site, 'base'>,
  source: PostSource | PageSource,
  { textOf, dialect }: Pick<Content, 'textOf' | 'dialect'>,
): Promise<RenderedText> {
  const { file, ...page } = pageOf(source);
  const place = path.join(root, file);
  const text = textOf(source);
  const format = formatOf(file);
  if (format === 'mdx') return referencesOfMdx(text, pathToFileURL(place), page);
  if (format === 'verbatim') {
    const files = recordOf({});
    const html = addressesInHtml(text, createLinks(placeOf(place, base, page.url), files));
    return { ...linksAndIds(html), files };
  }
  const { html, files } = await renderPage(dialect.toMarkdown(text), pathToFileURL(place), page);
  return { ...linksAndIds(html), files };
}

function linksAndIds(html: string) {
  const { references, ids } = referencesInHtml(html);
  return {
    links: references.flatMap(({ address, by }) => (by === 'markup' ? address : [])),
    ids,
  };
}

/** What a link or a picture begins with, in Markdown and HTML, unless it leads to another site at once. */
const LOCAL_LINK =
  /(?:\]\(|^.*\]:|\b(?:href|src|srcset|poster|data|action)\s*=)\s*["'<{]*(?!\s*["'<{]*(?:[a-z][a-z\d+.-]*:|\/\/))/im;

/** Whether a text may refer to something on the site, so that it has to be rendered to know. */
export function mayLink(text: string, { url }: Pick<Site, 'url'>): boolean {
  return LOCAL_LINK.test(text) || text.includes(new URL(url).host);
}
