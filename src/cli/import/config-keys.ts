import type { SiteConfig } from '../../site/schema.ts';
import { isFollowed } from '../../jekyll/kramdown/options.ts';
import { toPlain, toText } from '../../jekyll/rules/yaml.ts';
import { saysNothing } from '../../source/fields.ts';
import { fate, type Fate } from './fate.ts';
import { LISTS } from './page-kind.ts';
import type { ConvertedConfig } from './jekyll-config.ts';
import { mapping, type JekyllConfig } from './values.ts';

/** Keys of `_config.yml`, and where they are in `src/site.config.ts`. */
const IN_CONFIG: Record<string, keyof SiteConfig> = {
  url: 'url',
  baseurl: 'base',
  root: 'base',
  title: 'title',
  description: 'description',
  author: 'author',
  lang: 'lang',
  locale: 'lang',
  timezone: 'timeZone',
  permalink: 'permalink',
  paginate: 'paginate',
  future: 'future',
  excerpt_separator: 'excerptSeparator',
  defaults: 'defaults',
  feed: 'feeds',
  category_dir: 'lists',
  paginate_path: 'lists',
  pagination: 'lists',
  pagination_dir: 'lists',
  'jekyll-archives': 'lists',
};

/** Keys by which the import finds files, pages and their addresses. */
const READ = new Set(
  `include exclude source destination collections_dir data_dir includes_dir layouts_dir plugins_dir plugins
  gems optional_front_matter require_front_matter readme_index collections`.split(/\s+/),
);

/** Keys that Liquid reads where the texts are made. */
const USED = new Set(['code_dir']);

/** Keys of what Galley does in its own way. */
const MADE = new Map(
  Object.entries({
    'the look': 'theme remote_theme sass sass_dir minimal_mistakes_skin skin theme_mode',
    Markdown:
      'markdown kramdown markdown_ext markdown_options highlighter pygments rouge redcarpet rdiscount maruku',
    'the build and the dev server':
      'host port livereload livereload_port watch incremental safe quiet verbose profile trace detach open_url show_dir_listing cache_dir disable_disk_cache keep_files encoding lsi strict_front_matter liquid server auto compass whitelist',
    [LISTS]: 'paginate_v2 category_archive tag_archive',
    'titles of pages': 'titles_from_headings',
    'links to the files of posts and pages': 'relative_links',
    layouts: 'default_layout',
  }).flatMap(([made, keys]) => keys.split(' ').map((key) => [key, made] as const)),
);

/** Keys that change what Jekyll publishes and have no counterpart here. */
const WITHOUT: Record<string, string> = {
  show_drafts: 'drafts are shown by `npm run dev`',
  unpublished: 'unpublished posts are never built',
  limit_posts: 'all posts are built',
};

const FROM_CONFIG = 'read from src/liquid/config.yml';
const REFUSED = 'a value that cannot be used here';
const MEANS_NOTHING = 'means nothing here; Liquid still reads it, as `site.…`';

/**
 * What becomes of the keys of a `_config.yml`; those of `kramdown` one by one.
 * @param config what was made of it
 * @param refused keys whose values could not be taken over
 */
export function fatesOfKeys(
  jekyll: JekyllConfig,
  { config, refused }: Pick<ConvertedConfig, 'config' | 'refused'>,
): Fate[] {
  return Object.entries(jekyll).flatMap(([name, value]) => {
    const options = name === 'kramdown' ? mapping(value) : undefined;
    const rows = Object.entries(options ?? {}).map(ofKramdown);
    return rows.length > 0 ? rows : { name, ...fateOf(name) };
  });

  function fateOf(name: string): Omit<Fate, 'name'> {
    const without = WITHOUT[name];
    if (without !== undefined) return { is: jekyll[name] ? 'left' : 'made', note: without };
    const place = name === 'name' && !('title' in jekyll) ? 'title' : IN_CONFIG[name];
    if (place !== undefined) {
      const isLost = config[place] === undefined && !saysNothing(jekyll[name]) && place !== 'base';
      if (isLost && place === 'lists') return { is: 'made', note: LISTS };
      const isLeft = isLost || refused.has(name);
      return isLeft ? { is: 'left', note: REFUSED } : { is: 'taken', note: place };
    }
    if (name === 'markdown' && !/^kramdown$/i.test(toText(jekyll[name]))) {
      return { is: 'left', note: REFUSED };
    }
    if (READ.has(name)) return { is: 'taken', note: 'read by the import' };
    if (USED.has(name)) return { is: 'taken', note: FROM_CONFIG };
    const made = MADE.get(name);
    return made === undefined ? { is: 'left', note: MEANS_NOTHING } : { is: 'made', note: made };
  }
}

function ofKramdown([option, value]: [string, unknown]): Fate {
  const name = `kramdown.${option}`;
  return isFollowed(option, toPlain(value))
    ? fate(name, 'taken', FROM_CONFIG)
    : fate(name, 'left', 'an option or a value that is not followed');
}
