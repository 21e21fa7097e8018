import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PAGES_FOLDER, type PageSource } from '../page/read.ts';
import type { Problem } from '../problem.ts';
import type { Site } from '../site/schema.ts';
import { notesOf } from './notes.ts';
import { outputPath } from './permalink.ts';
import { POSTS_FOLDER, readPost, type PostSource, type ReadOptions } from './read.ts';

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
  body: string;
  /** Line of the file on which the body begins. */
  bodyLine: number;
}

/** What a link leads to: in Markdown, in a list of references, in HTML, imported by MDX, included by Liquid. */
const LINK = new RegExp(
  [
    /\]\(\s*<?((?:\{\{[^}]*\}\}|[^\s)>])+)/,
    /^ {0,3}\[[^\]\n]+\]:\s*<?([^\s>]+)/,
    /\shref\s*=\s*["']([^"']+)/,
    /^(?:(?:im|ex)port\b|\})[^'"\n]*["']([^"'\n]+)/,
    /\{%-?\s*include_relative\s+([^\s%]+)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gm',
);
const CODE = /^[ \t]*(`{3,}|~{3,})[^\n]*\n(?:[^]*?\n)??[ \t]*\1|(`+)(?!`)[^`]+\2(?!`)/gm;

/** Links from posts and pages that the public may see to those that it may not. */
export function hiddenLinks(
  root: string,
  posts: { posts: readonly PostSource[]; withheld: readonly { path: string }[] },
  pages: { pages: readonly PageSource[]; withheld: readonly string[] },
  options: ReadOptions,
): Problem[] {
  const addressesOf = (name: string, file: string): string[] => {
    const bytes = readFileSync(path.join(root, file));
    const reading = readPost(name, bytes, { ...options, drafts: true });
    // A half-written draft has no address yet.
    return reading.kind === 'post' ? [reading.post.url, ...reading.post.redirectFrom] : [];
  };
  const hidden = [
    ...posts.withheld.map(({ path: name }) => {
      const file = `${POSTS_FOLDER}/${name}`;
      return { file, urls: addressesOf(name, file) };
    }),
    ...pages.withheld.map((name) => ({ file: `${PAGES_FOLDER}/${name}`, urls: [] })),
  ];
  if (hidden.length === 0) return [];
  const linksOf = linksToHidden(hidden, options.site);
  return [
    ...posts.posts.flatMap((post) => linksOf({ ...post, file: `${POSTS_FOLDER}/${post.path}` })),
    ...pages.pages.flatMap(({ path: name, data, ...page }) =>
      linksOf({ ...page, file: `${PAGES_FOLDER}/${name}`, url: data.url }),
    ),
  ];
}

/** Finds links from a published text to what is not published: by address, or by file. */
export function linksToHidden(
  hidden: readonly Hidden[],
  { url: site, base }: Pick<Site, 'url' | 'base'>,
): (from: Published) => Problem[] {
  const byPage = new Map(
    hidden.flatMap(({ urls, file }) => urls.map((url) => [outputPath(url), file])),
  );
  const files = new Set(hidden.map(({ file }) => file));

  return ({ file, url, body, bodyLine }) => {
    if (!/\]\(|\]:|href|from|import|include/i.test(body)) return [];
    const prose = notesOf(body).text.replace(CODE, (code) => code.replace(/[^\n]/g, ' '));
    return [...prose.matchAll(LINK)].flatMap((match) => {
      const value = match.slice(1).find((group) => group !== undefined) ?? '';
      const target = targetOf(value, { file, url });
      if (target === undefined) return [];
      return [
        {
          file,
          line: bodyLine + prose.slice(0, match.index).split('\n').length - 1,
          field: 'link',
          value,
          message: `leads to ${target}, which is not published`,
          hint: 'Take the link out, or publish the other post first.',
        },
      ];
    });
  };

  function targetOf(link: string, from: { file: string; url: string }): string | undefined {
    const [address = ''] = link.replace(/^\{\{[^}]*\}\}/, '').split(/[?#]/);
    const local = address.startsWith(site) ? address.slice(site.length) : address;
    if (local === '' || /^[a-z][a-z\d+.-]*:|^\/\//i.test(local)) return undefined;
    const beside = path.posix.join(path.posix.dirname(from.file), local);
    if (files.has(beside)) return beside;
    const place = local.startsWith('/') ? withoutBase(local) : path.posix.join(from.url, local);
    return byPage.get(outputPath(place)) ?? byPage.get(outputPath(`${place}/`));
  }

  function withoutBase(path: string): string {
    return base && path.startsWith(`${base}/`) ? path.slice(base.length) : path;
  }
}
