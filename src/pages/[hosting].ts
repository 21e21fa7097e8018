import type { APIRoute, GetStaticPaths } from 'astro';
import { getPosts } from '../post/posts.ts';
import { redirectRows, redirectsOf } from '../post/redirects.ts';
import site from '../site.config.ts';

interface Props {
  text: string;
}

/**
 * `_redirects`, for hosts that read it. The name is a parameter because Astro passes over such files.
 * Other hosts hand it out as it is, so it does not name unlisted posts; a page at their old address
 * leads to them.
 */
export const getStaticPaths = (async () => {
  const text = redirectRows(redirectsOf(await getPosts(), site.retracted), site.base);
  return text === '' ? [] : [{ params: { hosting: '_redirects' }, props: { text } }];
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = ({ props }) => new Response(props.text);
