import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { readData, readDataFile, type DataSource } from '../jekyll/rules/data-files.ts';
import { byDate, documentOf, inOrder, type Document } from './documents.ts';
import { documentDrop, pageDrop, sourceOf, type Drop } from './drops.ts';
import { siteDrop } from './site-drop.ts';
import { isListed, keysOf, sourcesOf, wordsOf, type Texts } from './site-texts.ts';
import { staticFiles } from './static-files.ts';
import { kramdownToMarkdown, usesKramdown } from '../jekyll/kramdown/kramdown.ts';
import { formulasOf, formulasToMarkdown } from '../jekyll/kramdown/formulas.ts';
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
import { isDocument, type DocumentSource, type PageSource } from '../source/read-page.ts';
import { readText } from '../lib/files.ts';
import { once } from '../lib/once.ts';
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
import { collectionsOf } from '../jekyll/rules/collections.ts';
import { excerptOf } from '../jekyll/rules/excerpt.ts';
import { formatOf } from '../source/formats.ts';
import { newestFirst } from '../source/order.ts';
import type { PostSource } from '../source/read-post.ts';
import { isMapping, toPlain } from '../jekyll/rules/yaml.ts';

/** A text that may hold Liquid. */
type Source = Pick<Document, 'file' | 'body' | 'bodyLine'>;

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
  const settings = collectionsOf(config['collections']);
  const labels = Object.keys(site.collections);
  const known = once<Document, PostSource | DocumentSource>(documentOf);
  const listed = texts.posts.filter(isListed).toSorted(newestFirst);
  /** The documents of a collection that lists name, in its order. */
  const listOf = once((label): Document[] =>
    label === 'posts'
      ? listed.map(known).toReversed()
      : inOrder(
          texts.documents
            .filter((one) => one.document.collection === label && isListed(one))
            .map(known),
          settings[label] ?? {},
        ),
  );
  const places = once((label) => new Map(listOf(label).map((one, place) => [one, place])));
  const contents = new Map<Document, string>();
  const excerpts = new Map<Document, string>();
  let keysOfTexts: ReadonlySet<string> | undefined;
  /** The document whose text is being made. */
  let current: Document | undefined;
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
        collections: { labels, settings },
        documents: (label) => listOf(label).map(toDrop),
        pages: () =>
          texts.pages.filter((page) => !isDocument(page) && isListed(page)).map(pageDrop),
        files: () =>
          staticFiles(publicFolder, {
            listed: sourcesOf(texts).filter(isListed).map(wordsOf),
            others: [
              ...sourcesOf(texts)
                .filter((source) => !isListed(source))
                .map(wordsOf),
              ...texts.withheld.map(({ path: file }) =>
                readText(path.join(root, POSTS_FOLDER, file)),
              ),
              ...texts.withheldPages.map((file) => readText(path.join(root, PAGES_FOLDER, file))),
            ],
          }),
        related: () =>
          current &&
          listed
            .slice(0, RELATED + 1)
            .map(known)
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
    ...createLinks(texts, toUrl, { publicFolder, site }),
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

  function toDrop(document: Document): Drop {
    const neighbour = (distance: number) => {
      const place = places(document.collection).get(document);
      const other = place === undefined ? undefined : listOf(document.collection)[place + distance];
      return other && toDrop(other);
    };
    return documentDrop(document, {
      excerpt: () => excerptHtml(document),
      content: () => contentOf(document),
      now: () => new Date(clock()),
      previous: () => neighbour(-1),
      next: () => neighbour(1),
    });
  }

  /** An excerpt that shows itself, through others perhaps, is empty there. */
  function excerptHtml(document: Document): string {
    const found = excerpts.get(document);
    if (found !== undefined) return found;
    excerpts.set(document, '');
    const { excerpt, body } = document;
    const { source } = excerptOf(excerpt, body, site.excerptSeparator, liquid.close);
    const { text } = expand({ ...document, body: source }, document);
    const html = renderMarkdownSync(toMarkdown(text));
    excerpts.set(document, html);
    return html;
  }

  /** What is not made yet shows its source. */
  function contentOf(document: Document): string {
    const format = formatOf(document.file);
    if (!isMade(document) || format === 'mdx') return sourceOf(document.body);
    const found = contents.get(document);
    if (found !== undefined) return found;
    contents.set(document, sourceOf(document.body));
    const { text } = expandDocument(document);
    const html = format === 'verbatim' ? text : renderMarkdownSync(toMarkdown(text));
    contents.set(document, html);
    return html;
  }

  /** Jekyll makes posts first, from the oldest to the newest, then the other collections, then pages. */
  function isMade(document: Document): boolean {
    if (!current || current === document) return !current;
    const rank = ({ collection }: Document) => labels.indexOf(collection);
    const before = rank(document) - rank(current);
    if (before !== 0) return before < 0;
    if (current.collection === 'posts') return byDate(document, current) < 0;
    const place = places(current.collection);
    return (place.get(document) ?? Infinity) < (place.get(current) ?? Infinity);
  }

  function expandDocument(document: Document): LiquidResult {
    return document.hasLiquid
      ? expand(document, document)
      : asShown({ text: document.body, problems: [], warnings: [] }, document.file, document.data);
  }

  function expand(source: Source, document: Document): LiquidResult {
    const result = run(source, document, () => toDrop(document));
    return asShown(result, document.file, document.data);
  }

  function run(
    { body, bodyLine, file }: Source,
    document: Document | undefined,
    page: () => Drop,
  ): LiquidResult {
    if (formatOf(file) === 'mdx' || !usesLiquid(body)) {
      return { text: body, problems: [], warnings: [] };
    }
    const outer = current;
    current = document;
    try {
      return liquid.render(body, { path: file, line: bodyLine, page: page() });
    } finally {
      current = outer;
    }
  }

  return {
    problems,
    get showsTime() {
      return showsTime;
    },
    expandPost: (post) => expandDocument(known(post)),
    expandPage(page) {
      if (isDocument(page)) return expandDocument(known(page));
      const file = `${PAGES_FOLDER}/${page.path}`;
      const result = run({ ...page, file }, undefined, () => pageDrop(page));
      return asShown(result, file, page.frontMatter);
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

/**
 * A text as the scripts and layouts of its old site showed it: its pictures in the folder that its front
 * matter names, and its formulas.
 */
function asShown(result: LiquidResult, file: string, frontMatter: FrontMatter): LiquidResult {
  if (formatOf(file) === 'mdx') return result;
  const inFolder = mediaAddress(frontMatter);
  const formulas = formatOf(file) === 'markdown' ? formulasOf(frontMatter) : undefined;
  const text = inFolder ? mapPictures(result.text, inFolder) : result.text;
  return { ...result, text: formulas ? formulasToMarkdown(text, formulas) : text };
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
