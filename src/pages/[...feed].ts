import type { APIRoute } from 'astro';
import { feedOf } from '../feeds/items.ts';
import { feedPaths, type FeedProps } from '../feeds/route.ts';

export const getStaticPaths = feedPaths;

export const GET: APIRoute<FeedProps> = async ({ props: { list, format } }) =>
  new Response(await format.write(await feedOf(list)), {
    headers: { 'Content-Type': format.type },
  });
