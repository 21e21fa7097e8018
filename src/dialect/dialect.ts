import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { readData, readDataFile, type DataSource } from '../jekyll/rules/data-files.ts';
import { pageDrop, postDrop, sourceOf, type Drop } from './drops.ts';
import { siteDrop } from './site-drop.ts';
import { staticFiles } from './static-files.ts';
import { kramdownToMarkdown, usesKramdown } from '../jekyll/kramdown/kramdown.ts';
import { readOptions } from '../jekyll/kramdown/options.ts';
import { createLinks } from './links.ts';
import {
  createLiquid,
  usesLiquid,
  type LiquidResult,
  type LiquidTag,
} from '../jekyll/liquid/engine.ts';
import { captionFences } from '../jekyll/octopress/fence.ts';
import type { FrontMatter } from '../jekyll/themes/theme.ts';
import { mapPictures } from '../jekyll/themes/media.ts';
import { mediaAddress } from '../jekyll/themes/themes.ts';
import { renderMarkdownSync } from '../markdown/render.ts';
import type { PageSource } from '../source/read-page.ts';
import { importOwn } from '../lib/own-module.ts';
import type { Problem } from '../lib/problem.ts';
import {
  DATA_FOLDER,
  INCLUDES_FOLDER,
  LIQUID_FOLDER,
  PAGES_FOLDER,
  POSTS_FOLDER,
  PUBLIC_FOLDER,
  TAGS_FOLDER,
} from '../site/paths.ts';
import type { Site } from '../site/schema.ts';
import { excerptOf } from '../jekyll/rules/excerpt.ts';
import { formatOf } from '../source/formats.ts';
import type { Folder } from '../source/folder.ts';
import { newestFirst } from '../source/order.ts';
import type { PostSource } from '../source/read-post.ts';
import { isMapping, toPlain } from '../jekyll/rules/yaml.ts';

/** A text that may hold Liquid. */
type Source = Pick<PostSource, 'path' | 'body' | 'bodyLine'>;

/** What Jekyll's authors write beside Markdown, put into Markdown in two steps. */
export interface Dialect {
  /** What is wrong with the owner's configuration, data and tags; grows while texts ask for data. */
  problems: readonly Problem[];
  /** Whether a text has shown what time it is, so that it is another one at any other moment. */
  readonly showsTime: boolean;
  /** The text of a post after Liquid, and what is wrong with it. Text without Liquid comes back as it is. */
  expandPost(post: PostSource): LiquidResult;
  /** The same for a page. */
  expandPage(page: PageSource): LiquidResult;
  /** Text after Liquid as plain Markdown: kramdown, and Octopress's captions of code. */
  toMarkdown(text: string): string;
  /**
   * What a text after Liquid means as HTML, without what its page adds. MDX is read as Markdown with HTML.
   * @param name of its file, whose ending tells how it is written
   */
  toHtml(name: string, text: string): string;
}

/** The posts and pages of a site: what the public may see, and paths of what it may not. */
export interface Texts extends Pick<Folder, 'posts' | 'withheld'> {
  pages: readonly PageSource[];
  withheldPages: readonly string[];
}

/** Jekyll calls so many posts related. */
const RELATED = 10;

/**
 * Prepares what Jekyll's dialect needs of a site: Liquid with the site's posts, pages, includes, data
 * and own tags, and the options of kramdown.
 */
export async function createDialect(
  root: string,
  site: Site,
  texts: Texts,
  now: number,
): Promise<Dialect> {
  const publicFolder = path.join(root, PUBLIC_FOLDER);
  const problems: Problem[] = [];
  const source: DataSource = { root, report: (problem) => problems.push(problem) };
  const imported = readDataFile(`${LIQUID_FOLDER}/config.yml`, source);
  const config: Drop = isMapping(imported) ? imported : {};
  const toUrl = (url: string) => site.base + url;
  const listed = texts.posts
    .filter(({ verdict }) => verdict.status !== 'unlisted')
    .toSorted(newestFirst);
  const places = new Map(listed.map((post, place) => [post, place]));
  const contents = new Map<PostSource, string>();
  const excerpts = new Map<PostSource, string>();
  let keysOfTexts: ReadonlySet<string> | undefined;
  /** The post whose text is being made. */
  let current: PostSource | undefined;
  let showsTime = false;
  const clock = () => {
    showsTime = true;
    return now;
  };

  const liquid = createLiquid({
    site: siteDrop(
      {
        ...config,
        url: site.url,
        baseurl: site.base,
        title: site.title,
        data: readData(DATA_FOLDER, source),
      },
      {
        posts: () => listed.map(toDrop),
        pages: () => texts.pages.map(pageDrop),
        files: () =>
          staticFiles(
            publicFolder,
            [...texts.posts, ...texts.pages].map(
              (text) =>
                JSON.stringify('fileName' in text ? text.data : text.frontMatter) + text.body,
            ),
            [
              ...texts.withheld.map(({ path: file }) => path.join(root, POSTS_FOLDER, file)),
              ...texts.withheldPages.map((file) => path.join(root, PAGES_FOLDER, file)),
            ],
          ),
        related: () =>
          current &&
          listed
            .slice(0, RELATED + 1)
            .filter((post) => post !== current)
            .slice(0, RELATED)
            .map(toDrop),
      },
      clock,
    ),
    root,
    includesDir: path.join(root, INCLUDES_FOLDER),
    postsDir: path.join(root, POSTS_FOLDER),
    code: codeFolder(config, publicFolder, toUrl),
    customTags: await readTags(TAGS_FOLDER, source),
    ...createLinks(texts, toUrl, { publicFolder, collections: config['collections'] }),
    renderMarkdown: (text) => renderMarkdownSync(toMarkdown(text)),
    timeZone: site.timeZone,
    url: site.url,
    baseUrl: site.base,
    now: clock,
    unknownTags: site.liquid.unknownTags,
    keysOfTexts: () => (keysOfTexts ??= keysOf(texts)),
  });
  const kramdown = readOptions(mappingOf(config['kramdown']));
  const hasOptions = Object.keys(kramdown).length > 0;

  function toMarkdown(text: string): string {
    const captioned = captionFences(text);
    return hasOptions || usesKramdown(captioned)
      ? kramdownToMarkdown(captioned, kramdown)
      : captioned;
  }

  function toDrop(post: PostSource): Drop {
    const place = places.get(post);
    const neighbour = (distance: number) => {
      const other = place === undefined ? undefined : listed[place + distance];
      return other && toDrop(other);
    };
    return postDrop(post, {
      excerpt: () => excerptHtml(post),
      content: () => contentOf(post),
      previous: () => neighbour(1),
      next: () => neighbour(-1),
    });
  }

  /** An excerpt that shows itself, through others perhaps, is empty there. */
  function excerptHtml(post: PostSource): string {
    const known = excerpts.get(post);
    if (known !== undefined) return known;
    excerpts.set(post, '');
    const { frontMatter, body } = post;
    const { source } = excerptOf(frontMatter, body, site.excerptSeparator, liquid.close);
    const { text } = expand({ ...post, body: source }, post);
    const html = renderMarkdownSync(toMarkdown(text));
    excerpts.set(post, html);
    return html;
  }

  /** Jekyll makes posts from the oldest to the newest; what is not made yet shows its source. */
  function contentOf(post: PostSource): string {
    const isMade = current !== post && (!current || newestFirst(current, post) < 0);
    if (!isMade || formatOf(post.path) === 'mdx') return sourceOf(post.body);
    const known = contents.get(post);
    if (known !== undefined) return known;
    contents.set(post, sourceOf(post.body));
    const { text } = expandPost(post);
    const isVerbatim = formatOf(post.path) === 'verbatim';
    const html = isVerbatim ? text : renderMarkdownSync(toMarkdown(text));
    contents.set(post, html);
    return html;
  }

  function expand(source: Source, post: PostSource): LiquidResult {
    const result = run(source, `${POSTS_FOLDER}/${post.path}`, post, () => toDrop(post));
    return withMedia(result, post.path, post.data);
  }

  function run(
    { body, bodyLine, path: name }: Source,
    file: string,
    post: PostSource | undefined,
    page: () => Drop,
  ): LiquidResult {
    if (formatOf(name) === 'mdx' || !usesLiquid(body)) {
      return { text: body, problems: [], warnings: [] };
    }
    const outer = current;
    current = post;
    try {
      return liquid.render(body, { path: file, line: bodyLine, page: page() });
    } finally {
      current = outer;
    }
  }

  function expandPost(post: PostSource): LiquidResult {
    const { body, data } = post;
    const isPlain = post.frontMatter.render_with_liquid === false;
    return isPlain
      ? withMedia({ text: body, problems: [], warnings: [] }, post.path, data)
      : expand(post, post);
  }

  return {
    problems,
    get showsTime() {
      return showsTime;
    },
    expandPost,
    expandPage(page) {
      const file = `${PAGES_FOLDER}/${page.path}`;
      const result = run(page, file, undefined, () => pageDrop(page));
      return withMedia(result, page.path, page.frontMatter);
    },
    toMarkdown,
    toHtml(name, text) {
      const format = formatOf(name);
      if (format === 'verbatim') return text;
      return renderMarkdownSync(format === 'mdx' ? text : toMarkdown(text));
    },
  };
}

function mappingOf(value: unknown): Record<string, unknown> {
  const plain = toPlain(value);
  return isMapping(plain) ? plain : {};
}

function keysOf({ posts, pages }: Texts): ReadonlySet<string> {
  const all = [...posts.map(({ data }) => data), ...pages.map(({ frontMatter }) => frontMatter)];
  return new Set(all.flatMap((data) => Object.keys(data)));
}

/** Some themes look for the pictures of a text in a folder that its front matter names. */
function withMedia(result: LiquidResult, name: string, frontMatter: FrontMatter): LiquidResult {
  const inFolder = formatOf(name) === 'mdx' ? undefined : mediaAddress(frontMatter);
  return inFolder ? { ...result, text: mapPictures(result.text, inFolder) } : result;
}

/** Octopress keeps code for `include_code` in `downloads/code`, unless its config says otherwise. */
function codeFolder(config: Drop, publicFolder: string, toUrl: (path: string) => string) {
  const folder = typeof config['code_dir'] === 'string' ? config['code_dir'] : 'downloads/code';
  return { dir: path.join(publicFolder, folder), url: toUrl(`/${folder}`) };
}

/** The owner's own tags: the default export of each file, by its name. */
async function readTags(
  folder: string,
  { root, report }: DataSource,
): Promise<Record<string, LiquidTag>> {
  const tags: Record<string, LiquidTag> = {};
  const place = path.join(root, folder);
  if (!existsSync(place)) return tags;
  for (const file of await readdir(place)) {
    const { name, ext } = path.parse(file);
    if (ext !== '.ts') continue;
    const module = await importOwn(root, `${folder}/${file}`);
    if (!module) continue;
    if ('problem' in module) {
      report(module.problem);
      continue;
    }
    const tag = module.exports['default'];
    if (typeof tag === 'object' && tag !== null && 'render' in tag) tags[name] = tag as LiquidTag;
    else {
      report({
        file: `${folder}/${file}`,
        message: 'expected a tag as default export: an object with `render`',
      });
    }
  }
  return tags;
}
