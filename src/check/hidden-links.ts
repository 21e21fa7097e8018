import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow, isPicture } from '../lib/files.ts';
import { createResolve } from '../html/local-address.ts';
import { decodeEntities } from '../html/entities.ts';
import { referencesInHtml } from '../html/references.ts';
import { readPages, type PageSource } from '../source/read-page.ts';
import type { Problem } from '../lib/problem.ts';
import { lineInConfig } from '../site/define.ts';
import { CONFIG_FILE, PAGES_FOLDER, POSTS_FOLDER } from '../site/paths.ts';
import type { Site } from '../site/schema.ts';
import { parsePostDate } from '../jekyll/rules/date.ts';
import { readFileName } from '../jekyll/rules/file-name.ts';
import { formatOf } from '../source/formats.ts';
import { hidingPart } from '../source/gate-place.ts';
import { relativeTexts } from '../source/relative-texts.ts';
import { notesOf } from '../source/notes.ts';
import { outputPath, permalinkOf } from '../jekyll/rules/permalink.ts';
import { readPost, type PostSource, type ReadOptions } from '../source/read-post.ts';
import { decodePath } from '../lib/url.ts';
import { toText } from '../jekyll/rules/yaml.ts';

/** What the public may not see: a file, and where it would be. */
interface Hidden {
  /** Relative to the project's root. */
  file: string;
  /** Below the base path. */
  urls: readonly string[];
}

/** A published text, and where it is. */
interface Published {
  /** Relative to the project's root. */
  file: string;
  /** Below the base path. */
  url: string;
  /** As its author wrote it. */
  body: string;
  /** Line of the file on which the body begins. */
  bodyLine: number;
  /** The same after Liquid. */
  text: string;
  /** What that means as HTML; asked for only where it may hold such a link. */
  toHtml: (text: string) => string;
  /** What else of it is shown: addresses, or texts that may hold some. */
  values?: readonly { field: string; line?: number | undefined; value: string }[];
}

/** Keys of a post whose values are addresses that lead to it or from it, or are shown in lists. */
const SHOWN_KEYS = ['redirect_from', 'redirect_to', 'alias', 'excerpt', 'description'];

/** Links from posts and pages that the public may see to those that it may not. */
export function hiddenLinks(
  root: string,
  posts: { posts: readonly PostSource[]; withheld: readonly { path: string }[] },
  pages: { pages: readonly PageSource[]; withheld: readonly string[] },
  options: ReadOptions,
  dialect: {
    textOf(source: PostSource | PageSource): string;
    toHtml(name: string, text: string): string;
  },
): Problem[] {
  const sources = hiddenSources(root, posts.withheld, pages.withheld, options);
  if (sources.length === 0) return [];
  const { retracted, nav = [] } = options.site;
  const taken = new Set(
    [
      ...posts.posts.map(({ url }) => url),
      ...pages.pages.map(({ data }) => data.url),
      ...Object.keys(retracted),
    ].map(outputPath),
  );
  const hidden = sources.map((source) => ({
    ...source,
    urls: source.urls.filter((url) => !taken.has(outputPath(url))),
  }));
  const linksOf = linksToHidden(hidden, options.site);
  const from = (source: PostSource | PageSource) => ({
    body: source.body,
    bodyLine: source.bodyLine,
    text: dialect.textOf(source),
    toHtml: (text: string) => dialect.toHtml(source.path, text),
  });
  return [
    ...posts.posts.flatMap((post) => {
      const { data, lineOf, url } = post;
      const values = SHOWN_KEYS.flatMap((field) =>
        [data[field]]
          .flat()
          .flatMap((one) => toText(one) || [])
          .map((value) => ({ field, line: lineOf(field), value })),
      );
      return linksOf({ ...from(post), url, values, file: `${POSTS_FOLDER}/${post.path}` });
    }),
    ...pages.pages.flatMap((page) =>
      linksOf({ ...from(page), url: page.data.url, file: `${PAGES_FOLDER}/${page.path}` }),
    ),
    ...linksOf({
      file: CONFIG_FILE,
      url: '/',
      body: '',
      bodyLine: 1,
      text: '',
      toHtml: () => '',
      values: [
        ...Object.values(retracted).map((value) => ({ field: 'retracted', value })),
        ...nav.flatMap((entry) =>
          'url' in entry
            ? { field: 'nav', line: lineInConfig(['nav'], entry.url), value: entry.url }
            : [],
        ),
      ],
    }),
  ];
}

/** What the public may not see, with its addresses; whatever lies in a hidden folder is among it. */
function hiddenSources(
  root: string,
  posts: readonly { path: string }[],
  pages: readonly string[],
  options: ReadOptions,
): Hidden[] {
  const all = { ...options, drafts: true };
  const urlsOfPost = (name: string): string[] => {
    const reading = readPost(name, readFileSync(path.join(root, POSTS_FOLDER, name)), all);
    if (reading.kind === 'post') return [reading.post.url, ...reading.post.redirectFrom];
    return defaultUrl(name, options);
  };
  const hiddenPages = pages.length === 0 ? [] : readPages(root, all).pages;
  const urlOfPage = new Map(hiddenPages.map((page) => [page.path, page.data.url]));
  return [
    ...posts.map(({ path: name }) => ({
      file: `${POSTS_FOLDER}/${name}`,
      urls: urlsOfPost(name),
    })),
    ...pages.map((name) => ({
      file: `${PAGES_FOLDER}/${name}`,
      urls: [urlOfPage.get(name) ?? []].flat(),
    })),
    ...[POSTS_FOLDER, PAGES_FOLDER].flatMap((folder) =>
      filesBelow(path.join(root, folder))
        // A published text may show a picture of a hidden folder: that is no link to what it says.
        .filter((name) => !formatOf(name) && !isPicture(name) && hidingPart(name) !== undefined)
        .map((name) => ({ file: `${folder}/${name}`, urls: [] })),
    ),
  ];
}

/** The address that a half-written post is going to have as far as its file name tells. */
function defaultUrl(name: string, { site, now }: ReadOptions): string[] {
  const { slug, categories, date, jekyllPath } = readFileName(name);
  return [
    permalinkOf({
      template: site.permalink,
      slug,
      categories,
      date: parsePostDate(date, site.timeZone) ?? { time: now, offset: 0 },
      timeZone: site.timeZone,
      path: jekyllPath,
    }),
  ];
}

/** What may be an address: it stands behind what begins one in Markdown, HTML or a list of references. */
const MENTION = /[(<"'=:}]\s*([^\s"'<>()[\]{}|`]+)|^([^\s"'<>()[\]{}|`]+)$/gm;
/** What MDX imports, what Liquid includes. */
const IMPORT = /^(?:(?:im|ex)port\b|\})[^'"\n]*["']([^"'\n]+)/gm;
/** What a diagram leads to. https://mermaid.js.org/syntax/flowchart.html#interaction */
const CLICK = /^\s*click\s+[^\s"]+\s+(?:href\s+)?"([^"\s]+)"/gm;
const INCLUDE = /\{%-?\s*include_relative\s+([^\s%]+)/g;
const CODE = /^[ \t]*(`{3,}|~{3,})[^\n]*\n(?:[^]*?\n)??[ \t]*\1|(`+)(?!`)[^`]+\2(?!`)/gm;

/** Finds links from a published text to what is not published: by address, or by file. */
export function linksToHidden(
  hidden: readonly Hidden[],
  site: Pick<Site, 'url' | 'base'>,
): (from: Published) => Problem[] {
  const byPage = new Map(
    hidden.flatMap(({ urls, file }) => urls.map((url) => [outputPath(url), file])),
  );
  const files = new Set(hidden.map(({ file }) => file));
  const names = new Set([...byPage.keys(), ...files].map(nameOf));
  const resolve = createResolve(site);

  return (from) => {
    const found = new Map<string, string>();
    const note = (address: string) => {
      const target = targetOf(address, from);
      if (target !== undefined && !found.has(target)) found.set(target, address);
    };
    for (const [, file = ''] of from.body.includes('include_relative')
      ? withoutCode(from.body).matchAll(INCLUDE)
      : []) {
      note(file);
    }
    if (mentions(from.text).some((mention) => names.has(nameOf(mention)))) {
      for (const address of addressesIn(from)) note(address);
    }
    const problem = (value: string, target: string) => ({
      file: from.file,
      field: 'link',
      value,
      message: `leads to ${target}, which is not published`,
      hint: 'Take the link out, or publish the other post first.',
    });
    return [
      ...[...found].map(([target, address]) => ({
        ...problem(address, target),
        ...placeOf(target, address, from),
      })),
      ...(from.values ?? []).flatMap(({ field, line, value }) =>
        [value, ...mentions(value)]
          .slice(0, 50)
          .flatMap((mention) => {
            const target = targetOf(mention, from);
            return target === undefined ? [] : [{ ...problem(mention, target), line, field }];
          })
          .slice(0, 1),
      ),
    ];
  };

  function targetOf(link: string, from: Pick<Published, 'file' | 'url'>): string | undefined {
    const name = decodePath(link.replace(/[?#].*$/s, ''));
    const beside = path.posix.join(path.posix.dirname(from.file), name);
    if (name !== '' && files.has(beside)) return beside;
    const named = relativeTexts(from.file, name).find((file) => files.has(file));
    if (named !== undefined) return named;
    // Jekyll's authors write addresses without the base path, and rendering puts it in front.
    const place =
      resolve(link, from.url) ??
      resolve(link.replace(/^((?:https?:)?\/\/)www\./i, '$1'), from.url) ??
      (/^\/(?!\/)/.test(link) ? resolve(site.base + link, from.url) : undefined);
    if (!place) return undefined;
    return byPage.get(outputPath(place.path)) ?? byPage.get(outputPath(`${place.path}/`));
  }

  /** Where in its source a text leads there. */
  function placeOf(target: string, address: string, from: Published) {
    for (const [i, line] of from.body.split('\n').entries()) {
      const isThere = (mention: string) => targetOf(mention, from) === target;
      const value = mentions(line).find(isThere) ?? (line.includes(address) ? address : undefined);
      if (value !== undefined) return { line: from.bodyLine + i, value };
    }
    return {};
  }
}

/** The last part of an address or path, as it is compared before anything is resolved. */
function nameOf(address: string): string {
  const path = address.replace(/[?#].*$/s, '').replace(/\/(?:index(?:\.html)?)?$/, '');
  return path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.html$/i, '')
    .normalize('NFC')
    .toLowerCase();
}

/** Everything in a text that may be an address, without escapes. */
function mentions(text: string): string[] {
  return Array.from(text.matchAll(MENTION), ([, behind, alone]) => {
    const mention = behind ?? alone ?? '';
    return /[\\&%]/.test(mention)
      ? decodePath(decodeEntities(mention.replace(/\\(?=[^\w\s]|_)/g, '')))
      : mention;
  });
}

/** The addresses that a text leads to. */
function addressesIn({ file, text, toHtml }: Published): string[] {
  const isMdx = formatOf(file) === 'mdx';
  const source = withoutCode(text);
  // Components and tags that Markdown takes for text, `<a href=/a/>` among them: readers see the address.
  const tags = isMdx ? source : source.replace(/^(?: {4}|\t).*/gm, '');
  return [
    ...[toHtml(text), tags].flatMap((html) =>
      referencesInHtml(html).references.map(({ address }) => address),
    ),
    ...(isMdx ? Array.from(source.matchAll(IMPORT), ([, module = '']) => module) : []),
    ...(text.includes('mermaid') ? Array.from(text.matchAll(CLICK), ([, to = '']) => to) : []),
  ];
}

function withoutCode(text: string): string {
  return notesOf(text).text.replace(CODE, (code) => code.replace(/[^\n]/g, ' '));
}
