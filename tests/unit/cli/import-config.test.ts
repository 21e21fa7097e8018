import { describe, expect, it } from 'vitest';
import { configFile } from '../../../src/cli/import/config-file.ts';
import { fatesOfKeys } from '../../../src/cli/import/config-keys.ts';
import { convertConfig } from '../../../src/cli/import/jekyll-config.ts';
import type { JekyllConfig } from '../../../src/cli/import/values.ts';
import { parseYaml } from '../../../src/jekyll/rules/yaml.ts';
import { defineSite } from '../../../src/site/define.ts';

/** What leaves nothing to say. */
const COMPLETE = 'url: https://example.org\nauthor: Ada';

const convert = (yaml: string) =>
  convertConfig(parseYaml(yaml) as JekyllConfig, 'my-blog', {
    plugins: [],
    templates: [],
    indexes: [],
  });

describe('convertConfig', () => {
  it('takes over what both know', () => {
    const { config, notes } = convert(`
title: A blog
description: >
  About
  things
url: "https://example.org"
baseurl: /blog
timezone: America/New_York
permalink: pretty
paginate: 5
future: true
lang: en_GB
excerpt_separator: <!--more-->
author:
  name: Ada
  email: ada@example.org
`);
    expect(config).toEqual({
      title: 'A blog',
      description: 'About things',
      url: 'https://example.org',
      base: '/blog/',
      timeZone: 'America/New_York',
      permalink: 'pretty',
      paginate: 5,
      future: true,
      lang: 'en-GB',
      excerptSeparator: '<!--more-->',
      author: { name: 'Ada', email: 'ada@example.org' },
    });
    expect(notes).toEqual([]);
  });

  it('fills in what Jekyll does without', () => {
    const { config, notes } = convert('markdown: kramdown');
    expect(config).toEqual({
      url: 'https://example.org',
      title: 'my-blog',
      permalink: 'date',
      author: { name: 'The author' },
    });
    expect(notes).toEqual([expect.stringContaining('`url`'), expect.stringContaining('`author`')]);
  });

  it.each([
    ['author: Ada', { name: 'Ada' }],
    ['author: Ada\nemail: ada@example.org', { name: 'Ada' }],
    ['author: {name: Ada, email: nobody}', { name: 'Ada' }],
    [
      'author: {name: Ada, url: "https://ada.example"}',
      { name: 'Ada', url: 'https://ada.example' },
    ],
  ])('reads %j', (yaml, author) => {
    expect(convert(yaml).config.author).toEqual(author);
  });

  it('keeps the defaults of whatever type', () => {
    const { config } = convert(`
defaults:
  - scope: {path: "", type: posts}
    values: {layout: post, author: Ada}
  - scope: {path: "_docs", type: docs}
    values: {layout: doc, version: 1.0, day: 2020-01-02}
  - values: {comments: true}
`);
    expect(config.defaults).toEqual([
      { scope: { path: '', type: 'posts' }, values: { layout: 'post', author: 'Ada' } },
      {
        scope: { path: '_docs', type: 'docs' },
        values: { layout: 'doc', version: 1, day: '2020-01-02' },
      },
      { scope: { path: '' }, values: { comments: true } },
    ]);
  });

  it('knows defaults by the paths below the folder of collections', () => {
    const { config } = convert(`
collections_dir: content
defaults:
  - scope: {path: content/_posts/wip}
    values: {published: false}
  - scope: {path: contents}
    values: {toc: true}
`);
    expect(config.defaults?.map(({ scope }) => scope.path)).toEqual(['_posts/wip', 'contents']);
  });

  it('leaves out defaults that never applied, unless they hide something', () => {
    const { config, notes } = convert(`${COMPLETE}
defaults:
  - scope: {path: /news}
    values: {permalink: /n/:title/}
  - scope: {path: /secret}
    values: {published: false}
`);
    expect(config.defaults?.map(({ scope }) => scope.path)).toEqual(['/secret']);
    expect(notes).toHaveLength(2);
  });

  it('takes the permalink that the collection of posts has of its own', () => {
    const yaml = `${COMPLETE}\npermalink: pretty\ncollections: {posts: {permalink: /news/:title/}}`;
    const { config, notes } = convert(yaml);
    expect(config.permalink).toBe('/news/:title/');
    expect(notes).toEqual([]);
  });

  it.each([
    ['[books, my words]', { books: {}, mywords: {} }, 0],
    ['{posts: {output: true}}', undefined, 0],
    [
      '{books: {output: true, permalink: /b/:name/, sort_by: n}, authors: }',
      { books: { output: true, permalink: '/b/:name/' }, authors: {} },
      0,
    ],
    ['{books: {output: false, permalink: "/:nothing/"}}', { books: {} }, 1],
    // They end as the permalink of the site, not as that of posts.
    [
      '{posts: {permalink: /news/:title/}, books: }\npermalink: date',
      { books: { permalink: '/:collection/:path:output_ext' } },
      0,
    ],
  ])('takes over collections: %s', (yaml, expected, count) => {
    const { config, notes } = convert(`${COMPLETE}\ncollections: ${yaml}`);
    expect(config.collections).toEqual(expected);
    expect(notes).toHaveLength(count);
    expect(() => defineSite(config, {})).not.toThrow();
  });

  it.each([
    ['url: https://example.org/', 'https://example.org', undefined, 0],
    ['url: " https://example.org "\nbaseurl: ""', 'https://example.org', undefined, 0],
    ['url: https://example.org\nbaseurl: /', 'https://example.org', undefined, 0],
    ['url: https://example.org\nbaseurl: .', 'https://example.org', undefined, 0],
    ['url: https://example.org\nbaseurl: blog', 'https://example.org', '/blog/', 0],
    ['url: https://example.org\nbaseurl: //a//b/', 'https://example.org', '/a/b/', 0],
    ['url: https://example.org\nbaseurl: 2020', 'https://example.org', '/2020/', 0],
    ['url: https://example.org/blog\nroot: /blog', 'https://example.org', '/blog/', 0],
    ['url: https://example.org\nroot: /a', 'https://example.org', '/a/', 0],
    ['url: https://example.org\nroot: /', 'https://example.org', undefined, 0],
    ['url: https://example.org\nroot: /a\nbaseurl: /b', 'https://example.org', '/b/', 0],
    ['url: https://example.org/blog', 'https://example.org', '/blog/', 1],
    ['url: https://example.org/blog/\nbaseurl: /blog', 'https://example.org', '/blog/', 0],
    ['url: example.org', 'https://example.org', undefined, 1],
    ['url: //example.org/', 'https://example.org', undefined, 1],
    ['url: https://example.org\nbaseurl: https://example.org/x', 'https://example.org', '/x/', 1],
    ['url: https://example.org\nbaseurl: //example.org', 'https://example.org', undefined, 1],
    ['baseurl: http://example.org/x', 'http://example.org', '/x/', 1],
    ['url: http://localhost:4000', 'http://localhost:4000', undefined, 1],
    ['url: /blog', 'https://example.org', undefined, 1],
    ['url: ftp://example.org', 'https://example.org', undefined, 1],
    ['url: https://example.org\nbaseurl: "/a b"', 'https://example.org', undefined, 1],
  ])('takes %j for an address', (yaml, url, base, count) => {
    const { config, notes } = convert(`author: Ada\n${yaml}`);
    expect([config.url, config.base, notes.length]).toEqual([url, base, count]);
    expect(() => defineSite(config, {})).not.toThrow();
  });

  it.each([
    ['lang: en_US.UTF-8', 'en-US', 0],
    ['locale: zh_Hant_TW', 'zh-Hant-TW', 0],
    ['lang: no', 'no', 0],
    ['lang: "very english!"', undefined, 1],
    ['lang:', undefined, 0],
  ])('reads %j', (yaml, lang, count) => {
    const { config, notes } = convert(`${COMPLETE}\n${yaml}`);
    expect([config.lang, notes.length]).toEqual([lang, count]);
  });

  it('does not put an address into the feeds that nobody put there', () => {
    expect(convert(`${COMPLETE}\nemail: ada@example.org`).notes).toEqual([
      expect.stringContaining('`email` is not taken over'),
    ]);
  });

  it.each([
    ['markdown: CommonMarkGhPages', 'CommonMarkGhPages'],
    ['markdown: redcarpet', 'redcarpet'],
    ['kramdown: {input: kramdown}', 'kramdown.input: kramdown'],
    ['kramdown: {auto_ids: false}', 'kramdown.auto_ids'],
    ['markdown: kramdown\nkramdown: {input: GFM, auto_ids: true}', undefined],
  ])('says how Markdown is read: %s', (yaml, expected) => {
    const { notes } = convert(`${COMPLETE}\n${yaml}`);
    expect(notes).toEqual(expected ? [expect.stringContaining(expected)] : []);
  });

  it.each([
    ['title: A', 'taken', 'title'],
    ['name: A', 'taken', 'title'],
    ['exclude: [a]', 'taken', 'read by the import'],
    ['paginate: 5', 'taken', 'paginate'],
    ['paginate: false', 'taken', 'paginate'],
    ['paginate: "five"', 'left', 'a value that cannot be used here'],
    ['lang: "very english!"', 'left', 'a value that cannot be used here'],
    ['email: a@example.org', 'left', expect.stringContaining('means nothing')],
    ['theme: minima', 'made', 'the look'],
    ['google_analytics: UA-1', 'left', expect.stringContaining('means nothing')],
    ['show_drafts: true', 'left', expect.stringContaining('npm run dev')],
    ['limit_posts: 3', 'left', 'all posts are built'],
    ['kramdown: {parse_block_html: true}', 'taken', 'read from src/liquid/config.yml'],
    ['kramdown: {}', 'made', 'Markdown'],
    ['kramdown: {footnote_nr: 5}', 'left', 'an option or a value that is not followed'],
    ['markdown: redcarpet', 'left', 'a value that cannot be used here'],
    ['markdown: kramdown', 'made', 'Markdown'],
  ])('says what becomes of %j', (yaml, is, note) => {
    const jekyll = parseYaml(yaml) as JekyllConfig;
    expect(fatesOfKeys(jekyll, convert(yaml))).toEqual([{ name: expect.any(String), is, note }]);
  });

  it('names each option of kramdown', () => {
    const yaml = 'kramdown: {parse_block_html: true, hard_wrap: true}';
    const fates = fatesOfKeys(parseYaml(yaml) as JekyllConfig, convert(yaml));
    expect(fates.map(({ name }) => name)).toEqual([
      'kramdown.parse_block_html',
      'kramdown.hard_wrap',
    ]);
  });

  it('is a configuration that passes its own check', async () => {
    const { config } = convert('title: "It\'s \\"quoted\\""\nbaseurl: "/a"\ntimezone: CET');
    expect(() => defineSite(config, {})).not.toThrow();
    expect(await configFile(config)).toContain("timeZone: 'CET'");
  });
});
