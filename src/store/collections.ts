import type { OwnPage, OwnPost } from 'virtual:galley/own';
import { defineCollection, type SchemaContext } from 'astro/content/config';
import { z } from 'zod';
import type { PostData } from '../source/data.ts';
import { frontMatterSchema } from '../source/json-schema.ts';
import { readOwnSchema } from '../source/own-schema.ts';
import type { PageData } from '../source/read-page.ts';
import site from '../site.config.ts';
import { pagesLoader, postsLoader, type LoaderOptions } from './loader.ts';

/**
 * What the content store holds: posts, and pages outside the flow of posts. They are read, judged and checked by
 * loaders of our own, which name mistakes with file and line; what the schemas tell is for editors, as it is
 * written and not as the store keeps it.
 * @param root absolute path of the project
 */
export async function createCollections(root: string, options: Omit<LoaderOptions, 'site'>) {
  const { schema: own } = await readOwnSchema(root);
  // Made once: Astro asks for the schema of a collection with each of its entries.
  const ofPosts = frontMatterSchema('posts', site, own);
  return {
    posts: defineCollection({
      loader: postsLoader({ site, ...options }),
      schema: ({ image }: SchemaContext) =>
        z
          .custom<PostData>()
          .transform((data) => ({
            ...data,
            own: data.own as OwnPost,
            image: data.image && {
              ...data.image,
              // A picture beside the post is imported, so that it can be optimised.
              src: data.image.src.startsWith('./') ? image().parse(data.image.src) : data.image.src,
              file: data.image.file && image().parse(data.image.file),
            },
          }))
          .meta(ofPosts),
    }),
    pages: defineCollection({
      loader: pagesLoader({ site, ...options }),
      schema: z.custom<PageData & { own: OwnPage }>().meta(frontMatterSchema('pages', site, own)),
    }),
  };
}
