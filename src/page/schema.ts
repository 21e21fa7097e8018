import { readLang, readTitle, tellMistypedKeys } from '../post/schema.ts';
import { Values, type KeyProblem } from '../post/values.ts';

/** The front matter of a page. Other keys pass through for Liquid's `page`. */
export interface PageFrontMatter {
  /** Heading and document title; made from the file name where it is missing. */
  title?: string | undefined;
  /** One or two sentences for search engines. */
  description?: string | undefined;
  /** URL of the page, below the base path: `/about/`. */
  permalink?: string | undefined;
  /** Language of the page as a BCP 47 tag, where it is not the site's. */
  lang?: string | undefined;
}

const KNOWN_KEYS = ['title', 'description', 'permalink', 'lang'];

/** Reads the keys of a page that Galley knows, as those of posts. */
export function readPageKeys(data: Readonly<Record<string, unknown>>): {
  frontMatter: PageFrontMatter;
  problems: KeyProblem[];
} {
  const values = new Values(data);
  const frontMatter = {
    title: readTitle(values),
    description: values.text('description'),
    permalink: readPermalink(values),
    lang: readLang(values, data['lang']),
  };
  tellMistypedKeys(values, data, KNOWN_KEYS);
  return { frontMatter, problems: values.problems };
}

function readPermalink(values: Values): string | undefined {
  const expected = 'expected a path such as /about/';
  const text = values.text('permalink', expected)?.trim();
  if (text !== undefined && /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(text)) {
    values.tell('permalink', text, expected);
    return undefined;
  }
  return text && `/${text.replace(/^\/+/, '')}`;
}
