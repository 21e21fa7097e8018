/** The owner's components that texts in MDX can use without an import, by their names. */
export const mdxComponents = Object.fromEntries(
  Object.entries(import.meta.glob('../custom/mdx/*.astro', { eager: true, import: 'default' })).map(
    ([file, component]) => [file.slice(file.lastIndexOf('/') + 1, -'.astro'.length), component],
  ),
);
