import { posix } from 'node:path';
import { nearest } from '../problem.ts';
import { toAddress } from './address.ts';
import { zonedParts, type PostDate } from './date.ts';
import { decodePath } from '../url.ts';
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
  return toAddress(sanitize(fill(template, placeholders(input))));
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
  const ofPosts = STYLES[page.template] ?? page.template;
  const [ending = ''] = /(?:\/|:output_ext)$/.exec(ofPosts) ?? [];
  const usual = name === 'index' ? '/:path/' : `/:path/:basename${ending}`;
  const values = { path: dir, basename: name.replace(/\.+$/, ''), output_ext: OUTPUT_EXTENSION };
  // What is no placeholder stays as it is, unlike in permalinks of posts.
  const url = (page.permalink || usual).replace(
    /:(path|basename|output_ext)/g,
    (_, key: keyof typeof values) => encode(values[key]),
  );
  return toAddress(sanitize(url));
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

/** `:month_:day` means `:month` and an underscore, because there is no `:month_`. */
function fill(template: string, values: ReadonlyMap<string, string>): string {
  return template.replace(/:([a-z_]+)/g, (match, name: string) => {
    const key = values.has(name) ? name : name.replace(/_$/, '');
    const value = values.get(key);
    if (value === undefined) throw new PermalinkError(match, values.keys());
    return encode(value) + name.slice(key.length);
  });
}

/** The value of every placeholder. https://jekyllrb.com/docs/permalinks/#placeholders */
function placeholders({ slug, categories, path, ...when }: PermalinkInput): Map<string, string> {
  const folded = (fold: (category: string) => string) =>
    [...new Set(categories.map(fold))].join('/');
  const { dir, name } = posix.parse(path);
  return new Map([
    ...datePlaceholders(when),
    ['title', slugify(slug, 'pretty', true)],
    ['slug', slugify(slug)],
    ['name', slugify(name)],
    ['path', `${dir}/${name}`.replace('_posts', '').replace(/\.+$/, '')],
    ['collection', 'posts'],
    ['output_ext', OUTPUT_EXTENSION],
    ['categories', folded((category) => category.toLowerCase())],
    ['slugified_categories', folded((category) => slugify(category))],
  ]);
}

function datePlaceholders({
  date,
  timeZone,
}: Pick<PermalinkInput, 'date' | 'timeZone'>): [string, string][] {
  const { year, month, day, hour, minute, second, weekday } = zonedParts(date.time, timeZone);
  const [monthName = '', weekdayName = ''] = [MONTHS[month - 1], WEEKDAYS[weekday]];
  const today = Date.UTC(year, month - 1, day);
  const isoWeekday = weekday || 7;
  // The week of ISO 8601 belongs to the year of its Thursday.
  const thursday = today + (4 - isoWeekday) * DAY;
  const weekYear = new Date(thursday).getUTCFullYear();
  return [
    ['year', padded(year, 4)],
    ['month', padded(month, 2)],
    ['day', padded(day, 2)],
    ['hour', padded(hour, 2)],
    ['minute', padded(minute, 2)],
    ['second', padded(second, 2)],
    ['i_day', String(day)],
    ['i_month', String(month)],
    ['short_month', monthName.slice(0, 3)],
    ['long_month', monthName],
    ['short_year', padded(year % 100, 2)],
    ['w_year', padded(weekYear, 4)],
    ['week', padded(Math.floor((thursday - Date.UTC(weekYear, 0, 1)) / DAY / 7) + 1, 2)],
    ['w_day', String(isoWeekday)],
    ['short_day', weekdayName.slice(0, 3)],
    ['long_day', weekdayName],
    ['y_day', padded((today - Date.UTC(year, 0, 0)) / DAY, 3)],
  ];
}

function padded(part: number, length: number): string {
  return String(part).padStart(length, '0');
}

const DAY = 86_400_000;
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** Jekyll's URL.escape_path: what RFC 3986 allows in a path stays, and so does the first `?`. */
function encode(value: string): string {
  return value.toWellFormed().replace(/[^A-Za-z0-9\-._~!$&'()*+,;=:@/?]+/g, encodeURIComponent);
}

/** Jekyll's URL#sanitize_url. */
function sanitize(url: string): string {
  return `/${url}`.replaceAll('..', '/').replaceAll('./', '').replace(/\/+/g, '/');
}
