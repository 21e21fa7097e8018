import { rooted } from '../../lib/url.ts';
import type { SiteConfig } from '../../site/schema.ts';
import { mapping, text, type JekyllConfig } from './values.ts';

/** Where jekyll-archives puts lists unless it is told otherwise. https://github.com/jekyll/jekyll-archives/blob/master/docs/configuration.md */
const ARCHIVES: Record<string, string> = {
  year: '/:year/',
  month: '/:year/:month/',
  day: '/:year/:month/:day/',
  tag: '/tag/:name/',
  category: '/category/:name/',
};

/** What its `enabled` calls them. */
const ENABLED: Record<string, string> = { tags: 'tag', categories: 'category' };

/**
 * The addresses that lists of posts had: those of jekyll-archives, jekyll-paginate, jekyll-paginate-v2 and
 * Octopress.
 * @param indexes paths of the pages on which posts were listed page by page
 */
export function convertLists(
  jekyll: JekyllConfig,
  plugins: readonly string[],
  indexes: readonly string[],
): SiteConfig['lists'] {
  const categoryDir = text(jekyll['category_dir']);
  const alias = [
    ...(indexes.length > 0 ? ofPages(jekyll) : []),
    ...indexes.map((page) => `/${page.replace(/index\.html$/, '')}`),
    ...(plugins.includes('jekyll-archives') ? ofArchives(jekyll) : []),
    ...(categoryDir ? [`${rooted(categoryDir).replace(/\/$/, '')}/:category_slug/`] : []),
  ].filter((address) => address !== '/' && address !== '/page/:num/');
  return alias.length > 0 ? { alias: [...new Set(alias)] } : undefined;
}

function ofPages(jekyll: JekyllConfig): string[] {
  const paginate = mapping(jekyll['pagination']);
  const permalink = text(paginate?.['permalink'])?.replace(/:num\/?$/, ':num/');
  if (permalink) return [rooted(permalink)];
  // Octopress has a folder for them.
  const folder = text(jekyll['pagination_dir']);
  if (folder && jekyll['paginate']) return [`${rooted(folder).replace(/\/$/, '')}/page/:num/`];
  return jekyll['paginate'] ? [rooted(text(jekyll['paginate_path']) ?? '/page:num/')] : [];
}

function ofArchives(jekyll: JekyllConfig): string[] {
  const { enabled, permalinks } = mapping(jekyll['jekyll-archives']) ?? {};
  const names = enabled === 'all' || enabled === true ? Object.keys(ARCHIVES) : [enabled].flat();
  return names.flatMap((name) => {
    const kind = ENABLED[String(name)] ?? String(name);
    const permalink = text(mapping(permalinks)?.[kind]) ?? ARCHIVES[kind];
    return permalink ? [rooted(permalink).replace(':name', `:${kind}_slug`)] : [];
  });
}
