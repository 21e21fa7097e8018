import { outputPath } from '../post/permalink.ts';
import type { PostSource } from '../post/read.ts';
import { defineLazily } from './data.ts';

/** A mapping that Liquid reads. */
export type Drop = Record<string, unknown>;

/**
 * What `page` is in a post: its front matter, and what Jekyll adds.
 * https://jekyllrb.com/docs/variables/#page-variables
 * @param excerptOf the HTML of the excerpt that is taken from the text
 */
export function pageDrop(post: PostSource, excerptOf: (post: PostSource) => string): Drop {
  const { data, frontMatter, fileName, terms, title, date, url } = post;
  const drop: Drop = {
    ...data,
    ...terms,
    title,
    slug: frontMatter.slug ?? fileName.slug,
    date,
    url,
    id: url.replace(/\.html$|\/$/, ''),
    path: fileName.jekyllPath,
    name: post.path.split('/').at(-1),
    ext: fileName.extension,
    collection: 'posts',
    draft: false,
    output_path: outputPath(url),
  };
  if (frontMatter.excerpt === undefined) {
    defineLazily(drop, 'excerpt', () => excerptOf(post));
  }
  return drop;
}

/**
 * What `site` is: the imported `_config.yml`, and what Jekyll adds.
 * https://jekyllrb.com/docs/variables/#site-variables
 * @param config what its `_config.yml` says, and `data`
 * @param posts the posts that the public may see, in any order
 */
export function siteDrop(
  config: Drop,
  posts: readonly PostSource[],
  toDrop: (post: PostSource) => Drop,
  now: number,
): Drop {
  const site: Drop = { ...config, time: new Date(now), pages: [], static_files: [] };
  defineLazily(site, 'posts', () =>
    posts.toSorted((a, b) => b.date.time - a.date.time || (a.path < b.path ? 1 : -1)).map(toDrop),
  );
  for (const taxonomy of ['categories', 'tags'] as const) {
    defineLazily(site, taxonomy, () => {
      const groups: Record<string, unknown[]> = {};
      for (const post of site['posts'] as Drop[]) {
        for (const name of post[taxonomy] as string[]) (groups[name] ??= []).push(post);
      }
      return groups;
    });
  }
  return site;
}
