import path from 'node:path';
import { createResolve, filesAt } from '../html/local-address.ts';
import { outputPath } from '../jekyll/rules/permalink.ts';
import { codeRanges } from '../lib/code-ranges.ts';
import { decodePath } from '../lib/url.ts';
import type { Site } from '../site/schema.ts';

/** What has another name and another address from now on. */
export interface Renamed {
  /** Files and folders, from the project's root. */
  moves: readonly (readonly [from: string, to: string])[];
  /** Names of the post without their ending, as Liquid's tags have them. */
  names: readonly [from: string, to: string];
  /** Below the base path. */
  urls: readonly [from: string, to: string];
  /** Whether one of Liquid's tags means the post. */
  isMeant: (tag: 'post_url' | 'link', written: string) => boolean;
}

/** Where a text stands: its file from the project's root, and its address, to which its links are relative. */
export interface Place {
  file: string;
  url: string;
}

/** `post_url` and `link`, and what they name. */
const TAG = /(\{%-?\s*(post_url|link)\s+["']?)([^\s%"'{}]+)/g;
/** What `include_relative` shows. */
const INCLUDE = /(?<=\{%-?\s*include_relative\s+)[^\s%]+/g;
/** What may be an address: behind what begins one in Markdown, HTML, YAML, code; or with its scheme. */
const ADDRESS =
  /(?<=[(<"'=:}]\s*|^\s*-\s+)[^\s"'<>()[\]{}|`]+|(?<=^|\s)https?:\/\/[^\s"'<>()[\]{}|`]+/gm;
/** What makes an address of a single word. */
const LINK_OPENS = /(?:\]\(\s*<?|\]:\s*<?|\bhref\s*=\s*["']?)$/;

/**
 * Has every link of a text to a post lead to where the post is from now on: addresses in Markdown, HTML and
 * front matter, paths of files, Liquid's `post_url` and `link`. Code and old addresses are left alone.
 * @returns the text itself where nothing leads there
 */
export function mendLinks(
  text: string,
  place: Place,
  renamed: Renamed,
  site: Pick<Site, 'url' | 'base'>,
): string {
  const { moves, names, urls, isMeant } = renamed;
  const [oldName, newName] = names;
  const wanted = [oldName, changedPart(urls)?.[0] ?? decodePath(urls[0])];
  const plain = decodePath(text).normalize('NFC');
  if (!wanted.some((name) => plain.includes(name))) return text;
  const resolve = createResolve(site);
  const isKept = isKeptIn(text);

  return text
    .replace(ADDRESS, (address, at: number) => {
      const isWord = !/[/.]/.test(address);
      if (isWord && !LINK_OPENS.test(text.slice(Math.max(0, at - 12), at))) return address;
      return isKept(at) ? address : (movedFile(address) ?? movedAddress(address) ?? address);
    })
    .replace(TAG, (whole, opening: string, tag: 'post_url' | 'link', written: string) => {
      const at = written.lastIndexOf(oldName);
      if (at < 0 || !isMeant(tag, written)) return whole;
      return opening + written.slice(0, at) + newName + written.slice(at + oldName.length);
    })
    .replace(INCLUDE, (file) => movedFile(file) ?? file);

  /** The path of a file that has moved; nothing for any other. */
  function movedFile(written: string): string | undefined {
    const [, name = '', suffix = ''] = /^([^?#]*)(.*)$/s.exec(written) ?? [];
    const target = path.posix.join(
      name.startsWith('/') ? '' : path.posix.dirname(place.file),
      decodePath(name).replace(/^\/+/, ''),
    );
    for (const [from, to] of moves) {
      if (target !== from && !target.startsWith(`${from}/`)) continue;
      const below = target.slice(path.posix.dirname(from).length + 1);
      if (!decodePath(name).endsWith(below)) return undefined;
      const head = name.split('/').slice(0, -below.split('/').length);
      const tail = [path.posix.basename(to), ...name.split('/').slice(head.length + 1)];
      return [...head, ...tail].join('/') + suffix;
    }
    return undefined;
  }

  function movedAddress(written: string): string | undefined {
    if (urls[0] === urls[1] || !leadsTo(written, urls[0])) return undefined;
    const [, name = '', suffix = ''] = /^([^?#]*)(.*)$/s.exec(written) ?? [];
    const mended = withNewPart(name) + suffix;
    if (leadsTo(mended, urls[1])) return mended;
    return (name.startsWith(site.url) ? site.url : '') + site.base + urls[1] + suffix;
  }

  function withNewPart(name: string): string {
    const [from, to] = changedPart(urls) ?? [];
    const parts = name.split('/');
    const isOld = (part: string) => withoutHtml(decodePath(part).normalize('NFC')) === from;
    const at = parts.findLastIndex(isOld);
    const old = parts[at];
    if (old === undefined || to === undefined) return name;
    const ending = old.endsWith('.html') ? '.html' : '';
    parts[at] = (old.includes('%') ? encodeURIComponent(to) : to) + ending;
    return parts.join('/');
  }

  /** Jekyll's authors write addresses without the base path, and rendering puts it in front. */
  function leadsTo(written: string, url: string): boolean {
    const isRooted = /^\/(?!\/)/.test(written);
    return [written, ...(isRooted ? [site.base + written] : [])].some((address) => {
      const target = resolve(address, place.url);
      return target !== undefined && filesAt(target.path).includes(outputPath(url));
    });
  }
}

/** The one part of an address that is another from now on, without escapes and `.html`. */
function changedPart(urls: Renamed['urls']): [from: string, to: string] | undefined {
  const [from = [], to = []] = urls.map((url) => decodePath(url).split('/').map(withoutHtml));
  const changed = from.flatMap((part, i) => (part === to[i] ? [] : [i]));
  const [at, ...others] = changed;
  if (at === undefined || others.length > 0 || from.length !== to.length) return undefined;
  return [from[at] ?? '', to[at] ?? ''];
}

const withoutHtml = (part: string) => part.replace(/\.html$/, '');

/** Keys whose values are addresses that lead to the text itself. */
const OLD_ADDRESSES = /^(?:redirect_from|alias)[ \t]*:.*\n(?:(?:[ \t]+|- ).*\n)*/gm;

/** Tells whether a place is in code, lines of a list being indented too, or among old addresses. */
function isKeptIn(text: string): (at: number) => boolean {
  const kept = [
    ...codeRanges(text).filter(({ start }) =>
      /^[\s>]*(?:(?:[-*+]|\d+[.)])\s+)*(?:`|~|\{%)/.test(text.slice(start, start + 80)),
    ),
    ...Array.from(text.matchAll(OLD_ADDRESSES), ({ 0: keys, index }) => ({
      start: index,
      end: index + keys.length,
    })),
  ];
  return (at) => kept.some(({ start, end }) => start <= at && at < end);
}
