import type { FeedFormat } from '../source/feed-formats.ts';
import type { Feed } from './feed.ts';

const writers = import.meta.glob<(feed: Feed) => string>('./formats/*.ts', {
  eager: true,
  import: 'write',
});

/** A feed as its format has it. */
export function writeFeed(feed: Feed, { file }: FeedFormat): string {
  const write = writers[`./formats/${file}.ts`];
  if (!write) throw new Error(`${file} has no writer: expected feeds/formats/${file}.ts`);
  return write(feed);
}
