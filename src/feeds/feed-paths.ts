import { drafts } from 'virtual:galley';
import { atom, feedFormats, type FeedFormat } from '../source/feed-formats.ts';
import { keyOf, textKey } from '../posts/keys.ts';
import { getPosts, getTerms } from '../posts/posts.ts';
import { routeParam } from '../posts/route.ts';
import { taxonomies } from '../source/terms.ts';
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
 * The site and every category and tag have feeds; that of the site is also at the address that it had
 * before, which the config names. A drafts preview has none.
 */
export async function feedPaths() {
  if (drafts) return [];
  const terms = (await Promise.all(taxonomies.map(getTerms))).flat();
  const whole: FeedList = { title: site.title, path: '/', posts: await getPosts() };
  const lists: FeedList[] = [
    whole,
    ...terms.map(({ name, path, posts }) => ({ title: `${site.title}: ${name}`, path, posts })),
  ];
  const { alias } = site.feeds;
  return [
    ...lists.flatMap((list) =>
      feedFormats.map((format) => ({ url: list.path + format.file, props: { list, format } })),
    ),
    ...(alias === undefined ? [] : [{ url: alias, props: { list: whole, format: atom } }]),
  ].map(({ url, props }) => ({
    params: { feed: routeParam(url) },
    props,
    cacheKey: feedKey(props),
  }));
}
