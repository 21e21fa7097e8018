import { readFileSync } from 'node:fs';
import { getCollection } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';
import { dev } from 'virtual:galley';
import { filesOf } from '../store/beside.ts';
import { copyParam, routeParam } from '../posts/route.ts';

interface Props {
  file: string;
}

/** Files that lie beside posts and pages, for those that show or link to exactly them. */
export const getStaticPaths = (async () => {
  const [posts, pages] = await Promise.all([getCollection('posts'), getCollection('pages')]);
  const files = [...posts, ...pages].flatMap((entry) => [
    ...Object.entries(filesOf(entry)?.beside ?? {}),
    ...('beside' in entry.data ? Object.entries(entry.data.beside) : []),
  ]);
  return [...new Map(files)].map(([url, file]) => ({
    params: { beside: dev ? routeParam(url) : copyParam(url) },
    props: { file },
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = ({ props }) => new Response(readFileSync(props.file));
