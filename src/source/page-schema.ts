import { z } from 'zod';
import { parseLeniently, text } from './fields.ts';
import type { KeyProblem } from '../lib/problem.ts';
import { lang, mistypedAmong, oddTitle, pathsField, targetField, title } from './post-schema.ts';
import { once } from '../lib/once.ts';
import type { Site } from '../site/schema.ts';
import { isWhole, rooted } from '../lib/url.ts';

const PATH_EXPECTED = 'expected a path such as /about/';

function createSchema(site: Pick<Site, 'url' | 'base'>) {
  return z.object({
    /** Heading and document title; made from the file name where it is missing. */
    title,
    /** One or two sentences for search engines. */
    description: text(),
    /** URL of the page below the base path, or a template for it: `/about/`, `/help/:basename/`. */
    permalink: text(PATH_EXPECTED).transform((path, context) => {
      if (path === undefined || !isWhole(path.trim())) return path && rooted(path.trim());
      context.addIssue({ code: 'custom', message: PATH_EXPECTED });
      return undefined;
    }),
    /** Language of the page, where it is not the site's. */
    lang,
    /** Old paths that lead to this page. (jekyll-redirect-from) */
    redirect_from: pathsField(site),
    /** Path below the base path, or address, to which it leads on. Of a list the first counts. (jekyll-redirect-from) */
    redirect_to: targetField(site),
  });
}

/** What pages are read with. Making it takes longer than reading a page. */
const readersFor = once((site: Pick<Site, 'url' | 'base'>) => {
  const schema = createSchema(site);
  return { schema, mistypedKeys: mistypedAmong(Object.keys(schema.shape)) };
});

/** The front matter of a page. Other keys pass through for Liquid's `page`. */
export type PageFrontMatter = z.output<ReturnType<typeof createSchema>>;

/** Reads the keys of a page that Galley knows, as those of posts. */
export function readPageKeys(
  data: Readonly<Record<string, unknown>>,
  site: Pick<Site, 'url' | 'base'>,
): {
  frontMatter: PageFrontMatter;
  problems: KeyProblem[];
} {
  const { schema, mistypedKeys } = readersFor(site);
  const { output, problems } = parseLeniently(schema, data);
  return {
    frontMatter: output,
    problems: [...problems, ...oddTitle(data), ...mistypedKeys(data)],
  };
}
