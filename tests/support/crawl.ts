import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Parent = DefaultTreeAdapterTypes.ParentNode;
type Element = DefaultTreeAdapterTypes.Element;

const ADDRESSES = new Set([
  'href',
  'xlink:href',
  'src',
  'poster',
  'data',
  'action',
  'formaction',
  'cite',
]);
const SETS = new Set(['srcset', 'imagesrcset']);

/** What a crawl found: how many local addresses it followed, and those that lead nowhere. */
export interface Crawl {
  followed: number;
  broken: string[];
}

/**
 * Follows every address of the site's own in its pages, feeds and sitemaps: each must have its file, and
 * each fragment its id.
 * @param folder of the built site
 * @param site its address with the base path and a slash at the end: `https://example.org/blog/`
 */
export function crawl(folder: string, site: string): Crawl {
  const root = new URL(site);
  const ids = new Map<string, Set<string>>();
  const broken: string[] = [];
  let followed = 0;

  for (const file of filesOf(folder)) {
    const [from, links] = linksOf(file);
    for (const link of links) follow(link, from, file);
  }
  return { followed, broken };

  function linksOf(file: string): [from: URL, links: string[]] {
    const text = withoutIds(readFileSync(path.join(folder, file), 'utf8'));
    const here = new URL(file.split('/').map(encodeURIComponent).join('/'), root);
    if (file.endsWith('.html')) {
      const page = new URL(here.href.replace(/(?<=\/)index\.html$/, ''));
      return [page, addressesIn(text)];
    }
    if (file.endsWith('.xml')) {
      const attributes = [...text.matchAll(/\s(?:href|url)="([^"]*)"/g)].map(
        ([, link = '']) => link,
      );
      return [here, [...attributes, ...stringsOf(new XMLParser().parse(text)).flatMap(inText)]];
    }
    if (file.endsWith('feed.json')) return [here, stringsOf(JSON.parse(text)).flatMap(inText)];
    return [here, []];
  }

  function follow(link: string, from: URL, file: string): void {
    const url = URL.parse(link, from);
    if (url?.origin !== root.origin) return;
    followed += 1;
    const target = fileAt(url);
    if (target === undefined) broken.push(`${link} (in ${file})`);
    else if (!hasFragment(target, url.hash)) broken.push(`${link}: no such id (in ${file})`);
  }

  /** As servers of files find it. */
  function fileAt({ pathname }: URL): string | undefined {
    if (!pathname.startsWith(root.pathname)) return undefined;
    const name = decodeURIComponent(pathname.slice(root.pathname.length));
    const names = /(?:^|\/)$/.test(name)
      ? [`${name}index.html`]
      : [name, `${name}.html`, `${name}/index.html`];
    const isFile = (file: string) =>
      statSync(path.join(folder, file), { throwIfNoEntry: false })?.isFile() === true;
    return names.find(isFile);
  }

  function hasFragment(file: string, hash: string): boolean {
    const id = decodeURIComponent(hash.slice(1));
    if (id === '' || id === 'top' || !file.endsWith('.html')) return true;
    let known = ids.get(file);
    if (!known) {
      known = idsIn(readFileSync(path.join(folder, file), 'utf8'));
      ids.set(file, known);
    }
    return known.has(id);
  }
}

/** What an item of a feed is known by need not be an address. */
const withoutIds = (text: string): string =>
  text.replace(/<(id|guid)[ >][^]*?<\/\1>|"id":"[^"]*",/g, '');

function filesOf(folder: string): string[] {
  if (!existsSync(folder)) throw new Error(`there is no ${folder}`);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}

/** A string of a feed: an address, or HTML that holds some. */
function inText(text: string): string[] {
  return /^https?:\/\/\S+$/.test(text) ? [text] : addressesIn(text);
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsOf);
}

/** The addresses in HTML. */
export function addressesIn(html: string): string[] {
  return elementsIn(parse(html)).flatMap(({ attrs, tagName }) =>
    attrs.flatMap(({ name, prefix, value }) => {
      const key = prefix ? `${prefix}:${name}` : name;
      if (key === 'data' && tagName !== 'object') return [];
      if (key === 'content' && tagName === 'meta') return inText(value);
      if (ADDRESSES.has(key)) return [value];
      return SETS.has(key) ? value.split(/,\s+/).map((one) => one.trim().split(/\s/)[0] ?? '') : [];
    }),
  );
}

function idsIn(html: string): Set<string> {
  const attributes = elementsIn(parse(html)).flatMap(({ attrs }) => attrs);
  return new Set(attrs(attributes, 'id').concat(attrs(attributes, 'name')));
}

function attrs(attributes: Element['attrs'], wanted: string): string[] {
  return attributes.filter(({ name }) => name === wanted).map(({ value }) => value);
}

function elementsIn(parent: Parent): Element[] {
  return parent.childNodes.flatMap((node) =>
    'tagName' in node ? [node, ...elementsIn('content' in node ? node.content : node)] : [],
  );
}
