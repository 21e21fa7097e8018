import type { MarkdownHeading } from 'astro';
import { markdownToHtml } from 'satteri';
import { withoutShownAnnotations } from '../jekyll/kramdown/annotation.ts';
import { markdownOptions, markdownProcessor } from './processor.ts';

let renderer: ReturnType<typeof markdownProcessor.createRenderer> | undefined;

/** What a Markdown text becomes: HTML without highlighting, and its headings with their ids. */
export interface Rendered {
  html: string;
  headings: MarkdownHeading[];
}

/**
 * Renders Markdown outside Astro: the same pipeline as the site's pages without code highlighting,
 * for text that never reaches a reader as it is (excerpts, search, tests, tools).
 */
export async function renderMarkdown(text: string): Promise<Rendered> {
  renderer ??= markdownProcessor.createRenderer({ syntaxHighlight: false });
  const { code, metadata } = await (await renderer).render(text);
  return { html: withoutShownAnnotations(code), headings: metadata.headings };
}

/** The HTML of a Markdown text at once, for filters and tags that cannot wait. */
export function renderMarkdownSync(text: string): string {
  const result = markdownToHtml(text, markdownOptions);
  if (result instanceof Promise) throw new TypeError('a Markdown plugin is not synchronous');
  return withoutShownAnnotations(result.html);
}
