import { z } from 'zod';
import { LANGUAGE_EXPECTED, readLanguage } from '../../i18n/language-tag.ts';
import { toPlain, toText } from '../../jekyll/rules/yaml.ts';
import { siteSchema, type SiteConfig } from '../../site/schema.ts';
import { isFollowed } from '../../jekyll/kramdown/options.ts';
import { markdownNotes } from './markdown-notes.ts';
import { convertFeeds, type OldFeeds } from './old-feeds.ts';
import { convertTimeZone } from './time-zone.ts';
import { mapping, omitEmpty, positive, text, type JekyllConfig } from './values.ts';

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

/** Keys that the import reads, here or where it looks for files, and those that Liquid and kramdown read. */
const TAKEN_OVER = new Set(
  `url baseurl title name description author lang locale timezone permalink paginate future
  excerpt_separator defaults collections include exclude source destination collections_dir data_dir
  includes_dir layouts_dir plugins_dir plugins gems feed markdown code_dir category_dir`.split(
    /\s+/,
  ),
);

/**
 * `_config.yml` as `src/site.config.ts`. https://jekyllrb.com/docs/configuration/options/
 * @param feeds what else is known of the site's feeds
 */
export function convertConfig(
  jekyll: JekyllConfig,
  fallbackTitle: string,
  feeds: OldFeeds,
): ConvertedConfig {
  const notes: string[] = [];
  const address = convertAddress(jekyll, notes);
  for (const [key, reason] of Object.entries(NOT_TAKEN_OVER)) {
    if (jekyll[key]) notes.push(`\`${key}\` is not taken over: ${reason}.`);
  }
  notes.push(...markdownNotes(jekyll));
  const zone = jekyll['timezone'] == null ? undefined : convertTimeZone(jekyll['timezone']);
  if (zone?.note) notes.push(`\`timezone: ${toText(jekyll['timezone'])}\` ${zone.note}`);
  const ofCollection = text(mapping(mapping(jekyll['collections'])?.['posts'])?.['permalink']);
  if (ofCollection) {
    notes.push(
      `The collection of posts has a permalink of its own, which is not taken over: if that is where your posts are, write \`permalink: ${JSON.stringify(ofCollection)}\` into src/site.config.ts.`,
    );
  }

  const config: SiteConfig = omitEmpty({
    ...address,
    title: text(jekyll['title']) ?? text(jekyll['name']) ?? fallbackTitle,
    description: text(jekyll['description'])?.replace(/\s+/g, ' ').trim(),
    author: convertAuthor(jekyll, notes),
    lang: languageOf(jekyll, notes),
    timeZone: zone?.timeZone,
    permalink: text(jekyll['permalink']) ?? 'date',
    paginate: positive(jekyll['paginate']),
    future: jekyll['future'] === true ? true : undefined,
    excerptSeparator: text(jekyll['excerpt_separator']),
    defaults: convertDefaults(jekyll['defaults']),
    feeds: convertFeeds(jekyll, feeds),
  });
  return { notes, config: withoutMistakes(config, notes) };
}

/** The keys of a `_config.yml` that are not taken over; those of `kramdown` one by one. */
export function keysLeftOut(jekyll: JekyllConfig): string[] {
  return Object.entries(jekyll)
    .flatMap(([key, value]) => {
      const options = key === 'kramdown' ? mapping(value) : undefined;
      if (!options) return [key];
      return Object.entries(options)
        .filter(([option, given]) => !isFollowed(option, toPlain(given)))
        .map(([option]) => `${key}.${option}`);
    })
    .filter((key) => !TAKEN_OVER.has(key) && !(key in NOT_TAKEN_OVER));
}

/** Where the site is published. `url` and `baseurl` each may hold what belongs to the other. */
function convertAddress(jekyll: JekyllConfig, notes: string[]): Pick<SiteConfig, 'url' | 'base'> {
  const [url, baseurl] = [text(jekyll['url'])?.trim(), text(jekyll['baseurl'])?.trim() ?? ''];
  const ofBase = /^(?:https?:)?\/\/[\w-]+\./i.test(baseurl) ? addressOf(baseurl) : undefined;
  const address = addressOf(url) ?? ofBase;
  if (!address) notes.push('`url` is missing or no address: set it in src/site.config.ts.');
  else if (/^(?:localhost|127\.|0\.0\.0\.0)/.test(address.hostname)) {
    notes.push(`\`url: ${url}\` is your own computer: set it in src/site.config.ts.`);
  } else if (url && !/^https?:\/\//i.test(url)) {
    notes.push(`\`url: ${url}\` is taken for ${address.origin}.`);
  }

  const path = (ofBase?.pathname ?? baseurl).split('/').filter((part) => part && part !== '.');
  const ofUrl = address?.pathname.split('/').filter(Boolean) ?? [];
  const parts = path.length > 0 ? path : ofUrl;
  const base = parts.length > 0 ? `/${parts.join('/')}/` : undefined;
  if (ofBase) {
    notes.push(`\`baseurl: ${baseurl}\` holds an address: only its path counts, ${base ?? '/'}.`);
  } else if (path.length === 0 && base) {
    notes.push(`\`url: ${url}\` holds a path: it is the \`base\` of src/site.config.ts, ${base}.`);
  }
  return { url: address?.origin ?? 'https://example.org', base };
}

/** A web address, also one without its scheme. */
function addressOf(value: string | undefined): URL | undefined {
  if (!value) return undefined;
  const whole = /^[a-z][a-z\d+.-]*:\/\//i.test(value)
    ? value
    : `https://${value.replace(/^\/\//, '')}`;
  if (!/^https?:\/\/[^/\s]*(?:\.|localhost)/i.test(whole) || !URL.canParse(whole)) return undefined;
  return new URL(whole);
}

/** A configuration without the values that Galley refuses: each is noted. */
function withoutMistakes(config: SiteConfig, notes: string[]): SiteConfig {
  const checked = siteSchema.safeParse(config);
  if (checked.success) return config;
  const faults = new Map(checked.error.issues.map(({ path, message }) => [path[0], message]));
  for (const [key, message] of faults) {
    const value = JSON.stringify(config[key as keyof SiteConfig]);
    notes.push(`\`${String(key)}\` = ${value} is not taken over: ${message}.`);
  }
  const kept = Object.entries(config).filter(([key]) => !faults.has(key));
  return Object.fromEntries(kept) as SiteConfig;
}

/** The e-mail address of an author is in feeds; one that only stands in the configuration is not. */
function convertAuthor(jekyll: JekyllConfig, notes: string[]): SiteConfig['author'] {
  const author = mapping(jekyll['author']);
  const url = text(author?.['url'] ?? author?.['uri']);
  const email = text(author?.['email']);
  const name = text(author?.['name'] ?? jekyll['author']);
  if (name === undefined) {
    notes.push('`author` names nobody: set `author.name` in src/site.config.ts.');
  }
  if (jekyll['email'] && !email) {
    notes.push('`email` is not taken over: as `author.email` it would be in the feeds.');
  }
  return omitEmpty({
    name: name ?? text(jekyll['title']) ?? 'The author',
    email: email && z.email().safeParse(email).success ? email : undefined,
    url: url && z.url().safeParse(url).success ? url : undefined,
  });
}

/** jekyll-seo-tag calls it `lang` or `locale` and writes `en_US`; unquoted, Norwegian is YAML's false. */
function languageOf(jekyll: JekyllConfig, notes: string[]): string | undefined {
  const value = jekyll['lang'] ?? jekyll['locale'];
  const name = value === false ? 'no' : text(value);
  if (name === undefined) return undefined;
  const language = readLanguage(name);
  if ('tag' in language) return language.tag;
  const hint = language.hint ? ` ${language.hint}` : '';
  notes.push(`\`lang: ${name}\` is not taken over: ${LANGUAGE_EXPECTED}.${hint}`);
  return undefined;
}

/** Defaults of whatever type: some of them decide whether a page is published. */
function convertDefaults(defaults: unknown): SiteConfig['defaults'] {
  if (!Array.isArray(defaults)) return undefined;
  const converted = defaults.flatMap((entry: unknown) => {
    const { scope, values } = mapping(entry) ?? {};
    const { path, type } = mapping(scope) ?? {};
    const front = mapping(toPlain(values));
    if (!front) return [];
    return [{ scope: omitEmpty({ path: text(path) ?? '', type: text(type) }), values: front }];
  });
  return converted.length > 0 ? converted : undefined;
}
