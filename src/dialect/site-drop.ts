import type { CollectionSettings } from '../jekyll/rules/collections.ts';
import { once } from '../lib/once.ts';
import { CONFIG_FILE, PAGES_FOLDER } from '../site/paths.ts';
import { defineLazily } from '../jekyll/rules/data-files.ts';
import type { Drop } from './drops.ts';
import { LiquidMistake } from '../jekyll/liquid/engine.ts';

/** What of the site Liquid may see. Each is asked for once, and only where a template needs it. */
export interface SiteParts {
  /** The collections beside that of posts, and what the imported `_config.yml` says of each. */
  collections: {
    labels: readonly string[];
    settings: Readonly<Record<string, CollectionSettings>>;
  };
  /** The documents of a collection that lists name, in its order: posts from the oldest on. */
  documents(label: string): Drop[];
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
  const { labels } = parts.collections;
  const documents = once(parts.documents);
  const filesOf = (label: string) =>
    (site['static_files'] as Drop[]).filter(({ path }) => String(path).startsWith(`/${label}/`));
  defineLazily(site, 'posts', () => documents('posts').toReversed());
  defineLazily(site, 'documents', () => [
    ...documents('posts'),
    ...labels.flatMap((label) => [...documents(label), ...filesOf(label)]),
  ]);
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
  defineCollections(site, parts.collections, documents, filesOf);
  return site;
}

/** https://jekyllrb.com/docs/collections/#liquid-attributes */
function defineCollections(
  site: Drop,
  { labels, settings }: SiteParts['collections'],
  documents: SiteParts['documents'],
  filesOf: SiteParts['documents'],
): void {
  const drops = ['posts', ...labels].map((label) => {
    const drop: Drop = { output: label === 'posts', ...settings[label] };
    Object.assign(drop, { label, relative_directory: `_${label}` });
    defineLazily(drop, 'docs', () => documents(label));
    defineLazily(drop, 'files', () => (label === 'posts' ? [] : filesOf(label)));
    if (label !== 'posts') defineLazily(site, label, () => documents(label));
    return drop;
  });
  for (const label of Object.keys(settings)) {
    if (label === 'posts' || labels.includes(label)) continue;
    Object.defineProperty(site, label, { get: () => refuseCollection(label) });
  }
  site['collections'] = drops.toSorted((a, b) =>
    String(a['label']) < String(b['label']) ? -1 : 1,
  );
}

function refuseCollection(label: string): never {
  throw new LiquidMistake(
    `\`${label}\` is a collection that the configuration does not name`,
    `Write \`collections: { ${label}: {} }\` into ${CONFIG_FILE}; its documents lie in ${PAGES_FOLDER}/_${label}/.`,
  );
}
