import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { JekyllConfig } from './values.ts';

/** Plugins whose work Galley does itself. */
const SUPPORTED = new Set(
  'feed sitemap seo-tag redirect-from paginate archives gist include-cache default-layout relative-links'
    .split(' ')
    .map((name) => `jekyll-${name}`),
);

/** The plugins that a site loads: `plugins`, `gems`, and the group of the Gemfile that is for them. */
export function pluginsOf(root: string, jekyll: JekyllConfig): string[] {
  const named = [jekyll['plugins'], jekyll['gems']]
    .flat()
    .filter((name): name is string => typeof name === 'string');
  return [...new Set([...named, ...pluginsOfGemfile(path.join(root, 'Gemfile'))])];
}

/** Those whose work is not done here. */
export function unsupportedPlugins(plugins: readonly string[]): string[] {
  return plugins.filter((name) => !SUPPORTED.has(name));
}

/** https://jekyllrb.com/docs/plugins/installation/#the-jekyll_plugins-group */
function pluginsOfGemfile(file: string): string[] {
  if (!existsSync(file)) return [];
  const groups = readFileSync(file, 'utf8').matchAll(
    /^[ \t]*group\b[^\n]*:jekyll_plugins[^\n]*\bdo\b([^]*?)^[ \t]*end\b/gm,
  );
  return [...groups].flatMap(([, body = '']) =>
    Array.from(body.matchAll(/^[ \t]*gem[ \t(]+["']([\w.-]+)["']/gm), ([, name = '']) => name),
  );
}
