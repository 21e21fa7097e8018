import { rewriteTags } from '../../html/tags.ts';
import { decodePath } from '../../lib/url.ts';
import { askFirst, politely, type Answer, type Ask } from './ask.ts';
import { itemsOf } from './feed.ts';
import { isFeed, isFilePath, isSitemap, locationsIn, type OldAddress } from './old-site.ts';

/** Where sites keep their sitemap when `robots.txt` does not say so. */
const SITEMAPS = ['sitemap.xml', 'sitemap-index.xml', 'sitemap_index.xml'];
/** Where feeds are that the first page does not name: of Jekyll, Octopress, Hugo, WordPress. */
const FEEDS = ['feed.xml', 'atom.xml', 'rss.xml', 'index.xml', 'feed.json', 'feed/'];
const FEED_TYPE = /^application\/(?:(?:rss|atom)\+xml|feed\+json)$/i;
/** Of a site that leads in circles, or names ever new pages, the rest says nothing more. */
const MOST_SITEMAPS = 500;
const MOST_PAGES = 20_000;

/** What a site has that is served. */
export interface LiveSite {
  /** What answers there, pages and feeds with their texts. */
  addresses: OldAddress[];
  /** Paths that it names itself and at which nothing answers. */
  silent: string[];
}

/**
 * The addresses of a site that is served: all that its sitemaps name, else what can be reached from its first page
 * and its feeds; and its feeds. What they name may be at the host of the site that this one is a copy of.
 * @param address of its first page
 * @throws ContentError where nobody answers
 */
export async function readLiveSite(address: string, ask: Ask): Promise<LiveSite> {
  const home = homeOf(address);
  const first = await askFirst(ask, home.href);
  const hosts = new Set([home.host, first.url.host]);
  const feeds = await readFeeds(home, first, ask);
  const named = await readSitemaps(home, ask);
  const isCrawled = named.length === 0;

  const addresses = new Map<string, OldAddress>();
  const silent: string[] = [];
  const seen = new Set<string>();
  const unseen = (links: readonly string[]) =>
    [...new Set(links.flatMap((link) => URL.parse(link, home)?.pathname ?? []))].filter(
      (path) => !seen.has(path) && seen.size < MOST_PAGES && seen.add(path),
    );
  const items = feeds.flatMap(({ text }) => itemsOf(text ?? '').map(({ url }) => url));
  for (
    let paths = unseen(isCrawled ? [home.href, ...items] : named);
    paths.length > 0;
    paths = isCrawled ? unseen(await visit(paths)) : []
  ) {
    if (!isCrawled) await visit(paths);
  }
  for (const feed of feeds) addresses.set(feed.path, feed);
  return { addresses: [...addresses.values()], silent };

  /** @returns where the pages lead */
  async function visit(paths: readonly string[]): Promise<string[]> {
    const links = await politely(paths, async (path): Promise<string[]> => {
      const below = pathBelow(path, home);
      if (isFilePath(path)) {
        addresses.set(below, { path: below, kind: 'file' });
        return [];
      }
      const answer = await ask(home.origin + path);
      if (!answer?.isThere) {
        silent.push(below);
        return [];
      }
      const { type, text, url } = answer;
      const isPage = /^(?:text\/html|application\/xhtml\+xml)$/i.test(type);
      addresses.set(
        below,
        isPage ? { path: below, kind: 'page', text } : { path: below, kind: 'file' },
      );
      return isPage ? linksIn(text, url, hosts) : [];
    });
    return links.flat();
  }
}

/** The address of a site's first page, which ends in a slash. */
export function homeOf(address: string): URL {
  const url = new URL(address);
  return new URL(url.pathname.replace(/\/?$/, '/'), url);
}

/** A path as it is below the first page of a site, decoded. */
function pathBelow(pathname: string, home: URL): string {
  const base = home.pathname.slice(0, -1);
  return decodePath(pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : pathname);
}

async function readFeeds(home: URL, { text }: Answer, ask: Ask): Promise<OldAddress[]> {
  const named: string[] = [];
  rewriteTags(text, ({ name, attributes }) => {
    const [type, href] = [attributes.get('type'), attributes.get('href')];
    if (name === 'link' && href && FEED_TYPE.test(type ?? '')) named.push(href);
    return undefined;
  });
  const paths = new Set([...named, ...FEEDS].map((link) => URL.parse(link, home)?.pathname ?? '/'));
  const found = await politely([...paths], async (path): Promise<OldAddress[]> => {
    const answer = await ask(home.origin + path);
    if (!answer?.isThere || !isFeed(answer.text)) return [];
    return [{ path: pathBelow(path, home), kind: 'feed', text: answer.text }];
  });
  return found.flat();
}

/** The addresses in all sitemaps. https://www.sitemaps.org/protocol.html */
async function readSitemaps(home: URL, ask: Ask): Promise<string[]> {
  const robots = await ask(new URL('/robots.txt', home).href);
  const named = Array.from(
    (robots?.isThere ? robots.text : '').matchAll(/^[ \t]*sitemap:[ \t]*(\S+)/gim),
    ([, link = '']) => link,
  );
  const queue = new Set(
    [...named, ...SITEMAPS].map((link) => URL.parse(link, home)?.pathname ?? ''),
  );
  const found: string[] = [];
  for (const path of queue) {
    if (queue.size > MOST_SITEMAPS) break;
    const answer = await ask(home.origin + path);
    if (!answer?.isThere || !isSitemap(answer.text)) continue;
    const locations = locationsIn(answer.text);
    if (!answer.text.includes('<sitemapindex')) found.push(...locations);
    else for (const link of locations) queue.add(URL.parse(link, home)?.pathname ?? '');
  }
  return found;
}

/** Where the links of a page lead on its own site. */
function linksIn(html: string, page: URL, hosts: ReadonlySet<string>): string[] {
  const links: string[] = [];
  rewriteTags(html, ({ name, attributes }) => {
    const url = name === 'a' ? URL.parse(attributes.get('href') ?? '', page) : null;
    if (url && hosts.has(url.host) && /^https?:$/.test(url.protocol)) links.push(url.href);
    return undefined;
  });
  return links;
}
