import type { APIRoute } from 'astro';
import { feedOf } from '../../feeds/items.ts';
import { writeRss } from '../../feeds/rss.ts';
import { feedPaths, type FeedProps } from '../../feeds/route.ts';

export const getStaticPaths = feedPaths;

export const GET: APIRoute<FeedProps> = async ({ props }) =>
  new Response(await writeRss(await feedOf(props.list)));
