import { parseFeed } from 'feedsmith';

/** An item of a feed, as far as readers' software takes one for another. */
export interface KnownItem {
  id: string;
  url: string;
  /** In milliseconds since 1970; not a number where the feed does not say it. */
  published: number;
}

/** What of the items of an old feed that this site has in its own. */
export interface FeedComparison {
  /** In both, with the same id and date. */
  same: number;
  /** Shown again as new: what the old feed called it, and what this one does. */
  renamed: { before: string; now: string }[];
  /** With another date. */
  moved: { id: string; before: string; now: string }[];
}

/** @param now the items of this site's feed */
export function compareFeed(
  before: readonly KnownItem[],
  now: readonly KnownItem[],
): FeedComparison {
  const byId = new Map(now.map((item) => [sameForm(item.id), item]));
  const byUrl = new Map(now.map((item) => [pathOf(item.url), item]));
  const compared: FeedComparison = { same: 0, renamed: [], moved: [] };
  for (const item of before) {
    const own = byId.get(sameForm(item.id));
    const renamed = own ?? byUrl.get(pathOf(item.url));
    if (!renamed) continue;
    if (!own) compared.renamed.push({ before: item.id, now: renamed.id });
    else if (Number.isNaN(item.published) || item.published === own.published) compared.same += 1;
    else {
      const [before, now] = [item, own].map(({ published }) => new Date(published).toISOString());
      compared.moved.push({ id: item.id, before: before ?? '', now: now ?? '' });
    }
  }
  return compared;
}

/** The items of a feed in any format; none of what is no feed. */
export function itemsOf(text: string): KnownItem[] {
  const parsed = tryParse(text);
  switch (parsed?.format) {
    case 'rss':
      return (parsed.feed.items ?? []).map(({ guid, link = '', pubDate, dc }) =>
        item(guid?.value ?? link, link, pubDate ?? dc?.dates?.[0]),
      );
    case 'atom':
      return (parsed.feed.entries ?? []).map(({ id = '', links, published, updated }) => {
        const url = links?.find(({ rel = 'alternate' }) => rel === 'alternate')?.href;
        return item(id, url ?? id, published ?? updated);
      });
    case 'json':
      return (parsed.feed.items ?? []).map(({ id = '', url, date_published }) =>
        item(id, url ?? id, date_published),
      );
    case 'rdf':
      return (parsed.feed.items ?? []).map(({ link = '', dc }) => item(link, link, dc?.dates?.[0]));
    default:
      return [];
  }
}

function tryParse(text: string): ReturnType<typeof parseFeed> | undefined {
  try {
    return parseFeed(text);
  } catch {
    return undefined;
  }
}

function item(id: string, url: string, date: unknown): KnownItem {
  return { id, url, published: Date.parse(String(date)) };
}

/** Escapes may be written in two ways. */
const sameForm = (id: string): string => URL.parse(id)?.href ?? id;
/** A copy of a site may be at another host. */
const pathOf = (address: string): string => URL.parse(address)?.pathname ?? address;
