import type { FeedFormatKey } from '../site/schema.ts';

/** A format in which every feed is written. */
export interface FeedFormat {
  /** What the configuration calls it. */
  key: FeedFormatKey;
  /** Name of the file, below the path of the list; that of its writer is the same: `feeds/formats/rss.xml.ts`. */
  file: string;
  /** Media type. */
  type: string;
  /** As readers know it. */
  name: string;
}

/** The feed at the addresses that it had before: what Jekyll's plugin and Octopress write. */
export const atom: FeedFormat = {
  key: 'atom',
  file: 'atom.xml',
  type: 'application/atom+xml',
  name: 'Atom',
};

/** All of them. */
export const feedFormats: readonly FeedFormat[] = [
  { key: 'rss', file: 'rss.xml', type: 'application/rss+xml', name: 'RSS' },
  atom,
  { key: 'json', file: 'feed.json', type: 'application/feed+json', name: 'JSON' },
];
