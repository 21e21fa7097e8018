import type { SiteConfig } from '../../site/schema.ts';

/** A mapping of the `_config.yml`, as YAML gives it. */
export type JekyllConfig = Record<string, unknown>;

/** The configuration of a Galley site, and what of the old one could not be taken over. */
export interface ConvertedConfig {
  config: SiteConfig;
  /** Sentences for the report. */
  notes: string[];
}

/** Keys of `_config.yml` that change what Jekyll publishes and have no counterpart here. */
const NOT_TAKEN_OVER: Record<string, string> = {
  show_drafts: 'drafts are shown by `npm run dev`',
  unpublished: 'unpublished posts are never built',
  limit_posts: 'all posts are built',
};

/** `_config.yml` as `src/site.config.ts`. https://jekyllrb.com/docs/configuration/options/ */
export function convertConfig(jekyll: JekyllConfig, fallbackTitle: string): ConvertedConfig {
  const notes: string[] = [];
  const url = text(jekyll['url']);
  if (!isOrigin(url)) notes.push('`url` is missing or no address: set it in src/site.config.ts.');
  for (const [key, reason] of Object.entries(NOT_TAKEN_OVER)) {
    if (jekyll[key]) notes.push(`\`${key}\` is not taken over: ${reason}.`);
  }

  const posts = mapping(mapping(jekyll['collections'])?.['posts']);
  if (posts?.['permalink']) {
    notes.push(
      `The collection of posts has a permalink of its own, ${text(posts['permalink'])}: if that is where your posts are, make it the \`permalink\` of src/site.config.ts.`,
    );
  }

  const base = text(jekyll['baseurl'])?.replace(/\/+$/, '');
  return {
    notes,
    config: omitEmpty({
      url: isOrigin(url) ? new URL(url).origin : 'https://example.org',
      base: base ? `${base}/` : undefined,
      title: text(jekyll['title']) ?? text(jekyll['name']) ?? fallbackTitle,
      description: text(jekyll['description'])?.replace(/\s+/g, ' ').trim(),
      author: convertAuthor(jekyll),
      lang: languageOf(jekyll),
      timeZone: text(jekyll['timezone']),
      permalink: text(jekyll['permalink']) ?? 'date',
      paginate: positive(jekyll['paginate']),
      future: jekyll['future'] === true ? true : undefined,
      excerptSeparator: text(jekyll['excerpt_separator']),
      defaults: convertDefaults(jekyll['defaults']),
    }),
  };
}

function convertAuthor(jekyll: JekyllConfig): SiteConfig['author'] {
  const author = mapping(jekyll['author']);
  const url = text(author?.['url'] ?? author?.['uri']);
  const email = text(author?.['email'] ?? jekyll['email']);
  return omitEmpty({
    name: text(author?.['name'] ?? jekyll['author']) ?? text(jekyll['title']) ?? 'The author',
    email: email && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? email : undefined,
    url: url && URL.canParse(url) ? url : undefined,
  });
}

/** jekyll-seo-tag calls it `lang` or `locale` and writes `en_US`. */
function languageOf(jekyll: JekyllConfig): string | undefined {
  const tag = text(jekyll['lang'] ?? jekyll['locale'])?.replace('_', '-');
  try {
    return tag && Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** Only what concerns posts: the rest has nothing to apply to. */
function convertDefaults(defaults: unknown): SiteConfig['defaults'] {
  if (!Array.isArray(defaults)) return undefined;
  const converted = defaults.flatMap((entry: unknown) => {
    const { scope, values } = mapping(entry) ?? {};
    const { path, type } = mapping(scope) ?? {};
    const kind = text(type);
    if (!mapping(values) || !['post', 'posts', undefined].includes(kind)) return [];
    return [
      { scope: omitEmpty({ path: text(path) ?? '', type: kind }), values: mapping(values) ?? {} },
    ];
  });
  return converted.length > 0 ? converted : undefined;
}

function isOrigin(url: string | undefined): url is string {
  return url !== undefined && /^https?:\/\//.test(url) && URL.canParse(url);
}

function text(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function positive(value: unknown): number | undefined {
  return Number.isInteger(value) && Number(value) > 0 ? Number(value) : undefined;
}

function mapping(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { ...value }
    : undefined;
}

/** An object without the keys that have no value. */
function omitEmpty<T extends object>(object: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const kept = Object.entries(object).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as { [K in keyof T]: Exclude<T[K], undefined> };
}
