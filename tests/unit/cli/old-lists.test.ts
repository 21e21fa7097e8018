import { expect, it } from 'vitest';
import { convertLists } from '../../../src/cli/import/old-lists.ts';
import type { JekyllConfig } from '../../../src/cli/import/values.ts';
import { parseYaml } from '../../../src/jekyll/rules/yaml.ts';
import { defineSite } from '../../../src/site/define.ts';

const ARCHIVES = ['jekyll-archives'];

it.each<[yaml: string, plugins: string[], indexes: string[], alias: string[] | undefined]>([
  ['paginate: 5', [], [], undefined],
  ['paginate: 5', [], ['index.html'], ['/page:num/']],
  [
    'paginate: 5\npaginate_path: blog/page:num/',
    [],
    ['blog/index.html'],
    ['/blog/page:num/', '/blog/'],
  ],
  ['paginate: 5\npagination_dir: blog', [], ['index.html'], ['/blog/page/:num/']],
  ['pagination: {permalink: /page/:num/}', [], ['index.html'], undefined],
  ['pagination: {permalink: /p/:num}', [], ['news.html'], ['/p/:num/', '/news.html']],
  ['jekyll-archives: {enabled: all}', [], [], undefined],
  [
    'jekyll-archives: {enabled: all}',
    ARCHIVES,
    [],
    [
      '/:year/',
      '/:year/:month/',
      '/:year/:month/:day/',
      '/tag/:tag_slug/',
      '/category/:category_slug/',
    ],
  ],
  [
    'jekyll-archives: {enabled: [tags, year], permalinks: {tag: "/t/:name.html"}}',
    ARCHIVES,
    [],
    ['/t/:tag_slug.html', '/:year/'],
  ],
  ['jekyll-archives: {}', ARCHIVES, [], undefined],
  ['category_dir: blog/categories', [], [], ['/blog/categories/:category_slug/']],
])('%j with %j and %j', (yaml, plugins, indexes, alias) => {
  const lists = convertLists(parseYaml(yaml) as JekyllConfig, plugins, indexes);
  expect(lists).toEqual(alias && { alias });
  const site = { url: 'https://example.org', title: 'A', author: { name: 'A' }, lists };
  expect(() => defineSite(site, {})).not.toThrow();
});
