import { satteri } from '@astrojs/markdown-satteri';
import { abbreviations } from '../jekyll/kramdown/abbreviations-plugin.ts';
import { annotations } from '../jekyll/kramdown/annotations-plugin.ts';
import { toc } from '../jekyll/kramdown/toc-plugin.ts';
import { dropComments } from './comments.ts';
import { directives } from './directives.ts';
import { footnotes } from './footnotes.ts';
import { strikethrough } from './strikethrough.ts';
import { headerlessTables } from './tables.ts';

/**
 * The one Markdown pipeline, for posts and pages, `.md` and `.mdx`. Code is highlighted by Astro
 * (see `shikiConfig` in astro.config.mjs); front matter is read before, by `src/post/`.
 */
export const markdownProcessor = satteri({
  features: {
    gfm: { footnotes: { clobberPrefix: '' } },
    frontmatter: false,
    definitionList: true,
    smartPunctuation: true,
    math: { singleDollarTextMath: false },
    headingAttributes: true,
    directive: true,
  },
  // Abbreviations are read from the annotations, which the annotations plugin uses up; comments go
  // last, when no plugin needs them any more.
  mdastPlugins: [abbreviations, annotations, directives, strikethrough, dropComments],
  hastPlugins: [toc, footnotes, headerlessTables],
});
