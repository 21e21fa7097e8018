import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { drafts } from 'virtual:galley';
import { z } from 'zod';
import { postsLoader } from './post/loader.ts';
import type { PostData } from './post/data.ts';
import site from './site.config.ts';

/** Posts: read, judged and checked by their own loader, which names mistakes with file and line. */
const posts = defineCollection({
  loader: postsLoader({ site, drafts }),
  schema: z.custom<PostData>(),
});

/** Pages outside the flow of posts: `about.md` is at `/about/`. */
const pages = defineCollection({
  loader: glob({ base: './src/content/pages', pattern: '**/[^_.]*.{md,markdown,mdx}' }),
  schema: z.strictObject({
    /** Heading and document title. */
    title: z.string().min(1),
    /** One or two sentences for search engines. */
    description: z.string().optional(),
  }),
});

export const collections = { posts, pages };
