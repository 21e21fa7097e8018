import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { convertFeeds, feedTemplates } from '../../../src/cli/import/old-feeds.ts';
import { planImport } from '../../../src/cli/import/plan.ts';
import { readConfig } from '../../../src/cli/import/read-config.ts';
import { convertConfig } from '../../../src/cli/import/jekyll-config.ts';
import type { JekyllConfig } from '../../../src/cli/import/values.ts';
import { parseYaml } from '../../../src/jekyll/rules/yaml.ts';
import { defineSite } from '../../../src/site/define.ts';
import type { SiteConfig } from '../../../src/site/schema.ts';
import { readPost } from '../../../src/source/read-post.ts';
import { postData } from '../../../src/store/entry.ts';

describe('the feeds of a Jekyll site', () => {
  const convert = (yaml: string, plugins: string[] = []) =>
    convertFeeds(parseYaml(yaml) as JekyllConfig, { plugins, templates: [] });

  it.each<[string, string[], SiteConfig['feeds']]>([
    ['a: b', [], undefined],
    ['a: b', ['jekyll-feed'], { ids: 'jekyll' }],
    ['feed: {path: blog/feed.xml}', [], { ids: 'jekyll', alias: ['/blog/feed.xml'] }],
    ['feed: {path: /atom.xml}', [], { ids: 'jekyll' }],
    ['feed: {path: feed.xml, posts_limit: 5}', [], { ids: 'jekyll', limit: 5 }],
    ['feed: {excerpt_only: true}', [], { ids: 'jekyll', content: 'excerpt' }],
    ['feed: {categories: [], tags: false}', [], { ids: 'jekyll' }],
    ['feed: {categories: [news]}', [], { ids: 'jekyll', alias: ['/feed/:category.xml'] }],
    ['feed: {tags: true}', [], { ids: 'jekyll', alias: ['/feed/by_tag/:tag.xml'] }],
    ['feed: {tags: {path: /t/}}', [], { ids: 'jekyll', alias: ['/t/:tag.xml'] }],
    [
      'feed: {collections: {posts: {path: /p.xml, categories: [a]}}}',
      [],
      { ids: 'jekyll', alias: ['/p.xml', '/feed/:category.xml'] },
    ],
    ['category_dir: blog/categories/', [], { alias: ['/blog/categories/:category_slug/atom.xml'] }],
  ])('%s %j', (yaml, plugins, feeds) => {
    expect(convert(yaml, plugins)).toEqual(feeds);
    const input = { url: 'https://example.org', title: 'A', author: { name: 'A' }, feeds };
    expect(() => defineSite(input, {})).not.toThrow();
  });

  it('are also those that it writes itself', () => {
    const root = siteOf({
      '_config.yml': 'title: A\n',
      '_posts/2014-01-05-a.md': 'A.\n',
      'blog/atom.xml':
        '---\n---\n<feed>{% for post in site.posts %}<entry><id>{{ post.id }}</id></entry>{% endfor %}</feed>',
      'rss.txt.xml':
        '---\npermalink: /news.rss\n---\n{%- for p in site.posts -%}<item>{{ p.url }}</item>{% endfor %}',
      'sitemap.xml': '---\n---\n{% for post in site.posts %}<url>{{ post.url }}</url>{% endfor %}',
      'books.xml': '---\n---\n{% for book in site.books %}<item>{{ book.url }}</item>{% endfor %}',
      'static.xml': '<rss><item/></rss>',
    });
    expect(feedTemplates(planImport(root, {}))).toEqual([
      { name: 'blog/atom.xml', address: '/blog/atom.xml', hasIds: true },
      { name: 'rss.txt.xml', address: '/news.rss', hasIds: false },
    ]);
    rmSync(root, { recursive: true });
  });
});

/** A blog with one of each thing on which the id or the date of an item depends. */
const BLOG = {
  '_config.yml':
    'title: A\nurl: https://example.org\nbaseurl: /blog\ntimezone: America/New_York\npermalink: /:categories/:year/:title/\nauthor: Ada\nplugins: [jekyll-feed]\nfeed: {posts_limit: 50}\n',
  '_posts/2014-01-05-plain.md': 'A.\n',
  '_posts/2014-01-06-Titled_One.md': '---\ntitle: Another title\n---\nA.\n',
  '_posts/2014-01-07-dated.md': '---\ndate: 2014-07-08 23:30:00 -0700\n---\nA.\n',
  '_posts/2014-01-08-changed.md': '---\nlast_modified_at: 2015-03-04 10:00\n---\nA.\n',
  '_posts/2014-01-09-moved.md': '---\npermalink: /else/where.html\n---\nA.\n',
  '_posts/2014-01-10-file.md': '---\npermalink: /file\n---\nA.\n',
  '_posts/2014-01-11-slugged.md': '---\nslug: my slug\n---\nA.\n',
  '_posts/2014-01-12-über-uns.md': '---\ncategories: [Café, b]\n---\nA.\n',
  '_posts/2014-01-13-a.b.md': 'A.\n',
};

const hasJekyll = spawnSync('jekyll', ['--version']).status === 0;
if (!hasJekyll) console.warn('jekyll is not installed: its feed is not compared');

it.skipIf(!hasJekyll)('items have the ids and dates that jekyll-feed gives them', () => {
  const root = siteOf(BLOG);
  const { status, stdout, stderr } = spawnSync(
    'jekyll',
    ['build', '--source', root, '--destination', `${root}/_site`, '--disable-disk-cache'],
    { encoding: 'utf8', env: { ...process.env, LANG: 'C.UTF-8' } },
  );
  expect(status, stdout + stderr).toBe(0);
  const xml = readFileSync(path.join(root, '_site/feed.xml'), 'utf8');
  const { feed } = new XMLParser({ parseTagValue: false }).parse(xml);
  const theirs = feed.entry.map(({ id, published, updated }: Record<string, string>) => ({
    id: new URL(id ?? '').href,
    published: Date.parse(published ?? ''),
    updated: Date.parse(updated ?? ''),
  }));

  const { jekyll } = readConfig(root);
  const { config } = convertConfig(jekyll, 'A', {
    plugins: ['jekyll-feed'],
    templates: [],
    indexes: [],
  });
  const site = defineSite(config, {});
  const options = { site, now: Date.parse('2026-01-01'), drafts: false };
  const ours = Object.entries(BLOG).flatMap(([file, text]) => {
    if (!file.startsWith('_posts/')) return [];
    const reading = readPost(file.slice('_posts/'.length), Buffer.from(text), options);
    if (reading.kind !== 'post') throw new Error(`${file} is no post`);
    const { guid, date, updated = date } = postData(reading.post, root, 'A.', site, (html) => html);
    return { id: guid, published: date.time, updated: updated.time };
  });
  const byId = (a: { published: number }, b: { published: number }) => a.published - b.published;
  expect(ours.toSorted(byId)).toEqual(theirs.toSorted(byId));
  rmSync(root, { recursive: true });
});

function siteOf(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'galley-jekyll-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  return root;
}
