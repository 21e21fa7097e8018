import { LANGUAGE_EXPECTED, readLanguage } from '../i18n/tag.ts';
import { nearest } from '../problem.ts';
import type { Site } from '../site/schema.ts';
import { readAuthors, type KnownAuthors } from './author.ts';
import { readCoverImage, type CoverImage } from './cover-image.ts';
import type { Author } from './data.ts';
import { parsePostDate, type PostDate } from './date.ts';
import { saysNothing, Values, type KeyProblem } from './values.ts';
import { isMapping, toText } from './yaml.ts';

/**
 * The front matter of a post that only changes how something looks. Every key is optional, as in Jekyll;
 * others pass through for Liquid's `page`. `published`, `draft`, `unlisted` and `date` belong to the gate,
 * `categories`, `category`, `tags` and `tag` to the taxonomy.
 */
export interface FrontMatterData {
  /** Title of the post; made from the file name where it is missing. */
  title?: string | undefined;
  /** When it was last changed, in the forms of `date`. (jekyll-last-modified-at, jekyll-seo-tag) */
  last_modified_at?: PostDate | undefined;
  /** URL or template for it, as in the config. https://jekyllrb.com/docs/permalinks/ */
  permalink?: string | undefined;
  /** Replaces the file name in the URL. */
  slug?: string | undefined;
  /** Replaces the excerpt that would be taken from the text. */
  excerpt?: string | undefined;
  /** Ends the excerpt in this post's text. */
  excerpt_separator?: string | undefined;
  /** One or two sentences for search engines and previews; else `subtitle`, else the excerpt as plain text. */
  description?: string | undefined;
  /** Cover image: path, URL, or mapping, or what themes write instead (see `cover-image.ts`). */
  image?: CoverImage | undefined;
  /** Who wrote it: a name, a mapping, or a list of these (see `author.ts`); `authors` is the same. */
  authors?: Author[] | undefined;
  /** Whether readers may comment, where the config names a provider. */
  comments?: boolean | undefined;
  /** Keeps the post at the top of the home page. (Chirpy) */
  pin?: boolean | undefined;
  /** Name of the series of posts that it is a part of; what is no text is the owner's own. */
  series?: string | undefined;
  /** `false` leaves out the table of contents. (Chirpy) */
  toc?: boolean | undefined;
  /** Language of the post as a BCP 47 tag, where it is not the site's. `pt_BR` and YAML's `no` are read as meant. */
  lang?: string | undefined;
  /** Old paths that lead to this post: `redirect_from` (jekyll-redirect-from) and `alias` (Octopress). */
  redirect_from: string[];
  /** Path below the base path, or address, to which this post leads on instead of showing a text. (jekyll-redirect-from) */
  redirect_to?: string | undefined;
  /** `false` leaves `{{` and `{%` in the text alone. */
  render_with_liquid?: boolean | undefined;
}

/** What reading depends on beside the front matter. */
export interface SchemaOptions {
  site: Pick<Site, 'url' | 'base' | 'timeZone'>;
  /** Authors that posts may name by their key. */
  authors?: KnownAuthors | undefined;
}

/**
 * Reads the keys that Galley knows. None of them stops a build: a value that cannot be used is told and
 * passed over, and so is a key that looks mistyped.
 * @param data front matter, with its defaults
 */
export function readKeys(
  data: Readonly<Record<string, unknown>>,
  { site, authors = {} }: SchemaOptions,
): { frontMatter: FrontMatterData; problems: KeyProblem[] } {
  const values = new Values(data);
  const frontMatter: FrontMatterData = {
    title: readTitle(values),
    last_modified_at: readDate(values, 'last_modified_at', site.timeZone),
    permalink: values.text('permalink', 'expected a path, or a template for it'),
    slug: values.text('slug'),
    excerpt: values.text('excerpt'),
    excerpt_separator: values.text('excerpt_separator'),
    description: values.text('description') ?? values.firstText(['subtitle']),
    image: readCoverImage(values),
    authors:
      readAuthors(values, 'authors', site, authors) ?? readAuthors(values, 'author', site, authors),
    comments: values.flag('comments'),
    pin: values.flag('pin'),
    series: readSeries(data['series']),
    toc: values.flag('toc'),
    lang: readLang(values, data['lang']),
    redirect_from: [
      ...new Set([
        ...readPaths(values, 'redirect_from', site),
        ...readPaths(values, 'alias', site),
      ]),
    ],
    redirect_to: readTarget(values, site),
    render_with_liquid: values.flag('render_with_liquid'),
  };
  tellMistypedKeys(values, data, KNOWN_KEYS);
  return { frontMatter, problems: values.problems };
}

/** The title as Jekyll shows it, which prints whatever it is. */
export function readTitle(values: Values): string | undefined {
  const title = values.get('title');
  if (title === undefined) return undefined;
  const text = toText(title);
  if (Array.isArray(title) || isMapping(title)) {
    const kind = Array.isArray(title) ? 'list' : 'mapping';
    const hint = 'Put it in quotes to show it as it is written.';
    values.tell('title', title, `is a ${kind}, and shown as Jekyll shows it`, hint);
  }
  return text;
}

/** A language; YAML reads Norwegian's `no` as false. */
export function readLang(values: Values, value: unknown): string | undefined {
  if (value === false) return 'no';
  if (saysNothing(value)) return undefined;
  const language = typeof value === 'string' ? readLanguage(value) : {};
  if ('tag' in language) return language.tag;
  values.tell('lang', value, LANGUAGE_EXPECTED, language.hint);
  return undefined;
}

function readDate(values: Values, key: string, timeZone: string): PostDate | undefined {
  const value = values.get(key);
  if (value === undefined) return undefined;
  const date = parsePostDate(value, timeZone);
  if (!date) values.tell(key, value, DATE_EXPECTED);
  return date;
}

/** What is said where a date cannot be read. */
export const DATE_EXPECTED = 'expected a date such as 2025-09-04 or 2025-09-04 13:53:11 -0400';

function readSeries(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
}

/** Paths of the site, with their first slash. */
function readPaths(
  values: Values,
  key: string,
  { url, base }: Pick<Site, 'url' | 'base'>,
): string[] {
  return values.list(key, 'expected a path of the site, such as /old/').flatMap((text) => {
    const path = text.trim().replace(url, '');
    if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(path)) {
      values.tell(key, text, `expected a path of the site, not the address of another`);
      return [];
    }
    if (path.includes('#')) {
      values.tell(
        key,
        text,
        'expected a path without `#`, because browsers do not ask for what follows it',
      );
      return [];
    }
    const below = path !== text.trim() && base && path.startsWith(`${base}/`);
    return `/${(below ? path.slice(base.length) : path).replace(/^\/+/, '')}`;
  });
}

/** Where a post leads on to: a path of the site, or the address of another. Of a list the first counts. */
function readTarget(values: Values, { url, base }: Pick<Site, 'url' | 'base'>): string | undefined {
  const expected = 'expected a path such as /new/, or an address';
  const text = values.list('redirect_to', expected)[0]?.trim();
  if (text === undefined) return undefined;
  const isOfSite = text === url || text.startsWith(`${url}/`);
  if (/^https?:\/\//i.test(text) && URL.canParse(text) && !isOfSite) return new URL(text).href;
  const path = isOfSite ? text.slice(url.length) : text;
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(path)) {
    values.tell('redirect_to', text, expected);
    return undefined;
  }
  const below = isOfSite && path.startsWith(`${base}/`) ? path.slice(base.length) : path;
  return `/${below.replace(/^\/+/, '')}`;
}

const KNOWN_KEYS =
  'title last_modified_at permalink slug excerpt excerpt_separator description subtitle image author authors comments pin series toc lang redirect_from redirect_to alias render_with_liquid categories category tags tag'.split(
    ' ',
  );

/** Tells of keys that read like a known one: in another case, or with a letter too many, too few or wrong. */
export function tellMistypedKeys(
  values: Values,
  data: Readonly<Record<string, unknown>>,
  known: readonly string[],
): void {
  for (const [key, value] of Object.entries(data)) {
    if (known.includes(key)) continue;
    const meant = nearest(key, known, key.length < 8 ? 1 : 2);
    if (meant !== undefined && !Object.hasOwn(data, meant) && isMistyped(key, meant)) {
      values.tell(key, value, 'there is no such key', `Did you mean \`${meant}\`?`);
    }
  }
}

/** Short words are too near to one another, and nobody mistypes the first letter; a plural is another word. */
function isMistyped(key: string, meant: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[-_\s]/g, '');
  const [a, b] = [plain(key), plain(meant)];
  if (a === b) return true;
  return a.length >= 5 && a[0] === b[0] && `${a}s` !== b && a !== `${b}s`;
}
