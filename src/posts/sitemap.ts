import { getCollection } from 'astro:content';
import { toISO } from '../jekyll/rules/date.ts';
import site from '../site.config.ts';
import { latestChange } from '../source/order.ts';
import { paginate } from '../source/paginate.ts';
import type { SitemapRow } from '../source/sitemap-rows.ts';
import { absolute } from './href.ts';
import { getAllPosts, getAllTerms, getPosts, getYears, type Post } from './posts.ts';

/** Posts with their last change, and lists with that of the newest of theirs. */
export async function sitemapRows(): Promise<SitemapRow[]> {
  const [posts, listed, pages] = [
    await getAllPosts(),
    await getPosts(),
    await getCollection('pages'),
  ];
  const terms = await getAllTerms();
  const paginated = [{ path: '/', posts: listed }, ...terms].flatMap((list) =>
    paginate(list.posts, site.paginate, list.path).map(({ path }) => ({ ...list, path })),
  );
  const whole = ['/archives/', '/categories/', '/tags/'].map((path) => ({ path, posts: listed }));
  return [
    ...posts.map((post) => ({
      url: absolute(post.data.url),
      lastmod: lastChange([post]),
      isLeftOut: !post.data.sitemap,
    })),
    ...pages.map(({ data: { url, sitemap } }) => ({
      url: absolute(url),
      isLeftOut: sitemap === false,
    })),
    ...[...paginated, ...whole, ...(await getYears())].map(({ path, posts }) => ({
      url: absolute(path),
      lastmod: lastChange(posts),
    })),
  ];
}

function lastChange(posts: readonly Post[]): string | undefined {
  const last = latestChange(
    posts.map(({ data: { date, updated } }) => ({ published: date, updated })),
  );
  return last && toISO(last);
}
