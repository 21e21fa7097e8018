import { fileURLToPath } from 'node:url';
import { defineCollection } from 'astro:content';
import type { OwnPage, OwnPost } from 'virtual:galley/own';
import { build, drafts } from 'virtual:galley';
import { z } from 'zod';
import type { PageData } from './source/read-page.ts';
import type { PostData } from './source/data.ts';
import { frontMatterSchema } from './source/json-schema.ts';
import { pagesLoader, postsLoader } from './store/loader.ts';
import site from './site.config.ts';
import { readOwnSchema } from './source/own-schema.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { schema: own } = await readOwnSchema(root);

// Made once: Astro asks for the schema of a collection with each of its entries.
const OF_POSTS = frontMatterSchema('posts', site, own);

/** Posts: read, judged and checked by their own loader, which names mistakes with file and line. */
const posts = defineCollection({
  loader: postsLoader({ site, drafts, build }),
  schema: ({ image }) =>
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
      // Astro tells editors what stands here: the front matter as it is written, not what the store keeps of it.
      .meta(OF_POSTS),
});

/** Pages outside the flow of posts: `about.md` is at `/about/`. */
const pages = defineCollection({
  loader: pagesLoader({ site, drafts, build }),
  schema: z.custom<PageData & { own: OwnPage }>().meta(frontMatterSchema('pages', site, own)),
});

export const collections = { posts, pages };
