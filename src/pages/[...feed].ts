import type { APIRoute } from 'astro';
import { feedOf } from '../feeds/items.ts';
import { feedPaths, type FeedProps } from '../feeds/feed-paths.ts';
import { writeFeed } from '../feeds/write.ts';

export const getStaticPaths = feedPaths;

export const GET: APIRoute<FeedProps> = async ({ props: { list, format } }) =>
  new Response(writeFeed(await feedOf(list), format), {
    headers: { 'Content-Type': format.type },
  });
