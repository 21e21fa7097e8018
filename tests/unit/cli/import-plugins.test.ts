import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { pluginsOf, fatesOfPlugins } from '../../../src/cli/import/plugins.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'galley-plugins-'));
});
afterEach(() => rmSync(root, { recursive: true }));

it('takes plugins from the configuration and from their group of the Gemfile, each once', () => {
  const gemfile = `gem "jekyll"
group :jekyll_plugins do
  gem "jekyll-feed", "~> 0.12"
  gem 'jekyll-maps'
  # gem "jekyll-old"
end
group :development, :jekyll_plugins do
  gem("jekyll-admin")
end
gem "minima"
`;
  writeFileSync(path.join(root, 'Gemfile'), gemfile);
  const plugins = pluginsOf(root, { plugins: ['jekyll-feed', 3], gems: 'jekyll-tagging' });
  expect(plugins).toEqual(['jekyll-feed', 'jekyll-tagging', 'jekyll-maps', 'jekyll-admin']);
  expect(fatesOfPlugins(plugins).map(({ is }) => is)).toEqual(['made', 'left', 'left', 'made']);
});

it('knows none without both', () => {
  expect(pluginsOf(root, {})).toEqual([]);
});

it('knows what GitHub Pages loads, and gems that are told alone to be plugins', () => {
  writeFileSync(
    path.join(root, 'Gemfile'),
    'gem "github-pages", "~> 232", group: :jekyll_plugins\ngem "jekyll-x", :group => [:a, :jekyll_plugins]\ngem "jekyll-y"\n',
  );
  const plugins = pluginsOf(root, {});
  expect(plugins).toContain('jekyll-relative-links');
  expect(plugins).toContain('jekyll-x');
  expect(plugins).not.toContain('jekyll-y');
});

it('does not take the folder of plugins that Octopress has for one', () => {
  mkdirSync(path.join(root, 'plugins'));
  expect(pluginsOf(root, { plugins: 'plugins' })).toEqual([]);
});
