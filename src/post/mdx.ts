import { mdxToMdast } from 'satteri';

/** What is code in an MDX file, or holds some: imports, exports, components, expressions. */
const CODE = /^mdx/;

/** The blocks of an MDX file that are Markdown alone, for excerpts and word counts. */
export function proseOf(source: string): string {
  const root = mdxToMdast(source, { features: { frontmatter: false } });
  const blocks = 'children' in root ? root.children : [];
  return blocks
    .filter((block) => !holdsCode(block))
    .map(({ position }) => source.slice(position?.start.offset, position?.end.offset))
    .join('\n\n');
}

function holdsCode(node: { type: string; children?: readonly { type: string }[] }): boolean {
  return CODE.test(node.type) || (node.children?.some(holdsCode) ?? false);
}
