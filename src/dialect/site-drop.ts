import { isMapping } from '../jekyll/rules/yaml.ts';
import { defineLazily } from '../jekyll/rules/data-files.ts';
import type { Drop } from './drops.ts';
import { LiquidMistake } from '../jekyll/liquid/engine.ts';

/** What of the site Liquid may see. Each is asked for once, and only where a template needs it. */
export interface SiteParts {
  /** The posts that lists name, newest first. */
  posts(): Drop[];
  pages(): Drop[];
  /** The files of `public/`. */
  files(): Drop[];
  /** What Jekyll calls related to the post whose text is being made: the newest others. */
  related(): Drop[] | undefined;
}

/**
 * What `site` is: the imported `_config.yml`, and what Jekyll adds.
 * https://jekyllrb.com/docs/variables/#site-variables
 * @param config what its `_config.yml` says, and `data`
 */
export function siteDrop(config: Drop, parts: SiteParts, now: () => number): Drop {
  const site: Drop = { ...config };
  defineLazily(site, 'time', () => new Date(now()));
  const posts = () => site['posts'] as Drop[];
  defineLazily(site, 'posts', parts.posts);
  defineLazily(site, 'documents', () => posts().toReversed());
  defineLazily(site, 'pages', parts.pages);
  defineLazily(site, 'html_pages', () => site['pages']);
  defineLazily(site, 'static_files', parts.files);
  for (const taxonomy of ['categories', 'tags'] as const) {
    defineLazily(site, taxonomy, () => {
      const groups: Record<string, unknown[]> = {};
      for (const post of posts()) {
        for (const name of post[taxonomy] as string[]) (groups[name] ??= []).push(post);
      }
      return groups;
    });
  }
  Object.defineProperty(site, 'related_posts', { get: parts.related });
  defineCollections(site, collectionsOf(config['collections']));
  return site;
}

/** https://jekyllrb.com/docs/collections/#liquid-attributes */
function defineCollections(site: Drop, configured: Record<string, Drop>): void {
  const posts: Drop = { ...configured['posts'], label: 'posts', files: [], output: true };
  defineLazily(posts, 'docs', () => site['documents']);
  const others = Object.entries(configured).filter(([label]) => label !== 'posts');
  const drops = others.map(([label, settings]) => {
    const refuse = () => refuseCollection(label);
    Object.defineProperty(site, label, { get: refuse });
    const drop: Drop = { ...settings, label, relative_directory: `_${label}` };
    for (const key of ['docs', 'files']) Object.defineProperty(drop, key, { get: refuse });
    return drop;
  });
  site['collections'] = [...drops, { ...posts, relative_directory: '_posts' }].toSorted((a, b) =>
    String(a['label']) < String(b['label']) ? -1 : 1,
  );
}

/** The settings of each collection by its name; Jekyll also takes a list of names. */
function collectionsOf(value: unknown): Record<string, Drop> {
  if (Array.isArray(value)) return Object.fromEntries(value.map((name) => [String(name), {}]));
  if (!isMapping(value)) return {};
  return Object.fromEntries(
    Object.entries(value).map(([name, settings]) => [name, isMapping(settings) ? settings : {}]),
  );
}

function refuseCollection(label: string): never {
  throw new LiquidMistake(
    `\`${label}\` is a collection, and Galley builds posts and pages alone`,
    `What its documents say can stand in src/liquid/data/${label}.yml, as \`site.data.${label}\`.`,
  );
}
