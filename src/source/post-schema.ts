import { z } from 'zod';
import { LANGUAGE_EXPECTED, readLanguage } from '../i18n/language-tag.ts';
import { once } from '../lib/once.ts';
import { nearest, type KeyProblem } from '../lib/problem.ts';
import type { Site } from '../site/schema.ts';
import { belowSite, isWhole, rooted } from '../lib/url.ts';
import { authorsField, type KnownAuthors } from './author.ts';
import { coverImage, coverOfData } from './cover-image.ts';
import { parsePostDate } from '../jekyll/rules/date.ts';
import {
  field,
  flag,
  list,
  parseLeniently,
  saysNothing,
  text,
  toTextual,
  unlessFalse,
} from './fields.ts';
import { themeFilm } from '../jekyll/themes/themes.ts';
import { isMapping, toPlain, toText } from '../jekyll/rules/yaml.ts';

/** What reading depends on beside the front matter. */
export interface SchemaOptions {
  site: Pick<Site, 'url' | 'base' | 'timeZone'>;
  /** Authors that posts may name by their key. */
  authors?: KnownAuthors | undefined;
}

/** What is said where a date cannot be read. */
export const DATE_EXPECTED = 'expected a date such as 2025-09-04 or 2025-09-04 13:53:11 -0400';

/** A title as Jekyll shows it, which prints whatever it is. */
export const title = field(toText, 'expected text');

/** A language as a BCP 47 tag. `pt_BR` is read as meant, and so is YAML's `no`, which is Norwegian. */
export const lang = z
  .unknown()
  .optional()
  .transform((value, context) => {
    if (value === false) return 'no';
    if (saysNothing(value)) return undefined;
    const language = typeof value === 'string' ? readLanguage(value) : {};
    if ('tag' in language) return language.tag;
    const { hint } = language;
    context.addIssue({ code: 'custom', message: LANGUAGE_EXPECTED, params: { hint } });
    return undefined;
  })
  .meta({ type: ['string', 'boolean', 'null'], examples: ['en', 'pt-BR'] });

/** Paths of the site, with their first slash; its whole addresses are taken as such. */
export function pathsField(site: Pick<Site, 'url' | 'base'>) {
  return list((value, tell) => {
    const text = toTextual(value)?.trim();
    const path = text && belowSite(text, site);
    if (path === undefined) {
      tell('expected a path of the site, such as /old/');
    } else if (isWhole(path)) {
      tell('expected a path of the site, not the address of another');
    } else if (/[?#]/.test(path)) {
      tell('expected a path without `?` and `#`: what follows them makes no other file of it');
    } else return rooted(path);
    return undefined;
  });
}

/** Where a post leads on to: a path of the site, or the address of another. */
export function targetField(site: Pick<Site, 'url' | 'base'>) {
  return list((value, tell) => {
    const path = belowSite(toTextual(value)?.trim() ?? 'nowhere:', site);
    if (/^https?:\/\//i.test(path) && URL.canParse(path)) return new URL(path).href;
    if (!isWhole(path)) return rooted(path);
    tell('expected a path such as /new/, or an address');
    return undefined;
  });
}

/** The keys themselves, before those of one meaning become one. */
export function postKeys(site: SchemaOptions['site'], known: KnownAuthors = NOBODY) {
  const authors = authorsField(site, known);
  const paths = pathsField(site);
  return z.object({
    title: title.describe('Title of the post; made from the file name where it is missing.'),
    last_modified_at: field((value) => parsePostDate(value, site.timeZone), DATE_EXPECTED).describe(
      'When it was last changed, in the forms of `date`. (jekyll-last-modified-at, jekyll-seo-tag)',
    ),
    permalink: text('expected a path, or a template for it').describe(
      'URL or template for it, as in the config. https://jekyllrb.com/docs/permalinks/',
    ),
    slug: text().describe('Replaces the file name in the URL.'),
    excerpt: text().describe('Replaces the excerpt that would be taken from the text.'),
    excerpt_separator: text().describe("Ends the excerpt in this post's text."),
    description: text().describe(
      'One or two sentences for search engines and previews; else `subtitle`, else the excerpt as plain text.',
    ),
    subtitle: z
      .unknown()
      .optional()
      .transform(toTextual)
      .meta({ type: ['string', 'number', 'null'] })
      .describe('Taken for a description where there is none. (Beautiful Jekyll)'),
    image: coverImage.describe(
      'Cover image: path, URL, or mapping: `{path: cover.jpg, alt: What it shows}`.',
    ),
    author: authors.describe(
      'Who wrote it: a name, a key of `src/liquid/data/authors.yml`, a mapping with name, url and email, or a list of these.',
    ),
    authors: authors.describe('Who wrote it, as `author`.'),
    guid: text().describe(
      'What feeds know it by, where that is not its address: what the feed of the site before said. Never shown.',
    ),
    comments: flag.describe('Whether readers may comment, where the config names a provider.'),
    pin: flag.describe('Keeps the post at the top of the home page. (Chirpy)'),
    series: z
      .unknown()
      .optional()
      .transform((value) => (typeof value === 'string' && value.trim()) || undefined)
      .meta({ type: ['string', 'array', 'object', 'number', 'boolean', 'null'] })
      .describe(
        "Name of the series of posts that it is a part of; what is no text is the owner's own.",
      ),
    toc: flag.describe('`false` leaves out the table of contents. (Chirpy)'),
    related: unlessFalse.describe('`false` leaves out related posts. (Minimal Mistakes)'),
    share: unlessFalse.describe(
      '`false` leaves out what copies and shares its address. (Minimal Mistakes)',
    ),
    read_time: unlessFalse.describe('`false` leaves out the reading time. (Minimal Mistakes)'),
    lang: lang.describe("Language of the post, where it is not the site's."),
    ref: z
      .unknown()
      .optional()
      .transform(toTextual)
      .meta({ type: ['string', 'number', 'null'] })
      .describe('What it has in common with the same post in other languages: any word.'),
    sitemap: flag.describe('`false` leaves it out of the sitemap. (jekyll-sitemap)'),
    redirect_from: paths.describe('Old paths that lead to this post. (jekyll-redirect-from)'),
    alias: paths.describe("Old paths, as `redirect_from`. (Octopress's alias generator)"),
    redirect_to: targetField(site).describe(
      'Path below the base path, or address, to which this post leads on instead of showing a text. Of a list the first counts. (jekyll-redirect-from)',
    ),
    render_with_liquid: flag.describe('`false` leaves `{{` and `{%` in the text alone.'),
  });
}

function createSchema(site: SchemaOptions['site'], known: KnownAuthors) {
  return postKeys(site, known).transform(
    ({ author, authors, subtitle, alias, redirect_from, redirect_to, ...keys }) => ({
      ...keys,
      description: keys.description ?? subtitle,
      authors: [authors, author].find((names) => names.length > 0),
      redirect_from: [...new Set([...redirect_from, ...alias])],
      redirect_to: redirect_to[0],
    }),
  );
}

/**
 * The front matter of a post that only changes how something looks. Every key is optional, as in Jekyll;
 * others pass through for Liquid's `page`. `published`, `draft`, `unlisted` and `date` belong to the gate,
 * `categories`, `category`, `tags` and `tag` to the taxonomy.
 */
export type FrontMatterData = z.output<ReturnType<typeof createSchema>> & {
  /** The address of a film's frame that is shown in place of the cover. */
  film?: string | undefined;
};

/** Making a schema takes longer than reading a post with it. */
let latest: { of: unknown[]; schema: ReturnType<typeof createSchema> } | undefined;

function schemaFor({ site, authors = NOBODY }: SchemaOptions) {
  if (latest?.of[0] !== site || latest.of[1] !== authors) {
    latest = { of: [site, authors], schema: createSchema(site, authors) };
  }
  return latest.schema;
}

const NOBODY: KnownAuthors = {};

/**
 * Reads the keys that Galley knows. None of them stops a build: a value that cannot be used is told and
 * passed over, and so is a key that looks mistyped.
 * @param data front matter, with its defaults
 */
export function readKeys(
  data: Readonly<Record<string, unknown>>,
  options: SchemaOptions,
): { frontMatter: FrontMatterData; problems: KeyProblem[] } {
  const { output, problems } = parseLeniently(schemaFor(options), data);
  return {
    frontMatter: { ...output, image: coverOfData(output.image, data), film: themeFilm(data) },
    problems: [...problems, ...oddTitle(data), ...mistypedKeys(data)],
  };
}

/** Somebody meant the brackets of a title that is a list or a mapping to YAML. */
export function oddTitle({ title }: Readonly<Record<string, unknown>>): KeyProblem[] {
  if (saysNothing(title) || (!Array.isArray(title) && !isMapping(title))) return [];
  const kind = Array.isArray(title) ? 'list' : 'mapping';
  return [
    {
      field: 'title',
      value: toPlain(title),
      message: `is a ${kind}, and shown as Jekyll shows it`,
      hint: 'Put it in quotes to show it as it is written.',
    },
  ];
}

const mistypedKeys = mistypedAmong(
  'title last_modified_at permalink slug excerpt excerpt_separator description subtitle image author authors guid comments pin series toc lang ref sitemap redirect_from redirect_to alias render_with_liquid categories category tags tag'.split(
    ' ',
  ),
);

/**
 * Finds keys that read like a known one: in another case, or with a letter too many, too few or wrong.
 * The same few stand in every post, so each is compared once.
 */
export function mistypedAmong(
  known: readonly string[],
): (data: Readonly<Record<string, unknown>>) => KeyProblem[] {
  const meantBy = once((key: string) => {
    const meant = known.includes(key) ? undefined : nearest(key, known, key.length < 8 ? 1 : 2);
    return meant !== undefined && isMistyped(key, meant) ? meant : undefined;
  });
  return (data) =>
    Object.entries(data).flatMap(([key, value]) => {
      const meant = meantBy(key);
      if (meant === undefined || Object.hasOwn(data, meant)) return [];
      const [message, hint] = ['there is no such key', `Did you mean \`${meant}\`?`];
      return [{ field: key, value: toPlain(value), message, hint }];
    });
}

/** Short words are too near to one another, and nobody mistypes the first letter; a plural is another word. */
function isMistyped(key: string, meant: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[-_\s]/g, '');
  const [a, b] = [plain(key), plain(meant)];
  if (a === b) return true;
  return a.length >= 5 && a[0] === b[0] && `${a}s` !== b && a !== `${b}s`;
}
