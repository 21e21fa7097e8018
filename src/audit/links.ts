import path from 'node:path';
import { outputPath } from '../post/permalink.ts';
import type { Problem } from '../problem.ts';
import type { Site } from '../site/schema.ts';
import type { HiddenSource, PublishedSource } from './sources.ts';

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

/** Finds links from published texts to what is not published: by address, or by file. */
export function linksToHidden(
  hidden: readonly HiddenSource[],
  { url: site, base }: Pick<Site, 'url' | 'base'>,
): (from: Pick<PublishedSource, 'file' | 'text' | 'urls'>) => Problem[] {
  const byPage = new Map(
    hidden.flatMap(({ urls, file }) => urls.map((url) => [outputPath(url), file])),
  );
  const files = new Set(hidden.map(({ file }) => file));

  return ({ file, text: { text, line }, urls: [url = '/'] }) => {
    if (hidden.length === 0 || !/\]\(|\]:|href|from|import|include/i.test(text)) return [];
    const prose = text.replace(CODE, (code) => code.replace(/[^\n]/g, ' '));
    return [...prose.matchAll(LINK)].flatMap((match) => {
      const value = match.slice(1).find((group) => group !== undefined) ?? '';
      const target = targetOf(value, { file, url });
      if (target === undefined) return [];
      return [
        {
          file,
          line: line + prose.slice(0, match.index).split('\n').length - 1,
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
