import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { closedHtml, type Closed } from '../html/closed.ts';
import { referencesInHtml } from '../html/references.ts';
import { withoutShownAnnotations } from '../jekyll/kramdown/annotation.ts';
import { addressesInHtml } from '../markdown/addresses.ts';
import { createLinks, recordOf } from '../markdown/local-files.ts';
import { placeOf } from '../markdown/pictures/picture-files.ts';
import { referencesOfMdx, renderPage, type Found } from '../markdown/render.ts';
import type { PageSource } from '../source/read-page.ts';
import type { Content } from '../check/content.ts';
import { formatOf } from '../source/formats.ts';
import type { PostSource } from '../source/read-post.ts';
import type { Flaws } from '../check/text-problems.ts';
import { PAGES_FOLDER, POSTS_FOLDER } from '../site/paths.ts';
import type { Site } from '../site/schema.ts';

/** What the page of a text refers to. */
export interface RenderedText {
  /** Addresses in it. */
  links: string[];
  /** What can be referred to in it; unknown of MDX, whose components may write anything. */
  ids?: ReadonlySet<string>;
  /** Files that are published with it: paths below the base path. */
  beside: string[];
  flaws: Flaws;
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
  if (format === 'mdx') {
    const { links, ...found } = await referencesOfMdx(text, pathToFileURL(place), page);
    return { links, ...about(found, []) };
  }
  if (format === 'verbatim') {
    const files = recordOf({});
    const html = addressesInHtml(text, createLinks(placeOf(place, base, page.url), files));
    return { ...linksAndIds(html), ...about({ files, unreadable: [] }, closedHtml(text).strays) };
  }
  const rendered = await renderPage(dialect.toMarkdown(text), pathToFileURL(place), page);
  const { html, strays } = closedHtml(withoutShownAnnotations(rendered.html));
  return { ...linksAndIds(html), ...about(rendered, strays) };
}

function about(
  { files, unreadable }: Found,
  strays: Closed['strays'],
): Pick<RenderedText, 'beside' | 'flaws'> {
  return {
    beside: Object.keys(files.beside),
    flaws: { missing: files.missing, strays: strays.map(({ tag }) => tag), unreadable },
  };
}

function linksAndIds(html: string) {
  const { references, ids } = referencesInHtml(html);
  return {
    links: references.flatMap(({ address, by }) => (by === 'markup' ? address : [])),
    ids,
  };
}

/** Links, pictures, HTML, formulas, diagrams. */
const MAY_BE_WRONG = /\]\(|\]:|:\/\/|<[a-z/]|\$\$|mermaid/i;

/** Whether something may be wrong with a text, so that it has to be rendered to know. */
export const mayBeWrong = (text: string): boolean => MAY_BE_WRONG.test(text);
