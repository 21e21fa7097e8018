import { posix } from 'node:path';
import { strftime } from './strftime.ts';
import { nearest } from '../../lib/problem.ts';
import { toAddress } from './address.ts';
import { inZone, type PostDate } from './date.ts';
import { decodePath } from '../../lib/url.ts';
import { slugify } from './slug.ts';

/** What a permalink is made of. */
export interface PermalinkInput {
  /** The site's: a template with placeholders, or the name of a style. */
  template: string;
  /** The post's own; placeholders are filled, names of styles mean nothing here, as in Jekyll. */
  permalink?: string | undefined;
  date: PostDate;
  /** IANA name of the site's time zone, in which dates stand in URLs. */
  timeZone: string;
  /** From the front matter, else from the file name. */
  slug: string;
  categories: readonly string[];
  /** Path of the post in the Jekyll site: `_posts/2014-01-05-title.md`. */
  path: string;
  /** The collection that it is a document of, where it is no post. */
  collection?: string | undefined;
}

/** Jekyll's named styles. https://jekyllrb.com/docs/permalinks/#built-in-formats */
const STYLES: Record<string, string> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  weekdate: '/:categories/:year/W:week/:short_day/:title:output_ext',
  none: '/:categories/:title:output_ext',
};

/** A permalink with a placeholder that Jekyll does not know. */
export class PermalinkError extends Error {
  /** With its colon. */
  readonly placeholder: string;
  /** What was probably meant. */
  readonly hint?: string;

  constructor(placeholder: string, known: Iterable<string>) {
    super(`there is no placeholder ${placeholder}`);
    this.name = 'PermalinkError';
    this.placeholder = placeholder;
    const meant = nearest(placeholder.slice(1), known);
    if (meant !== undefined) this.hint = `Did you mean \`:${meant}\`?`;
  }
}

const OUTPUT_EXTENSION = '.html';

/**
 * The URL that Jekyll gives a post, below the site's base path. What the front matter writes is kept
 * letter for letter where it can be asked for (see `toAddress`); what fills a placeholder is
 * percent-encoded.
 * @throws {PermalinkError}
 */
export function permalinkOf(input: PermalinkInput): string {
  const template = input.permalink || (STYLES[input.template] ?? input.template);
  return toAddress(sanitize(fill(template, input)));
}

/**
 * The URL that Jekyll gives a page, below the site's base path: its own permalink, in which `:path`
 * (the folder), `:basename` and `:output_ext` are filled, or else one that ends as those of posts do.
 * https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/page.rb
 * @param page.path below the folder of pages
 */
export function pagePermalink(
  page: Pick<PermalinkInput, 'path' | 'template' | 'permalink'>,
): string {
  const { dir, name } = posix.parse(page.path);
  const usual = name === 'index' ? '/:path/' : `/:path/:basename${endingOf(page.template)}`;
  const values = { path: dir, basename: name.replace(/\.+$/, ''), output_ext: OUTPUT_EXTENSION };
  // What is no placeholder stays as it is, unlike in permalinks of posts.
  const url = (page.permalink || usual).replace(
    /:(path|basename|output_ext)/g,
    (_, key: keyof typeof values) => encode(values[key]),
  );
  return toAddress(sanitize(url));
}

/**
 * The template for documents of a collection that has none of its own: it ends as that of posts does.
 * https://jekyllrb.com/docs/permalinks/#collections
 * @param template of posts
 */
export function collectionPermalink(template: string): string {
  return `/:collection/:path${endingOf(template)}`;
}

/** What follows the name of a page or document. Jekyll forgets one of its styles. */
function endingOf(template: string): string {
  if (template === 'weekdate') return '';
  return /(?:\/|:output_ext)$/.exec(STYLES[template] ?? template)?.[0] ?? '';
}

/** What is wrong with a template, whatever fills it. */
export function permalinkMistake(template: string): PermalinkError | undefined {
  try {
    const date = { time: 0, offset: 0 };
    const post = { date, timeZone: 'UTC', slug: 'a', categories: [], path: '_posts/a.md' };
    permalinkOf({ ...post, template });
    return undefined;
  } catch (error) {
    if (error instanceof PermalinkError) return error;
    throw error;
  }
}

/**
 * The file below the output folder that Jekyll writes for a URL: `a/index.html` for `/a/`, `a.html`
 * for `/a.html` and for `/a`.
 */
export function outputPath(url: string): string {
  const path = posix.normalize(`/${decodePath(toAddress(url))}`);
  if (path.endsWith('/')) return `${path}index.html`.slice(1);
  return (path.endsWith(OUTPUT_EXTENSION) ? path : path + OUTPUT_EXTENSION).slice(1);
}

/**
 * Jekyll's `id` of a post: its URL with the slug in the place of the last part, however that ends.
 * https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/document.rb
 */
export function documentId(url: string, slug: string): string {
  return posix.join(posix.dirname(url), slug);
}

/** `:month_:day` means `:month` and an underscore, because there is no `:month_`. */
function fill(template: string, post: PermalinkInput): string {
  return template.replace(/:([a-z_]+)/g, (match, name: string) => {
    const key = PLACEHOLDERS.has(name) ? name : name.replace(/_$/, '');
    const value = PLACEHOLDERS.get(key)?.(post);
    if (value === undefined) throw new PermalinkError(match, PLACEHOLDERS.keys());
    return encode(value) + name.slice(key.length);
  });
}

/** Those of the date, as `strftime` formats them. https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/drops/url_drop.rb */
const FORMATS = {
  year: '%Y',
  month: '%m',
  day: '%d',
  hour: '%H',
  minute: '%M',
  second: '%S',
  i_day: '%-d',
  i_month: '%-m',
  short_month: '%b',
  long_month: '%B',
  short_year: '%y',
  w_year: '%G',
  week: '%V',
  w_day: '%u',
  short_day: '%a',
  long_day: '%A',
  y_day: '%j',
};

/** Whether a template has placeholders of the date. */
export function showsDate(template: string): boolean {
  return Object.keys(FORMATS).some((name) => template.includes(`:${name}`));
}

/** The value of every placeholder. https://jekyllrb.com/docs/permalinks/#placeholders */
const PLACEHOLDERS = new Map<string, (post: PermalinkInput) => string>([
  ...Object.entries(FORMATS).map(([name, format]) => [name, onClock(format)] as const),
  ['title', ({ slug }) => slugify(slug, 'pretty', true)],
  ['slug', ({ slug }) => slugify(slug)],
  ['name', ({ path }) => slugify(posix.parse(path).name)],
  [
    'path',
    ({ path, collection = 'posts' }) => withoutExtension(path).replace(`_${collection}`, ''),
  ],
  ['collection', ({ collection = 'posts' }) => collection],
  ['output_ext', () => OUTPUT_EXTENSION],
  ['categories', folded((category) => category.toLowerCase())],
  ['slugified_categories', folded((category) => slugify(category))],
]);

/** The date of a post on the site's clock. */
function onClock(format: string) {
  return ({ date: { time }, timeZone }: PermalinkInput) => strftime(inZone(time, timeZone), format);
}

function withoutExtension(path: string): string {
  const { dir, name } = posix.parse(path);
  return posix.join(dir, name.replace(/\.+$/, ''));
}

function folded(fold: (category: string) => string) {
  return ({ categories }: PermalinkInput) => [...new Set(categories.map(fold))].join('/');
}

/** Jekyll's URL.escape_path: what RFC 3986 allows in a path stays, and so does the first `?`. */
function encode(value: string): string {
  return value.toWellFormed().replace(/[^A-Za-z0-9\-._~!$&'()*+,;=:@/?]+/g, encodeURIComponent);
}

/** Jekyll's URL#sanitize_url. */
function sanitize(url: string): string {
  return `/${url}`.replaceAll('..', '/').replaceAll('./', '').replace(/\/+/g, '/');
}
