import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileText } from '../lib/files.ts';
import { formatOf } from '../source/formats.ts';
import { readFrontMatter } from '../jekyll/rules/front-matter.ts';
import { compile } from '../dialect/mdx.ts';
import { toPlain } from '../jekyll/rules/yaml.ts';
import { ContentError } from '../lib/problem.ts';

/** A component that shows what it is given. */
const NO_LAYOUT = fileURLToPath(new URL('./NoLayout.astro', import.meta.url));

/**
 * A Vite plugin that hands the front matter of MDX files, and of what they import, to Astro as Jekyll
 * would read it. Astro would parse it by other rules, and take `layout: post` for a component to import.
 * Mistakes in the text are told here, because Astro names neither their file nor their line.
 * @throws ContentError
 */
export function mdxFrontMatter(root: string) {
  return {
    name: 'galley:mdx-front-matter',
    enforce: 'pre' as const,
    resolveId(source: string, importer: string | undefined) {
      const [file = ''] = importer?.split('?') ?? [];
      return formatOf(file) === 'markdown' && layoutOf(file) === source ? NO_LAYOUT : undefined;
    },
    transform: {
      filter: { id: /\.mdx$/ },
      handler(source: string, id: string) {
        const file = path.relative(root, id).replaceAll(path.sep, '/');
        const compiled = compile(file, readFrontMatter(fileText(source)));
        if (typeof compiled !== 'string') throw new ContentError([compiled]);
        return normalizeFrontMatter(source);
      },
    },
  };
}

function layoutOf(file: string): unknown {
  return readFrontMatter(fileText(readFileSync(file, 'utf8'))).data['layout'];
}

/** The source with its front matter as JSON, without `layout`, and its text on the same lines. */
export function normalizeFrontMatter(source: string): string {
  const { data, body, bodyLine } = readFrontMatter(fileText(source));
  const { layout: _layout, ...kept } = data;
  const blank = '\n'.repeat(Math.max(0, bodyLine - 4));
  return `---\n${JSON.stringify(toPlain(kept))}\n---\n${blank}${body}`;
}
