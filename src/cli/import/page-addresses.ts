import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { applyDefaults, mergeDefaults } from '../../jekyll/rules/defaults.ts';
import { outputPath, pagePermalink } from '../../jekyll/rules/permalink.ts';
import { PAGES_FOLDER } from '../../site/paths.ts';
import type { Site } from '../../site/schema.ts';
import { collectionOf } from '../../source/collection.ts';
import { readPageKeys } from '../../source/page-schema.ts';
import { readSource } from '../../source/source.ts';
import { isReadme } from './page-kind.ts';
import type { Copy, Plan } from './plan.ts';
import { mapping, type JekyllConfig } from './values.ts';

/** What is known of an old site beside its files. */
interface OldSite {
  jekyll: JekyllConfig;
  plugins: readonly string[];
  /** The `permalink` of its configuration, whose ending pages have. */
  permalink: string;
}

/**
 * The defaults of a site, changed so that every page has the front matter and the address that it had in Jekyll, also
 * where it lies in another folder now (`_pages/`), or a plugin gave it its address.
 * @param site as it is without the change
 */
export function pageDefaults(found: Plan, site: Site, old: OldSite): Site['defaults'] {
  // Documents of collections lie where they lay.
  const pages = found.pages.filter(({ to }) => collectionOf(belowPages(to), site) === undefined);
  const plan = { ...found, pages };
  const moved = site.defaults.map(({ scope, values }) => ({
    scope: { ...scope, path: scope.type === 'posts' ? scope.path : movedPath(scope.path, plan) },
    values,
  }));
  const own = plan.pages.flatMap((copy): Site['defaults'] => {
    const source = readSource(readFileSync(path.join(plan.source, copy.from)));
    // What is wrong with it is told by the check.
    if ('message' in source) return [];
    const to = belowPages(copy.to);
    const inherited = applyDefaults(copy.from, 'pages', site.defaults);
    const now = applyDefaults(to, 'pages', moved);
    const addressUnder = (defaults: Record<string, unknown>, page: string, template: string) => {
      const { permalink } = readPageKeys(mergeDefaults(defaults, source.data), site).frontMatter;
      return pagePermalink({ path: page, template, permalink });
    };
    const before =
      folderOfReadme(copy, plan, source.data, old) ??
      addressUnder(inherited, copy.from, old.permalink);
    const values = isDeepStrictEqual(inherited, now) ? {} : inherited;
    const isThere =
      outputPath(before) === outputPath(addressUnder({ ...now, ...values }, to, site.permalink));
    if (isThere && values !== inherited) return [];
    const permalink = isThere ? {} : { permalink: before };
    return [{ scope: { path: to, type: 'pages' }, values: { ...values, ...permalink } }];
  });
  return [...moved, ...own];
}

function belowPages(file: string): string {
  return file.slice(PAGES_FOLDER.length + 1);
}

/** The path of a default where the pages that it is for lie now. */
function movedPath(scope: string, { pages }: Plan): string {
  const wanted = scope.replace(/^\//, '');
  const page = pages.find(({ from }) => wanted !== '' && from.startsWith(wanted));
  const from = page?.from.split('/') ?? [];
  const to = page ? belowPages(page.to).split('/') : [];
  const plain = wanted.split('/').map((part, i) => (part === from[i] ? to[i] : part));
  return page ? plain.join('/') : scope;
}

/** jekyll-readme-index: a README is the index of its folder where that has none. */
function folderOfReadme(
  { from }: Copy,
  { pages }: Plan,
  data: Readonly<Record<string, unknown>>,
  { jekyll, plugins }: OldSite,
): string | undefined {
  const settings = mapping(jekyll['readme_index']);
  const isMeant = Object.keys(data).length === 0 || settings?.['with_frontmatter'] === true;
  if (!isReadme(from) || !plugins.includes('jekyll-readme-index') || !isMeant) return undefined;
  const folder = path.posix.dirname(from);
  const isIndex = ({ from: other }: Copy) =>
    path.posix.dirname(other) === folder && path.posix.basename(other).startsWith('index.');
  if (settings?.['enabled'] === false || pages.some(isIndex)) return undefined;
  return folder === '.' ? '/' : `/${folder}/`;
}
