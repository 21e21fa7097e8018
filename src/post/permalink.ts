import { posix } from 'node:path';
import { zonedParts, type PostDate } from './date.ts';
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

  constructor(placeholder: string) {
    super(`there is no placeholder ${placeholder}`);
    this.name = 'PermalinkError';
    this.placeholder = placeholder;
  }
}

/** Every placeholder of a permalink. https://jekyllrb.com/docs/permalinks/#placeholders */
export const PLACEHOLDERS = [
  ...[
    'year',
    'month',
    'day',
    'i_month',
    'i_day',
    'short_year',
    'y_day',
    'short_month',
    'long_month',
  ],
  ...['w_year', 'week', 'w_day', 'short_day', 'long_day', 'hour', 'minute', 'second'],
  ...['title', 'slug', 'name', 'path', 'collection', 'output_ext'],
  ...['categories', 'slugified_categories'],
] as const;

type Placeholder = (typeof PLACEHOLDERS)[number];

const OUTPUT_EXTENSION = '.html';

/**
 * The URL that Jekyll gives a post, below the site's base path. What the front matter writes is kept
 * letter for letter; what fills a placeholder is percent-encoded.
 * @throws {PermalinkError}
 */
export function permalinkOf(input: PermalinkInput): string {
  const template = input.permalink || (STYLES[input.template] ?? input.template);
  return sanitize(fill(template, placeholders(input)));
}

/**
 * The file below the output folder that Jekyll writes for a URL: `a/index.html` for `/a/`, `a.html`
 * for `/a.html` and for `/a`.
 */
export function outputPath(url: string): string {
  const path = posix.normalize(`/${decode(url)}`);
  if (path.endsWith('/')) return `${path}index.html`.slice(1);
  return (path.endsWith(OUTPUT_EXTENSION) ? path : path + OUTPUT_EXTENSION).slice(1);
}

/** `:month_:day` means `:month` and an underscore, because there is no `:month_`. */
function fill(template: string, values: Record<Placeholder, () => string>): string {
  return template.replace(/:([a-z_]+)/g, (match, name: string) => {
    const key = [name, name.replace(/_$/, '')].find((key) => Object.hasOwn(values, key));
    if (key === undefined) throw new PermalinkError(match);
    return encode(values[key as Placeholder]()) + name.slice(key.length);
  });
}

function placeholders(input: PermalinkInput): Record<Placeholder, () => string> {
  const { date, timeZone, slug, categories, path } = input;
  const { year, month, day, hour, minute, second, weekday } = zonedParts(date.time, timeZone);
  const two = (part: number) => String(part).padStart(2, '0');
  const today = Date.UTC(year, month - 1, day);
  const dayOfYear = (today - Date.UTC(year, 0, 0)) / DAY;
  const isoWeekday = weekday || 7;
  // The week of ISO 8601 belongs to the year of its Thursday.
  const thursday = new Date(today + (4 - isoWeekday) * DAY);
  const weekYear = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(weekYear, 0, 1)) / DAY / 7) + 1;
  const name = posix.parse(path).name;
  return {
    year: () => String(year).padStart(4, '0'),
    month: () => two(month),
    day: () => two(day),
    i_month: () => String(month),
    i_day: () => String(day),
    short_year: () => two(year % 100),
    y_day: () => String(dayOfYear).padStart(3, '0'),
    short_month: () => (MONTHS[month - 1] ?? '').slice(0, 3),
    long_month: () => MONTHS[month - 1] ?? '',
    w_year: () => String(weekYear).padStart(4, '0'),
    week: () => two(week),
    w_day: () => String(isoWeekday),
    short_day: () => (WEEKDAYS[weekday] ?? '').slice(0, 3),
    long_day: () => WEEKDAYS[weekday] ?? '',
    hour: () => two(hour),
    minute: () => two(minute),
    second: () => two(second),
    title: () => slugify(slug, 'pretty', true),
    slug: () => slugify(slug),
    name: () => slugify(name),
    path: () =>
      path
        .replace(/\.[^./]+$/, '')
        .replace('_posts', '')
        .replace(/\.+$/, ''),
    collection: () => 'posts',
    output_ext: () => OUTPUT_EXTENSION,
    categories: () => [...new Set(categories.map((category) => category.toLowerCase()))].join('/'),
    slugified_categories: () =>
      [...new Set(categories.map((category) => slugify(category)))].join('/'),
  };
}

const DAY = 86_400_000;
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** Jekyll's URL.escape_path: what RFC 3986 allows in a path stays, and so does the first `?`. */
function encode(value: string): string {
  return value.replace(/[^A-Za-z0-9\-._~!$&'()*+,;=:@/?]+/g, encodeFully);
}

/** encodeURIComponent, and the characters it keeps do not come here; a lone surrogate has no bytes. */
function encodeFully(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

function decode(url: string): string {
  return url.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => {
    try {
      return decodeURIComponent(bytes);
    } catch {
      return bytes;
    }
  });
}

/** Jekyll's URL#sanitize_url. */
function sanitize(url: string): string {
  return `/${url}`.replaceAll('..', '/').replaceAll('./', '').replace(/\/+/g, '/');
}
