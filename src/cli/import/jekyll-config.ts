import { z } from 'zod';
import { LANGUAGE_EXPECTED, readLanguage } from '../../i18n/language-tag.ts';
import { toPlain, toText } from '../../jekyll/rules/yaml.ts';
import { siteSchema, type SiteConfig } from '../../site/schema.ts';
import { collectionsOf } from '../../jekyll/rules/collections.ts';
import { collectionPermalink, permalinkMistake } from '../../jekyll/rules/permalink.ts';
import { markdownNotes } from './markdown-notes.ts';
import { convertFeeds, type OldFeeds } from './old-feeds.ts';
import { convertLists } from './old-lists.ts';
import { convertTimeZone } from './time-zone.ts';
import { mapping, omitEmpty, positive, text, type JekyllConfig } from './values.ts';

/** The configuration of a Galley site, and what of the old one could not be taken over. */
export interface ConvertedConfig {
  config: SiteConfig;
  /** Sentences for the report. */
  notes: string[];
  /** Keys whose values could not be taken over. */
  refused: ReadonlySet<string>;
}

/** Sentences for the report, each about a key. */
class Notes {
  readonly sentences: string[] = [];
  readonly refused = new Set<string>();

  say(sentence: string): void {
    this.sentences.push(sentence);
  }

  refuse(key: string, sentence: string): void {
    this.refused.add(key);
    this.sentences.push(sentence);
  }
}

/**
 * `_config.yml` as `src/site.config.ts`. https://jekyllrb.com/docs/configuration/options/
 * @param old what else is known of the site's feeds, and where it listed posts page by page
 */
export function convertConfig(
  jekyll: JekyllConfig,
  fallbackTitle: string,
  old: OldFeeds & { indexes: readonly string[] },
): ConvertedConfig {
  const notes = new Notes();
  const address = convertAddress(jekyll, notes);
  for (const note of markdownNotes(jekyll)) notes.say(note);
  const zone = jekyll['timezone'] == null ? undefined : convertTimeZone(jekyll['timezone']);
  if (zone?.note) notes.say(`\`timezone: ${toText(jekyll['timezone'])}\` ${zone.note}`);

  const config: SiteConfig = omitEmpty({
    ...address,
    title: text(jekyll['title']) ?? text(jekyll['name']) ?? fallbackTitle,
    description: text(jekyll['description'])?.replace(/\s+/g, ' ').trim(),
    author: convertAuthor(jekyll, notes),
    lang: languageOf(jekyll, notes),
    timeZone: zone?.timeZone,
    permalink: permalinkOfPosts(jekyll),
    collections: convertCollections(jekyll, notes),
    paginate: positive(jekyll['paginate'] ?? mapping(jekyll['pagination'])?.['per_page']),
    future: jekyll['future'] === true ? true : undefined,
    excerptSeparator: text(jekyll['excerpt_separator']),
    defaults: convertDefaults(jekyll, notes),
    lists: convertLists(jekyll, old.plugins, old.indexes),
    feeds: convertFeeds(jekyll, old),
  });
  const { sentences, refused } = notes;
  return { config: withoutMistakes(config, notes), notes: sentences, refused };
}

/** The `permalink` of the site, whose ending pages have. */
export function permalinkOfSite(jekyll: JekyllConfig): string {
  return text(jekyll['permalink']) ?? 'date';
}

/** That of the collection of posts comes first. */
function permalinkOfPosts(jekyll: JekyllConfig): string {
  const posts = mapping(mapping(jekyll['collections'])?.['posts']);
  return text(posts?.['permalink']) ?? permalinkOfSite(jekyll);
}

/**
 * Where the site is published. `url` and `baseurl` each may hold what belongs to the other; Octopress calls the
 * latter `root`.
 */
function convertAddress(jekyll: JekyllConfig, notes: Notes): Pick<SiteConfig, 'url' | 'base'> {
  const url = text(jekyll['url'])?.trim();
  const baseurl = (text(jekyll['baseurl']) ?? text(jekyll['root']))?.trim() ?? '';
  const ofBase = /^(?:https?:)?\/\/[\w-]+\./i.test(baseurl) ? addressOf(baseurl) : undefined;
  const address = addressOf(url) ?? ofBase;
  if (!address)
    notes.refuse('url', '`url` is missing or no address: set it in src/site.config.ts.');
  else if (/^(?:localhost|127\.|0\.0\.0\.0)/.test(address.hostname)) {
    notes.say(`\`url: ${url}\` is your own computer: set it in src/site.config.ts.`);
  } else if (url && !/^https?:\/\//i.test(url)) {
    notes.say(`\`url: ${url}\` is taken for ${address.origin}.`);
  }

  const path = (ofBase?.pathname ?? baseurl).split('/').filter((part) => part && part !== '.');
  const ofUrl = address?.pathname.split('/').filter(Boolean) ?? [];
  const parts = path.length > 0 ? path : ofUrl;
  const base = parts.length > 0 ? `/${parts.join('/')}/` : undefined;
  if (ofBase) {
    notes.say(`\`baseurl: ${baseurl}\` holds an address: only its path counts, ${base ?? '/'}.`);
  } else if (path.length === 0 && base) {
    notes.say(`\`url: ${url}\` holds a path: it is the \`base\` of src/site.config.ts, ${base}.`);
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

/** What Jekyll calls a key of the configuration. */
function nameOfKey(key: string): string {
  return (
    { base: 'baseurl', timeZone: 'timezone', excerptSeparator: 'excerpt_separator', feeds: 'feed' }[
      key
    ] ?? key
  );
}

/** A configuration without the values that Galley refuses: each is noted. */
function withoutMistakes(config: SiteConfig, notes: Notes): SiteConfig {
  const checked = siteSchema.safeParse(config);
  if (checked.success) return config;
  const faults = new Map(checked.error.issues.map(({ path, message }) => [path[0], message]));
  for (const [key, message] of faults) {
    const value = JSON.stringify(config[key as keyof SiteConfig]);
    notes.refuse(
      nameOfKey(String(key)),
      `\`${String(key)}\` = ${value} is not taken over: ${message}.`,
    );
  }
  const kept = Object.entries(config).filter(([key]) => !faults.has(key));
  return Object.fromEntries(kept) as SiteConfig;
}

/** The e-mail address of an author is in feeds; one that only stands in the configuration is not. */
function convertAuthor(jekyll: JekyllConfig, notes: Notes): SiteConfig['author'] {
  const author = mapping(jekyll['author']);
  const url = text(author?.['url'] ?? author?.['uri']);
  const email = text(author?.['email']);
  const name = text(author?.['name'] ?? jekyll['author']);
  if (name === undefined) {
    notes.refuse('author', '`author` names nobody: set `author.name` in src/site.config.ts.');
  }
  if (jekyll['email'] && !email) {
    notes.refuse('email', '`email` is not taken over: as `author.email` it would be in the feeds.');
  }
  return omitEmpty({
    name: name ?? text(jekyll['title']) ?? 'The author',
    email: email && z.email().safeParse(email).success ? email : undefined,
    url: url && z.url().safeParse(url).success ? url : undefined,
  });
}

/** jekyll-seo-tag calls it `lang` or `locale` and writes `en_US`; unquoted, Norwegian is YAML's false. */
function languageOf(jekyll: JekyllConfig, notes: Notes): string | undefined {
  const value = jekyll['lang'] ?? jekyll['locale'];
  const name = value === false ? 'no' : text(value);
  if (name === undefined) return undefined;
  const language = readLanguage(name);
  if ('tag' in language) return language.tag;
  const hint = language.hint ? ` ${language.hint}` : '';
  const key = jekyll['lang'] == null ? 'locale' : 'lang';
  notes.refuse(key, `\`${key}: ${name}\` is not taken over: ${LANGUAGE_EXPECTED}.${hint}`);
  return undefined;
}

/** All collections but that of posts: whether their documents have pages, and where. */
function convertCollections(jekyll: JekyllConfig, notes: Notes): SiteConfig['collections'] {
  const usual = collectionPermalink(permalinkOfSite(jekyll));
  const isUsual = usual === collectionPermalink(permalinkOfPosts(jekyll));
  const converted = Object.entries(collectionsOf(jekyll['collections']))
    .filter(([label]) => label !== 'posts')
    .map(([label, { output, permalink }]) => {
      const template = text(permalink) ?? (isUsual ? undefined : usual);
      const mistake = template === undefined ? undefined : permalinkMistake(template);
      if (mistake) {
        notes.say(
          `\`collections.${label}.permalink: ${template}\` is not taken over: ${mistake.message}.`,
        );
      }
      return [
        label,
        omitEmpty({ output: output ? true : undefined, permalink: mistake ? undefined : template }),
      ] as const;
    });
  return converted.length > 0 ? Object.fromEntries(converted) : undefined;
}

/**
 * Defaults of whatever type: some of them decide whether a page is published. Paths are below the folder of
 * collections, as in Jekyll; one with a slash in front never applied there.
 */
function convertDefaults(
  { defaults, collections_dir }: JekyllConfig,
  notes: Notes,
): SiteConfig['defaults'] {
  if (!Array.isArray(defaults)) return undefined;
  const dir = text(collections_dir);
  const converted = defaults.flatMap((entry: unknown) => {
    const { scope, values } = mapping(entry) ?? {};
    const { path: written, type } = mapping(scope) ?? {};
    const front = mapping(toPlain(values));
    if (!front) return [];
    const path = text(written) ?? '';
    if (path.startsWith('/')) {
      notes.say(
        `\`defaults\` of \`${path}\` never applied in Jekyll: \`${path.slice(1)}\`, without the slash in front, would.`,
      );
      // What was meant to hide something still does.
      if (!('published' in front || 'draft' in front)) return [];
    }
    const below = dir && path.startsWith(`${dir}/`) ? path.slice(dir.length + 1) : path;
    return [{ scope: omitEmpty({ path: below, type: text(type) }), values: front }];
  });
  return converted.length > 0 ? converted : undefined;
}
