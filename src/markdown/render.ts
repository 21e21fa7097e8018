import { satteri } from '@astrojs/markdown-satteri';
import type { MarkdownHeading } from 'astro';
import { markdownToHtml } from 'satteri';
import { markdownOptions, markdownProcessor } from './processor.ts';

type Renderer = ReturnType<typeof markdownProcessor.createRenderer>;

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
  return { html: code, headings: metadata.headings };
}

/** The HTML of a Markdown text at once, for filters and tags that cannot wait. */
export function renderMarkdownSync(text: string): string {
  const result = markdownToHtml(text, markdownOptions);
  if (result instanceof Promise) throw new TypeError('a Markdown plugin is not synchronous');
  return result.html;
}

/**
 * Renders Markdown as pages show it, but for the colours of code; `missing` are the addresses of
 * pictures for which there is no file.
 * @param fileURL where the text comes from: its pictures are relative to it
 * @param page what the front matter says that rendering depends on
 */
export async function renderPage(
  text: string,
  fileURL?: URL,
  page: { lang?: string | undefined; url?: string | undefined } = {},
): Promise<{ html: string; missing: string[] }> {
  shown ??= markdownProcessor.createRenderer({ syntaxHighlight: false });
  const { code, metadata } = await (
    await shown
  ).render(text, { frontmatter: { ...page }, ...(fileURL && { fileURL }) });
  const pictures = metadata.frontmatter['pictures'] as { missing: string[] } | undefined;
  return { html: code, missing: pictures?.missing ?? [] };
}
