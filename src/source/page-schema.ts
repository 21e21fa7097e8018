import { z } from 'zod';
import { flag, parseLeniently, text } from './fields.ts';
import type { KeyProblem } from '../lib/problem.ts';
import { lang, mistypedAmong, oddTitle, pathsField, targetField, title } from './post-schema.ts';
import { once } from '../lib/once.ts';
import type { Site } from '../site/schema.ts';
import { isWhole, rooted } from '../lib/url.ts';

const PATH_EXPECTED = 'expected a path such as /about/';

/** The keys of a page. */
export function pageKeys(site: Pick<Site, 'url' | 'base'>) {
  return z.object({
    title: title.describe(
      'Heading and document title; where it is missing the heading with which the text begins, else made from the file name.',
    ),
    description: text().describe('One or two sentences for search engines.'),
    permalink: text(PATH_EXPECTED)
      .transform((path, context) => {
        if (path === undefined || !isWhole(path.trim())) return path && rooted(path.trim());
        context.addIssue({ code: 'custom', message: PATH_EXPECTED });
        return undefined;
      })
      .describe(
        'URL of the page below the base path, or a template for it: `/about/`, `/help/:basename/`.',
      ),
    lang: lang.describe("Language of the page, where it is not the site's."),
    sitemap: flag.describe('`false` leaves it out of the sitemap. (jekyll-sitemap)'),
    redirect_from: pathsField(site).describe(
      'Old paths that lead to this page. (jekyll-redirect-from)',
    ),
    redirect_to: targetField(site).describe(
      'Path below the base path, or address, to which it leads on. Of a list the first counts. (jekyll-redirect-from)',
    ),
  });
}

/** What pages are read with. Making it takes longer than reading a page. */
const readersFor = once((site: Pick<Site, 'url' | 'base'>) => {
  const schema = pageKeys(site);
  return { schema, mistypedKeys: mistypedAmong(Object.keys(schema.shape)) };
});

/** The front matter of a page. Other keys pass through for Liquid's `page`. */
export type PageFrontMatter = z.output<ReturnType<typeof pageKeys>>;

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
