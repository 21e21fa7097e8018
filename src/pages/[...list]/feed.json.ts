import type { APIRoute } from 'astro';
import { feedOf } from '../../feeds/items.ts';
import { writeJsonFeed } from '../../feeds/json.ts';
import { feedPaths, type FeedProps } from '../../feeds/route.ts';

export const getStaticPaths = feedPaths;

export const GET: APIRoute<FeedProps> = async ({ props }) =>
  new Response(writeJsonFeed(await feedOf(props.list)));
