import type { Feed } from './feed.ts';

/** A format in which every feed is written. */
export interface FeedFormat {
  /** Name of the file, below the path of the list. */
  file: string;
  /** Media type. */
  type: string;
  /** As readers know it. */
  name: string;
  write(feed: Feed): Promise<string> | string;
}

/** The feed at the address that it had before: what Jekyll's plugin and Octopress write. */
export const atom: FeedFormat = {
  file: 'atom.xml',
  type: 'application/atom+xml',
  name: 'Atom',
  write: async (feed) => (await import('./atom.ts')).writeAtom(feed),
};

/** All of them. Writers are loaded when they write: who only asks for addresses needs none of them. */
export const feedFormats: readonly FeedFormat[] = [
  {
    file: 'rss.xml',
    type: 'application/rss+xml',
    name: 'RSS',
    write: async (feed) => (await import('./rss.ts')).writeRss(feed),
  },
  atom,
  {
    file: 'feed.json',
    type: 'application/feed+json',
    name: 'JSON',
    write: async (feed) => (await import('./json.ts')).writeJsonFeed(feed),
  },
];
