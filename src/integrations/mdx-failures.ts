import path from 'node:path';
import { fileURLToPath } from 'node:url';

const MODULE = fileURLToPath(new URL('../post/mdx-failure.ts', import.meta.url));

/** A Vite plugin by which a failure in the code of an MDX file names that file. */
export function mdxFailures(root: string) {
  return {
    name: 'galley:mdx-failures',
    enforce: 'post' as const,
    transform: {
      filter: { id: /\.mdx$/ },
      handler(code: string, id: string) {
        const file = path.relative(root, id).replaceAll(path.sep, '/');
        return `import { namingFile } from ${JSON.stringify(MODULE)};
${code.replace('function MDXContent(', 'function renderText(')}
const MDXContent = namingFile(${JSON.stringify(file)}, renderText);`;
      },
    },
  };
}
