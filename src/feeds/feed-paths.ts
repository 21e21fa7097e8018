import { drafts } from 'virtual:galley';
import { feedAddresses } from '../source/feed-addresses.ts';
import type { FeedFormat } from '../source/feed-formats.ts';
import { keyOf, textKey } from '../posts/keys.ts';
import { getAllTerms, getPosts } from '../posts/posts.ts';
import { copyParam } from '../posts/route.ts';
import site from '../site.config.ts';
import type { FeedList } from './items.ts';

/** What a feed's route gets as props. */
export interface FeedProps {
  list: FeedList;
  format: FeedFormat;
}

/** Posts with code in them are rendered to know what they say. */
function feedKey({ list: { title, path, posts }, format }: FeedProps): string {
  const texts = posts.slice(0, site.feeds.limit).map(textKey);
  return texts.includes(undefined) ? '' : keyOf(title, path, format.file, texts);
}

/**
 * The site and its categories and tags have feeds, also at the addresses that they had before. A drafts
 * preview has none.
 */
export async function feedPaths() {
  if (drafts) return [];
  const terms = await getAllTerms();
  const whole: FeedList = { title: site.title, path: '/', posts: await getPosts() };
  return feedAddresses(terms, site).map(({ path, format, term }) => {
    const list = term ? { ...term, title: `${site.title}: ${term.name}` } : whole;
    const props: FeedProps = { list, format };
    return {
      params: { feed: copyParam(path) },
      props,
      cacheKey: feedKey(props),
    };
  });
}
