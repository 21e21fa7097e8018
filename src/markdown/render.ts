import { satteri } from '@astrojs/markdown-satteri';
import type { MarkdownHeading } from 'astro';
import { markdownToHtml, mdxToJs, type MdastPluginDefinition } from 'satteri';
import { withoutShownAnnotations } from '../jekyll/kramdown/annotation.ts';
import { diagrams } from './diagrams.ts';
import { recordOf, type FileRecord } from './local-files.ts';
import { pathInAstro } from './pictures/images.ts';
import { markdownOptions, shownOptions } from './processor.ts';
import { unreadableOf, type Unreadable } from './unreadable.ts';

type Renderer = ReturnType<ReturnType<typeof satteri>['createRenderer']>;

let plain: Renderer | undefined;
let shown: Renderer | undefined;

/** What a Markdown text becomes: HTML without highlighting, and its headings with their ids. */
export interface Rendered {
  html: string;
  headings: MarkdownHeading[];
}

/**
 * Renders Markdown outside Astro: what a text means, without what its page adds, for text that
 * never reaches a reader as it is (excerpts, search, tests, tools).
 */
export async function renderMarkdown(text: string): Promise<Rendered> {
  plain ??= satteri(markdownOptions).createRenderer({ syntaxHighlight: false });
  const { code, metadata } = await (await plain).render(text);
  return { html: withoutShownAnnotations(code), headings: metadata.headings };
}

/** The HTML of a Markdown text at once, for filters and tags that cannot wait. */
export function renderMarkdownSync(text: string): string {
  const result = markdownToHtml(text, markdownOptions);
  if (result instanceof Promise) throw new TypeError('a Markdown plugin is not synchronous');
  return withoutShownAnnotations(result.html);
}

/** What the front matter of a text says that its rendering depends on. */
interface Page {
  lang?: string | undefined;
  url?: string | undefined;
}

/** What its page needs, and its author ought to hear of. */
export interface Found {
  files: FileRecord;
  unreadable: Unreadable[];
}

const foundIn = (frontmatter: Record<string, unknown>): Found => ({
  files: recordOf(frontmatter),
  unreadable: unreadableOf(frontmatter),
});

/**
 * Renders Markdown as pages show it, but for the colours of code.
 * @param fileURL where the text comes from: its addresses are relative to it
 */
export async function renderPage(
  text: string,
  fileURL?: URL,
  page: Page = {},
): Promise<{ html: string } & Found> {
  shown ??= satteri(shownOptions).createRenderer({ syntaxHighlight: false });
  const frontmatter: Record<string, unknown> = { ...page };
  const { code } = await (await shown).render(text, { frontmatter, ...(fileURL && { fileURL }) });
  return { html: code, ...foundIn(frontmatter) };
}

/**
 * What the text of an MDX file has to do with files, and where it links to; nothing where it cannot be
 * compiled.
 */
export async function referencesOfMdx(
  text: string,
  fileURL: URL,
  page: Page,
): Promise<{ links: string[] } & Found> {
  const frontmatter: Record<string, unknown> = { ...page };
  const collectImages: MdastPluginDefinition = {
    name: 'collect-images',
    image(node, { data }) {
      data.astro?.localImagePaths.add(pathInAstro(node.url));
    },
  };
  let links: string[] = [];
  try {
    const { code } = await mdxToJs(text, {
      ...markdownOptions,
      mdastPlugins: [...markdownOptions.mdastPlugins, diagrams, collectImages],
      fileURL,
      data: {
        astro: {
          frontmatter,
          headings: [],
          localImagePaths: new Set(),
          remoteImagePaths: new Set(),
        },
      },
    });
    links = Array.from(code.matchAll(HREF), ([, json = '']) => String(JSON.parse(json)));
  } catch {
    // Astro compiles it too, and says what is wrong.
  }
  return { links, ...foundIn(frontmatter) };
}

/** Where a link leads in what MDX is compiled to. */
const HREF = /\bhref: ("(?:[^"\\]|\\.)*")/g;
