import type { APIRoute } from 'astro';
import { feedOf } from '../../feeds/items.ts';
import { writeAtom } from '../../feeds/atom.ts';
import { feedPaths, type FeedProps } from '../../feeds/route.ts';

export const getStaticPaths = feedPaths;

export const GET: APIRoute<FeedProps> = async ({ props }) =>
  new Response(writeAtom(await feedOf(props.list)));
