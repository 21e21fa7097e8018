import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Fate } from './fate.ts';
import { mapping, type JekyllConfig } from './values.ts';

/** What GitHub Pages loads whether a site asks for it or not. https://pages.github.com/versions/ */
const OF_GITHUB_PAGES =
  'coffeescript default-layout gist github-metadata optional-front-matter paginate readme-index titles-from-headings relative-links'
    .split(' ')
    .map((name) => `jekyll-${name}`);

/** Plugins whose work is done here, and what does it. */
const MADE: Record<string, string> = {
  'jekyll-feed': 'feeds, at the old addresses as well',
  'jekyll-sitemap': 'the sitemap',
  'jekyll-seo-tag': 'the head of every page',
  'jekyll-redirect-from': '`redirect_from` and `redirect_to`',
  'jekyll-paginate': 'lists of posts',
  'jekyll-paginate-v2': 'lists of posts',
  'jekyll-archives': 'pages of categories, tags and years',
  'jekyll-gist': 'the tag `gist`',
  'jekyll-include-cache': 'the tag `include_cached`',
  'jekyll-default-layout': 'layouts',
  'jekyll-optional-front-matter': 'pages without front matter',
  'jekyll-readme-index': 'addresses of folders with a README',
  'jekyll-titles-from-headings': 'titles of pages',
  'jekyll-relative-links': 'links to the files of posts and pages',
  'jekyll-toc': 'the contents of posts',
  'jekyll-tidy': 'pages without waste',
  'jekyll-compose': '`npm run post`',
  'jekyll-admin': '`npm run post`',
  'jekyll-watch': '`npm run dev`',
  'jekyll-remote-theme': 'the look',
  'jekyll-sass-converter': 'the look',
  'jekyll-octicons': 'the look',
  minima: 'the look',
  jekyll: 'all of it',
  'kramdown-parser-gfm': 'Markdown',
};

/** Plugins whose work is not done, and what to do about it. */
const LEFT: Record<string, string> = {
  'jekyll-last-modified-at':
    'when a file was changed is not looked up: `last_modified_at` in the front matter says it',
  'jekyll-mentions': 'an @name stays text: make it a link where it shall be one',
  jemoji: 'a :name: stays text: write the emoji itself',
  'jekyll-github-metadata': '`site.github` is empty: `github` in src/liquid/config.yml fills it',
  'jekyll-coffeescript': 'scripts that a browser cannot read belong compiled into public/',
};

/**
 * The plugins that a site loads: `plugins`, `gems`, those that the Gemfile is told to load, and all that
 * GitHub Pages loads of its own.
 */
export function pluginsOf(root: string, jekyll: JekyllConfig): string[] {
  const named = [jekyll['plugins'], jekyll['gems']]
    .flat()
    .filter((name): name is string => typeof name === 'string' && !isFolder(path.join(root, name)));
  const loaded = [...named, ...pluginsOfGemfile(path.join(root, 'Gemfile'))];
  const github = loaded.includes('github-pages') ? OF_GITHUB_PAGES : [];
  return [...new Set([...loaded, ...github])].filter((name) => name !== 'github-pages');
}

/** What becomes of plugins. */
export function fatesOfPlugins(plugins: readonly string[]): Fate[] {
  return plugins.map((name) => {
    const made = MADE[name];
    if (made !== undefined) return { name, is: 'made', note: made };
    const note =
      LEFT[name] ??
      'its work is not done here; a tag of it can be written anew in src/liquid/tags/';
    return { name, is: 'left', note };
  });
}

/** Whether Markdown without front matter is a page. */
export function hasOptionalFrontMatter(jekyll: JekyllConfig, plugins: readonly string[]): boolean {
  const settings = mapping(jekyll['optional_front_matter']);
  return (
    plugins.includes('jekyll-optional-front-matter') &&
    settings?.['enabled'] !== false &&
    !jekyll['require_front_matter']
  );
}

/** Octopress calls a folder of its own `plugins`. */
function isFolder(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** https://jekyllrb.com/docs/plugins/installation/#the-jekyll_plugins-group */
function pluginsOfGemfile(file: string): string[] {
  if (!existsSync(file)) return [];
  const text = readFileSync(file, 'utf8');
  const groups = text.matchAll(
    /^[ \t]*group\b[^\n]*:jekyll_plugins[^\n]*\bdo\b([^]*?)^[ \t]*end\b/gm,
  );
  const inGroups = [...groups].flatMap(([, body = '']) => [...body.matchAll(GEM)]);
  const alone = [...text.matchAll(GEM)].filter(([line]) =>
    /\bgroups?(?::|\s*=>)[^\n]*:jekyll_plugins\b|^[^\n#]*["']github-pages["']/.test(line),
  );
  return [...inGroups, ...alone].map(([, name = '']) => name);
}

/** A line of a Gemfile with the name of a gem. */
const GEM = /^[ \t]*gem[ \t(]+["']([\w.-]+)["'][^\n]*/gm;
