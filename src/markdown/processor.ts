import { satteri } from '@astrojs/markdown-satteri';
import type { CompileOptions } from 'satteri';
import { abbreviations } from '../jekyll/kramdown/abbreviations-plugin.ts';
import { annotations } from '../jekyll/kramdown/annotations-plugin.ts';
import { hardWrap } from '../jekyll/kramdown/hard-wrap-plugin.ts';
import { headerOffset } from '../jekyll/kramdown/header-offset-plugin.ts';
import { symbols } from '../jekyll/kramdown/symbols-plugin.ts';
import { toc } from '../jekyll/kramdown/toc-plugin.ts';
import { themeIdioms } from '../jekyll/themes/idioms-plugin.ts';
import { bareAddresses, bareLinks } from './bare-links.ts';
import { addresses } from './addresses.ts';
import { callouts } from './callouts.ts';
import { captions } from './captions.ts';
import { codeFences, scrollingCode } from './code-fences.ts';
import { dropComments } from './drop-notes.ts';
import { diagrams } from './diagrams.ts';
import { directives } from './directives.ts';
import { embeds } from './embeds.ts';
import { footnotes } from './footnotes.ts';
import { headingIds } from './heading-ids.ts';
import { headingLinks } from './heading-links.ts';
import { highlight } from './highlight.ts';
import { undecodableImages, undecodableReferences } from './pictures/images.ts';
import { math } from './math.ts';
import { readOwnPlugins } from './own-plugins.ts';
import { pictures } from './pictures/pictures.ts';
import { plainPictures } from './pictures/plain-pictures.ts';
import { strikethrough } from './strikethrough.ts';
import { headerlessTables, scrollingTables } from './tables.ts';
import { taskLists } from './task-lists.ts';

/** The owner's, from `src/custom/markdown.ts`; they see what ours have made. */
const own = await readOwnPlugins();

const meaning = [
  themeIdioms,
  plainPictures,
  footnotes,
  headingIds,
  toc,
  headerOffset,
  symbols,
  headerlessTables,
  undecodableReferences,
];

/**
 * What a text means: the parser's features and the site's plugins, in the order in which they run.
 * Text that becomes part of another is rendered with these alone.
 */
export const markdownOptions = {
  features: {
    gfm: { footnotes: { clobberPrefix: '' } },
    frontmatter: false,
    definitionList: true,
    smartPunctuation: true,
    math: { singleDollarTextMath: false },
    headingAttributes: true,
    directive: true,
  },
  // Annotations come first: the others see what they stand for. Comments go last, when no plugin needs
  // them any more.
  mdastPlugins: [
    annotations,
    hardWrap,
    abbreviations,
    codeFences,
    math,
    directives,
    callouts,
    strikethrough,
    bareAddresses,
    undecodableImages,
    ...own.mdastPlugins,
    dropComments,
  ],
  hastPlugins: [...meaning, ...own.hastPlugins, addresses],
} satisfies CompileOptions;

/** How it is shown on its page: what readers can point at, scroll, enlarge, or be asked about. */
const presentation = {
  mdastPlugins: [bareLinks, diagrams],
  hastPlugins: [
    headingLinks,
    taskLists,
    scrollingTables,
    scrollingCode,
    captions,
    pictures,
    embeds,
  ],
} satisfies CompileOptions;

/** Markdown as pages show it, but for the colours of code. */
export const shownOptions = {
  features: markdownOptions.features,
  mdastPlugins: [...markdownOptions.mdastPlugins, ...presentation.mdastPlugins],
  // What pictures become of files comes before addresses, which see to all that is left.
  hastPlugins: [...meaning, ...own.hastPlugins, ...presentation.hastPlugins, addresses],
} satisfies CompileOptions;

/**
 * The one Markdown pipeline, for posts and pages, `.md` and `.mdx`; front matter is read before, by
 * `src/jekyll/`.
 */
export const markdownProcessor = satteri({
  ...shownOptions,
  hastPlugins: [highlight, ...shownOptions.hastPlugins],
});
