import type { APIRoute } from 'astro';
import { writeAtom } from '../feeds/atom.ts';
import { feedOf } from '../feeds/items.ts';
import { aliasPaths, type FeedProps } from '../feeds/route.ts';

export const getStaticPaths = aliasPaths;

export const GET: APIRoute<FeedProps> = async ({ props }) =>
  new Response(writeAtom(await feedOf(props.list)));
