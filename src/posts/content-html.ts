import { readFileSync } from 'node:fs';
import { render as renderEntry, type CollectionEntry } from 'astro:content';
import { loadRenderers } from 'astro:container';
import { getContainerRenderer } from '@astrojs/mdx/container-renderer';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { fileText } from '../lib/files.ts';
import { shownHtml } from '../html/shown.ts';
import { readFrontMatter } from '../jekyll/rules/front-matter.ts';
import { codeFailure } from '../dialect/mdx.ts';
import { ContentError, type Problem } from '../lib/problem.ts';
import site from '../site.config.ts';
import { mdxComponents } from './mdx-components.ts';
import { withText } from '../store/texts.ts';

type Entry = CollectionEntry<'posts' | 'pages'>;

let container: Promise<AstroContainer> | undefined;
const rendered = new WeakMap<Entry, Promise<string>>();

/**
 * The text of a post or page as HTML, as its page shows it.
 * @throws ContentError where its code cannot be run
 */
export function contentHtml(entry: Entry): Promise<string> {
  const html = rendered.get(entry) ?? makeHtml(entry);
  rendered.set(entry, html);
  return html;
}

/** An entry as Astro renders it: its text as a component, and its headings. */
export const render = (entry: Entry): ReturnType<typeof renderEntry> =>
  renderEntry(withText(entry));

async function makeHtml(entry: Entry): Promise<string> {
  // Rendering is needed where the stored HTML is not final: MDX, and pictures to be optimised.
  const { html, metadata } = withText(entry).rendered ?? {};
  if (html && !metadata?.imagePaths?.length) return html;
  container ??= createContainer();
  try {
    const { Content } = await render(entry);
    return shownHtml(
      await (await container).renderToString(Content, { props: { components: mdxComponents } }),
      site.base,
    );
  } catch (error) {
    const { filePath } = entry;
    if (!filePath || !hasCode(entry) || !(error instanceof Error)) throw error;
    // The dev server finds syntax errors only now.
    if (error.name === 'ContentError') throw error;
    const text = readFrontMatter(fileText(readFileSync(filePath, 'utf8')));
    throw new ContentError([codeFailure(filePath, text, error.message.replace(/\s+/g, ' '))]);
  }
}

async function createContainer(): Promise<AstroContainer> {
  return AstroContainer.create({ renderers: await loadRenderers([getContainerRenderer()]) });
}

/**
 * Runs the code of texts that have some, to tell all that fails at once.
 * @throws ContentError
 */
export async function runCode(entries: readonly Entry[]): Promise<void> {
  const problems: Problem[] = [];
  for (const entry of entries.filter(hasCode)) {
    try {
      await contentHtml(entry);
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new ContentError(problems);
}

const hasCode = ({ filePath = '' }: Entry): boolean => filePath.endsWith('.mdx');
