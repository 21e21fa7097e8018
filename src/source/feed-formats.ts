/** A format in which every feed is written. */
export interface FeedFormat {
  /** Name of the file, below the path of the list; that of its writer is the same: `feeds/formats/rss.xml.ts`. */
  file: string;
  /** Media type. */
  type: string;
  /** As readers know it. */
  name: string;
}

/** The feed at the address that it had before: what Jekyll's plugin and Octopress write. */
export const atom: FeedFormat = { file: 'atom.xml', type: 'application/atom+xml', name: 'Atom' };

/** All of them. */
export const feedFormats: readonly FeedFormat[] = [
  { file: 'rss.xml', type: 'application/rss+xml', name: 'RSS' },
  atom,
  { file: 'feed.json', type: 'application/feed+json', name: 'JSON' },
];
