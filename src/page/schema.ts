import { z } from 'zod';

/** The front matter of a page. Keys that are not listed here pass through for Liquid's `page`. */
export const pageSchema = z.looseObject({
  /** Heading and document title; made from the file name where it is missing. */
  title: z.coerce.string().nullish(),
  /** One or two sentences for search engines. */
  description: z.coerce.string().nullish(),
  /** URL of the page, below the base path: `/about/`. */
  permalink: z.string().startsWith('/', { error: 'expected a path such as /about/' }).nullish(),
  /** Language of the page as a BCP 47 tag, where it is not the site's. */
  lang: z.string().nullish(),
});
