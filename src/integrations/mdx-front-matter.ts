import { fileText } from '../files.ts';
import { readFrontMatter } from '../post/front-matter.ts';
import { toPlain } from '../post/yaml.ts';

/**
 * A Vite plugin that hands the front matter of MDX files to Astro as Jekyll would read it. Astro
 * would parse it by other rules, and take `layout: post` for a component to import.
 */
export function mdxFrontMatter() {
  return {
    name: 'galley:mdx-front-matter',
    enforce: 'pre' as const,
    transform: {
      filter: { id: /\.mdx$/ },
      handler: (source: string) => normalizeFrontMatter(source),
    },
  };
}

/** The source with its front matter as JSON, without `layout`, and its text on the same lines. */
export function normalizeFrontMatter(source: string): string {
  const { data, body, bodyLine } = readFrontMatter(fileText(source));
  const { layout: _layout, ...kept } = data;
  const blank = '\n'.repeat(Math.max(0, bodyLine - 4));
  return `---\n${JSON.stringify(toPlain(kept))}\n---\n${blank}${body}`;
}
