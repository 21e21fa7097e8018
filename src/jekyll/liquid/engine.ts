import path from 'node:path';
import { Context, Liquid, toValueSync, type Template } from 'liquidjs';
import type { Problem } from '../../lib/problem.ts';
import { octopressTags } from '../octopress/octopress-tags.ts';
import { includes as themeIncludes } from '../themes/themes.ts';
import { createFilters } from './filters/index.ts';
import { operators } from './operators.ts';
import { parse, type Language } from './parser.ts';
import { Partials } from './partials.ts';
import { ranges, RANGES } from './range.ts';
import { startRun } from './liquid-run.ts';
import { tagClass, type LiquidTag } from './tag.ts';
import { AssignTag } from './tags/assign-tag.ts';
import { highlight } from './tags/highlight-tag.ts';
import { ifchanged } from './tags/ifchanged-tag.ts';
import { includeRelativeTag, includeTag } from './tags/include-tag.ts';
import { linkTag, postUrlTag, type LinkTarget } from './tags/link-tags.ts';
import { definedIn } from './undefined.ts';
import { toText } from './value.ts';

export type { LiquidTag } from './tag.ts';
export type { LinkTarget } from './tags/link-tags.ts';
export { LiquidMistake } from './place.ts';

/** What Liquid needs to know of the site that it writes for. */
export interface LiquidOptions {
  /**
   * What `site` is in a template: the imported `_config.yml`, `data`, `posts`, `pages`, `tags`,
   * `categories`, `time`. A function (or a getter) makes its value when it is asked for.
   */
  readonly site: Readonly<Record<string, unknown>>;
  /** Absolute path of the project, for the paths in problems. */
  readonly root: string;
  /** Absolute path of the folder that `include` reads from. */
  readonly includesDir: string;
  /** Absolute path of the folder that `include_relative` may not leave. */
  readonly postsDir: string;
  /** Where Octopress's `include_code` reads from, as an absolute path, and the URL of that folder. */
  readonly code: { readonly dir: string; readonly url: string };
  /** The owner's own tags by name; they win over every other. */
  readonly customTags: Readonly<Record<string, LiquidTag>>;
  /** The post that `post_url` names: `2014-01-05-name`, `folder/2014-01-05-name`. */
  postUrl(name: string): LinkTarget;
  /** The file that `link` names: `_posts/2014-01-05-name.md`, `/assets/a.pdf`. */
  linkUrl(path: string): LinkTarget;
  /** For `markdownify`. */
  renderMarkdown(text: string): string;
  /** IANA name. */
  readonly timeZone: string;
  /** Scheme and host, without a path. */
  readonly url: string;
  /** Path that the site lives under: empty, or `/blog`. */
  readonly baseUrl: string;
  /** Now, in milliseconds since 1970. Asked only where a text shows it. */
  readonly now: () => number;
  /** What a tag is that nobody defines, and a missing include: an error, or left out with a warning. */
  readonly unknownTags: 'error' | 'drop';
  /** All keys that posts and pages have: what one of them asks `page` for, another may define. */
  keysOfTexts(): ReadonlySet<string>;
}

/** A post whose body is to be rendered. */
export interface LiquidPost {
  /** Path relative to the project's root. */
  readonly path: string;
  /** The line of the file that the body begins at. */
  readonly line: number;
  /** What `page` is: the front matter, and what Jekyll adds to it. Functions as in `site`. */
  readonly page: Readonly<Record<string, unknown>>;
}

/** A body without Liquid, and all that is wrong with it. */
export interface LiquidResult {
  /** Markdown, or HTML for a `.html` post. Not to be published when there are problems. */
  readonly text: string;
  readonly problems: Problem[];
  /** What Jekyll reads over. */
  readonly warnings: Problem[];
}

/** What `jekyll` is in a template: the version whose rules are followed here. */
const JEKYLL = { environment: 'production', version: '4.3.1' };

/** Whether a body has anything for Liquid to do. */
export function usesLiquid(body: string): boolean {
  return body.includes('{{') || body.includes('{%');
}

/** Jekyll 4's Liquid with Octopress's tags, for the bodies of one site's posts. */
export function createLiquid(options: LiquidOptions): {
  render(source: string, post: LiquidPost): LiquidResult;
  /** The beginning of a body, with an end for each block that was cut open. */
  close(head: string): string;
} {
  const liquid = new Liquid({ operators });
  const names = { single: new Set<string>(), blocks: new Set<string>() };
  const language: Language = {
    liquid,
    names: { ...names, unknownTags: options.unknownTags },
    text: (value) => toText(value, options.timeZone),
  };
  defineFilters(liquid, options);
  defineTags(language, names, options);

  return {
    render(source, post) {
      const problems = new Map<string, Problem>();
      const warnings = new Map<string, Problem>();
      const report = {
        error: collector(problems, ({ file, line, value, message, via }) => [
          file,
          line,
          value,
          message,
          via,
        ]),
        warn: collector(warnings, ({ file, message, via, hint }) => [file, message, via, hint]),
      };
      const templates = parse({ text: source, file: post.path, line: post.line }, language, report);
      const context = new Context(
        {
          site: options.site,
          page: post.page,
          jekyll: JEKYLL,
          [RANGES]: ranges,
        },
        liquid.options,
        { sync: true },
        { liquid },
      );
      startRun(context, {
        report,
        missing: options.unknownTags,
        defined: new Set(definedIn(source)),
        keysOfTexts: options.keysOfTexts,
      });
      return {
        text: renderAll(liquid, templates, context),
        problems: [...problems.values()],
        warnings: [...warnings.values()],
      };
    },
    close(head) {
      const open = [...head.matchAll(/\{%-?\s*(\w+)\s*[^]*?-?%\}/g)]
        .map(([, name = '']) => name)
        .filter((name) => names.blocks.has(name) && !new RegExp(`\\{%-?\\s*end${name}`).test(head));
      return open.reduceRight((text, name) => `${text}\n{% end${name} %}`, head);
    },
  };
}

function renderAll(liquid: Liquid, templates: Template[], context: Context): string {
  return String(toValueSync(liquid.renderer.renderTemplates(templates, context)));
}

/** Keeps the first of each problem: a loop meets the same one many times. */
function collector(
  problems: Map<string, Problem>,
  keyOf: (problem: Problem) => unknown[],
): (problem: Problem) => void {
  return (problem) => {
    const key = JSON.stringify(keyOf(problem));
    if (!problems.has(key)) problems.set(key, problem);
  };
}

function defineFilters(liquid: Liquid, options: LiquidOptions): void {
  for (const name of Object.keys(liquid.filters)) liquid.unregisterFilter(name);
  for (const [name, filter] of Object.entries(createFilters(options))) {
    liquid.registerFilter(name, filter);
  }
}

/** Tags of LiquidJS that Ruby's Liquid 4.0 has too. */
const STANDARD_BLOCKS = ['capture', 'case', 'for', 'if', 'tablerow', 'unless'];
const STANDARD_SINGLES = ['assign', 'break', 'continue', 'cycle', 'decrement', 'increment'];
/** Tags that never reach LiquidJS: see `scan` and `mend`. */
const SPECIAL = ['comment', 'raw'];

function defineTags(
  language: Language,
  { single, blocks }: { single: Set<string>; blocks: Set<string> },
  options: LiquidOptions,
): void {
  const { liquid } = language;
  for (const name of [...STANDARD_BLOCKS, ...SPECIAL]) blocks.add(name);
  for (const name of STANDARD_SINGLES) single.add(name);
  for (const name of Object.keys(liquid.tags)) {
    if (!single.has(name) && !blocks.has(name)) delete liquid.tags[name];
  }
  liquid.registerTag('assign', AssignTag);

  const includes = new Partials(options.includesDir, options.root, language, {
    provided: themeIncludes,
  });
  const posts = new Partials(options.postsDir, options.root, language);
  const bodies = new Partials(options.includesDir, options.root, language, {
    bodyOf: withoutFrontMatter,
  });
  const folderOf = (file: string) =>
    path.relative(options.postsDir, path.dirname(path.join(options.root, file)));
  const tags: Record<string, LiquidTag> = {
    ...octopressTags(bodies, options.code),
    highlight,
    ifchanged,
    include: includeTag(includes),
    include_cached: includeTag(includes),
    include_relative: includeRelativeTag(posts, folderOf),
    link: linkTag(options.linkUrl),
    post_url: postUrlTag(options.postUrl),
    ...options.customTags,
  };
  for (const [name, tag] of Object.entries(tags)) {
    liquid.registerTag(name, tagClass(tag, language));
    single.delete(name);
    blocks.delete(name);
    (tag.block === true ? blocks : single).add(name);
  }
}

function withoutFrontMatter(text: string): string {
  return text.replace(/^---\s*\n[\s\S]*?\n---\s*\n/, '');
}
