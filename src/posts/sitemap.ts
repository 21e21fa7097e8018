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
  const paginated = [{ path: '/', posts: listed }, ...(await getAllTerms())].flatMap((list) => {
    // Of the whole list: a home page has a thousand pages, and posts move from each to the next.
    const lastmod = lastChange(list.posts);
    return paginate(list.posts, site.paginate, list.path).map(({ path }) => ({ path, lastmod }));
  });
  const whole = ['/archives/', '/categories/', '/tags/'].map((path) => ({ path, posts: listed }));
  const unpaginated = [...whole, ...(await getYears())].map(({ path, posts }) => ({
    path,
    lastmod: lastChange(posts),
  }));
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
    ...[...paginated, ...unpaginated].map(({ path, lastmod }) => ({
      url: absolute(path),
      lastmod,
    })),
  ];
}

function lastChange(posts: readonly Post[]): string | undefined {
  const last = latestChange(
    posts.map(({ data: { date, updated } }) => ({ published: date, updated })),
  );
  return last && toISO(last);
}
