import { interfaceFor } from '../i18n/strings.ts';
import { coverPicture } from '../posts/cover.ts';
import type { Post } from '../posts/posts.ts';
import site from '../site.config.ts';
import { absolute } from '../posts/href.ts';
import { contentHtml } from '../posts/content-html.ts';
import { latestChange } from '../source/order.ts';
import type { Feed, FeedItem } from './feed.ts';
import { feedHtml } from './feed-html.ts';

/** A list of posts that has feeds. */
export interface FeedList {
  title: string;
  /** Path of the list's page below the base path; its feeds lie below. */
  path: string;
  /** Newest first, the unlisted left out. */
  posts: readonly Post[];
}

/** The feed of a list: what all formats are written from. */
export async function feedOf({ title, path, posts }: FeedList): Promise<Feed> {
  const items = await Promise.all(posts.slice(0, site.feeds.limit).map(feedItem));
  return {
    title,
    description: site.description,
    lang: site.lang,
    author: site.author,
    url: absolute(path),
    items,
    updated: latestChange(items),
  };
}

// A post is in the feed of the site and in those of its tags and categories.
const items = new WeakMap<Post, Promise<FeedItem>>();

function feedItem(post: Post): Promise<FeedItem> {
  let item = items.get(post);
  if (!item) {
    item = makeItem(post);
    items.set(post, item);
  }
  return item;
}

async function makeItem(post: Post): Promise<FeedItem> {
  const { title, guid, date, updated, authors, categories, tags, series, image, lang } = post.data;
  const url = absolute(post.data.url);
  const html = site.feeds.content === 'full' ? await contentHtml(post) : post.data.excerpt;
  const { strings } = interfaceFor(lang ?? site.lang);
  return {
    id: guid ?? url,
    url,
    title,
    html: feedHtml(html, url, strings),
    summary: post.data.description,
    published: date,
    updated,
    authors: authors.length > 0 ? authors : [site.author],
    categories: [...new Set([...categories, ...tags, ...(series ? [series] : [])])],
    image: coverPicture(image),
    lang,
  };
}
