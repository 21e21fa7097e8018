import { z } from 'zod';
import { parseLeniently, text, type KeyProblem } from '../post/fields.ts';
import { lang, mistypedKeys, oddTitle, title } from '../post/schema.ts';

const PATH_EXPECTED = 'expected a path such as /about/';

const pageSchema = z.object({
  /** Heading and document title; made from the file name where it is missing. */
  title,
  /** One or two sentences for search engines. */
  description: text(),
  /** URL of the page, below the base path: `/about/`. */
  permalink: text(PATH_EXPECTED).transform((path, context) => {
    if (path === undefined || !/^\s*(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(path)) {
      return path && `/${path.trim().replace(/^\/+/, '')}`;
    }
    context.addIssue({ code: 'custom', message: PATH_EXPECTED });
    return undefined;
  }),
  /** Language of the page, where it is not the site's. */
  lang,
});

/** The front matter of a page. Other keys pass through for Liquid's `page`. */
export type PageFrontMatter = z.output<typeof pageSchema>;

/** Reads the keys of a page that Galley knows, as those of posts. */
export function readPageKeys(data: Readonly<Record<string, unknown>>): {
  frontMatter: PageFrontMatter;
  problems: KeyProblem[];
} {
  const { output, problems } = parseLeniently(pageSchema, data);
  const keys = Object.keys(pageSchema.shape);
  return {
    frontMatter: output,
    problems: [...problems, ...oddTitle(data), ...mistypedKeys(data, keys)],
  };
}
