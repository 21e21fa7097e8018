import { z } from 'zod';
import { parsePostDate } from './date.ts';
import { readFlag } from './flag.ts';
import { toText, YamlScalar } from './yaml.ts';

/** Text. What YAML reads as a number, a boolean or a date is printed as Ruby prints it. */
const text = z
  .union([z.string(), z.number(), z.boolean(), z.instanceof(YamlScalar)], {
    error: 'expected text',
  })
  .transform(toText);

/**
 * A boolean as YAML 1.1 knows it, quoted or not; an empty value is as good as none. Themes also
 * write settings there (`toc: {sidebar: left}`), which say yes.
 */
const flag = z
  .unknown()
  .optional()
  .transform((value, context) => {
    if (value === null || value === undefined) return undefined;
    if (typeof value === 'object') return true;
    const flag = readFlag(value);
    if (flag === undefined) context.addIssue({ code: 'custom', message: 'expected true or false' });
    return flag;
  });

/** One word or path, or a list of them. */
const list = z
  .union([text.transform((one) => [one]), z.array(text)], { error: 'expected text or a list' })
  .nullish()
  .transform((value) => value ?? []);

/** Paths of the site. */
const paths = list.transform((all) => all.map((path) => `/${path.replace(/^\/+/, '')}`));

const optionalText = text.nullish().transform((value) => value ?? undefined);

/** A positive number of pixels, also as text: `640`, `"640"`, `640px`. */
const pixels = z
  .union([z.number(), z.string().regex(/^\d+(px)?$/)], { error: 'expected a number of pixels' })
  .transform((value) => Number.parseInt(String(value), 10))
  .optional();

/** An author: a name, or a mapping with more. Chirpy's and Jekyll's `author: jane` is a name as well. */
const author = z.union([
  text.transform((name) => ({ name })),
  z.looseObject({ name: text, url: z.url().optional(), email: z.string().optional() }),
]);

function createSchema(timeZone: string) {
  const date = z
    .unknown()
    .optional()
    .transform((value, context) => {
      if (value === undefined) return undefined;
      const date = parsePostDate(value, timeZone);
      if (!date) {
        context.addIssue({
          code: 'custom',
          message: 'expected a date such as 2025-09-04 or 2025-09-04 13:53:11 -0400',
        });
      }
      return date;
    });

  return z.looseObject({
    /** Title of the post; made from the file name where it is missing. */
    title: optionalText,
    /** When it was written: a YAML timestamp or date, with or without offset; else from the file name. */
    date,
    /** When it was last changed, in the forms of `date`. (jekyll-last-modified-at, jekyll-seo-tag) */
    last_modified_at: date,
    /** Jekyll's layout. Every post has the same here; the key is read by Liquid alone. */
    layout: optionalText,
    /** URL or template for it, as in the config. https://jekyllrb.com/docs/permalinks/ */
    permalink: optionalText,
    /** Replaces the file name in the URL. */
    slug: optionalText,
    /** Replaces the excerpt that would be taken from the text. */
    excerpt: optionalText,
    /** Ends the excerpt in this post's text. */
    excerpt_separator: optionalText,
    /** One or two sentences for search engines and previews; else the excerpt as plain text. */
    description: optionalText,
    /** Cover image: path, URL, or mapping (jekyll-seo-tag, Chirpy). */
    image: z
      .union(
        [
          text.transform((path) => ({
            path,
            alt: undefined,
            width: undefined,
            height: undefined,
          })),
          z.looseObject({
            path: text,
            /** Text for those who do not see the image. */
            alt: optionalText,
            /** Width in pixels. */
            width: pixels,
            /** Height in pixels. */
            height: pixels,
          }),
        ],
        { error: 'expected a path, or a mapping with path and alt' },
      )
      .nullish()
      .transform((image) => (image?.path ? image : undefined)),
    /** Who wrote it: a name, a mapping with `name`, `url`, `email`, or a list of these. */
    author: z
      .union([author.transform((one) => [one]), z.array(author)], { error: 'expected a name' })
      .nullish(),
    /** The same as `author`, for several. */
    authors: z
      .union([author.transform((one) => [one]), z.array(author)], { error: 'expected names' })
      .nullish(),
    /** Whether readers may comment, where the config names a provider. */
    comments: flag,
    /** Keeps the post at the top of the home page. (Chirpy) */
    pin: flag,
    /** Name of the series of posts that it is a part of; what is no text is the owner's own. */
    series: z
      .unknown()
      .optional()
      .transform((value) => (typeof value === 'string' && value.trim() ? value.trim() : undefined)),
    /** `false` leaves out the table of contents. (Chirpy) */
    toc: flag,
    /** `true` where the text holds formulas. (Chirpy) */
    math: flag,
    /** `true` where the text holds Mermaid diagrams. (Chirpy) */
    mermaid: flag,
    /** Language of the post as a BCP 47 tag, where it is not the site's. */
    lang: optionalText,
    /** `true` gives the post a page and keeps it out of every list. */
    unlisted: flag,
    /** Old paths that lead to this post. (jekyll-redirect-from) */
    redirect_from: paths,
    /** The same. (Octopress's alias generator) */
    alias: paths,
    /** `false` leaves `{{` and `{%` in the text alone. */
    render_with_liquid: flag,
  });
}

const schemas = new Map<string, ReturnType<typeof createSchema>>();

/**
 * The front matter of a post. Every key is optional, as in Jekyll; keys that are not listed here
 * pass through for Liquid's `page`. `published` and `draft` belong to the gate, `categories`,
 * `category`, `tags` and `tag` to the taxonomy.
 * @param timeZone where dates without an offset are at home
 */
export function frontMatterSchema(timeZone: string): ReturnType<typeof createSchema> {
  // Building it takes longer than reading a post with it.
  const schema = schemas.get(timeZone) ?? createSchema(timeZone);
  schemas.set(timeZone, schema);
  return schema;
}

/** The front matter of a post after the schema has read it. */
export type FrontMatterData = z.output<ReturnType<typeof frontMatterSchema>>;
