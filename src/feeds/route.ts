import { drafts } from 'virtual:galley';
import { getPosts, getTerms } from '../post/posts.ts';
import { routeParam } from '../post/route.ts';
import { taxonomies } from '../post/terms.ts';
import site from '../site.config.ts';
import type { FeedList } from './items.ts';

/** What a feed's route gets as props. */
export interface FeedProps {
  list: FeedList;
}

/** The lists that have feeds: the site, and every category and tag. A drafts preview has none. */
export async function feedPaths() {
  if (drafts) return [];
  const terms = (await Promise.all(taxonomies.map(getTerms))).flat();
  const lists: FeedList[] = [
    await wholeSite(),
    ...terms.map(({ name, path, posts }) => ({ title: `${site.title}: ${name}`, path, posts })),
  ];
  return lists.map((list) => ({ params: { list: routeParam(list.path) }, props: { list } }));
}

/** The site's feed at the address that it had before, which the config names. */
export async function aliasPaths() {
  const { alias } = site.feeds;
  if (drafts || alias === undefined) return [];
  return [{ params: { feed: routeParam(alias) }, props: { list: await wholeSite() } }];
}

async function wholeSite(): Promise<FeedList> {
  return { title: site.title, path: '/', posts: await getPosts() };
}
