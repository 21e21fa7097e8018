import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { mf2 } from 'microformats-parser';
import { filesBelow } from '../../src/lib/files.ts';
import { addressesIn } from './crawl.ts';
import { readItems, trimmed, type ReadItem } from './feed-items.ts';
import { rssFaults } from './rss-profile.ts';

const FORMATS = { rss: 'rss.xml', atom: 'atom.xml', json: 'feed.json' } as const;
type Format = keyof typeof FORMATS;

/** How many feeds and items of a built site were compared, and what of them does not agree. */
export interface Comparison {
  feeds: number;
  items: number;
  faults: string[];
}

/**
 * Compares the feeds of a built site with one another, with their formats' rules, and with what the pages of
 * their items say to search engines (JSON-LD) and to readers of microformats.
 * @param folder of the built site
 * @param site its address with the base path and a slash at the end
 */
export function compareMetadata(folder: string, site: string): Comparison {
  const faults: string[] = [];
  const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
  const known = new Map<string, ReadItem>();
  const feeds = filesBelow(folder).flatMap((file) => {
    const [format] =
      Object.entries(FORMATS).find(([, name]) => path.posix.basename(file) === name) ?? [];
    return format ? [{ file, format: format as Format }] : [];
  });
  for (const { file, format } of feeds) {
    const text = read(file);
    if (format === 'rss') faults.push(...rssFaults(text).map((fault) => `${file}: ${fault}`));
    for (const item of readItems(format, text)) {
      const before = known.get(item.id);
      known.set(item.id, item);
      if (before) agree(`${file}: ${item.id}`, item, before);
      for (const address of addressesIn(item.html)) {
        if (!/^(?:[a-z][a-z\d+.-]*:|$)/i.test(address)) faults.push(`${file}: ${address}`);
      }
    }
  }
  faults.push(...enclosureFaults(feeds.filter(({ format }) => format === 'rss')));
  for (const item of known.values()) comparePage(item);
  return { feeds: feeds.length, items: known.size, faults };

  function agree(where: string, one: object, other: object): void {
    const [a, b] = [JSON.stringify(one), JSON.stringify(other)];
    if (a !== b) faults.push(`${where}\n  ${a.slice(0, 600)}\n  ${b.slice(0, 600)}`);
  }

  function comparePage(item: ReadItem): void {
    const file = fileOf(item.url);
    if (file === undefined) return void faults.push(`${item.url}: no page`);
    const html = readFileSync(file, 'utf8');
    const { title, url, published, updated, authors, image } = item;
    const [, json = '{}'] =
      /<script type="application\/ld\+json">([^]*?)<\/script>/.exec(html) ?? [];
    const graph: Record<string, unknown>[] = JSON.parse(json)['@graph'] ?? [];
    const posting = graph.find((thing) => thing['@type'] === 'BlogPosting') ?? {};
    agree(
      `${url}: JSON-LD`,
      {
        title: trimmed(String(posting['headline'])),
        url: posting['url'],
        published: Date.parse(String(posting['datePublished'])),
        updated: Date.parse(String(posting['dateModified'])),
        authors: (posting['author'] as { name: string }[]).map(({ name }) => trimmed(name)),
        ...(image && { image: posting['image'] }),
      },
      { title, url, published, updated, authors, ...(image && { image }) },
    );
    const entry = mf2(html, { baseUrl: url }).items.find(({ type }) => type?.includes('h-entry'));
    const properties = entry?.properties ?? {};
    const categories = new Set((properties['category'] ?? []).map((name) => trimmed(String(name))));
    const [time] = properties['published'] ?? [];
    const [changed = time] = properties['updated'] ?? [];
    agree(
      `${url}: microformats`,
      {
        title: spaced(String(properties['name']?.[0])),
        url: new URL(String(properties['url']?.[0])).href,
        published: Date.parse(String(time)),
        updated: Date.parse(String(changed)),
        authors: (properties['author'] ?? []).map((card) => trimmed(String(Object(card).value))),
        // A feed names the series too.
        categories: item.categories.filter((name) => categories.has(name)).length,
      },
      {
        title: spaced(title),
        url: new URL(url).href,
        published,
        updated,
        authors,
        categories: categories.size,
      },
    );
  }

  function enclosureFaults(feeds: readonly { file: string }[]): string[] {
    return feeds.flatMap(({ file }) =>
      [...read(file).matchAll(/<enclosure url="([^"]*)" length="(\d+)"/g)].flatMap(
        ([, address = '', length]) => {
          const place = fileOf(address.replaceAll('&amp;', '&'));
          if (place !== undefined && statSync(place).size === Number(length)) return [];
          return [`${file}: ${address} has not ${length} bytes`];
        },
      ),
    );
  }

  /** The file at an address of the site. */
  function fileOf(address: string): string | undefined {
    if (!address.startsWith(site)) return undefined;
    const name = decodeURIComponent(new URL(address).pathname.slice(new URL(site).pathname.length));
    const names = /(?:^|\/)$/.test(name) ? [`${name}index.html`] : [name, `${name}.html`];
    return names.map((each) => path.join(folder, each)).find((each) => existsSync(each));
  }
}

const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What is wrong with the Atom feeds of a folder by the schema of RFC 4287; nothing where jing is not installed. */
export function atomFaults(folder: string): string | undefined {
  const files = filesBelow(folder).filter((file) => file.endsWith('atom.xml'));
  const { error, stdout } = spawnSync(
    'jing',
    ['-c', path.resolve('tests/support/atom.rnc'), ...files],
    { cwd: folder, encoding: 'utf8' },
  );
  return error ? undefined : stdout;
}
