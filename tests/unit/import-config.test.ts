import { describe, expect, it } from 'vitest';
import { configFile } from '../../src/cli/import/config-file.ts';
import { convertConfig } from '../../src/cli/import/jekyll-config.ts';
import { parseYaml } from '../../src/post/yaml.ts';
import { defineSite } from '../../src/site/define.ts';

const convert = (yaml: string) =>
  convertConfig(parseYaml(yaml) as Record<string, unknown>, 'my-blog');

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
    expect(notes).toHaveLength(1);
  });

  it.each([
    ['author: Ada', { name: 'Ada' }],
    ['author: Ada\nemail: ada@example.org', { name: 'Ada', email: 'ada@example.org' }],
    ['author: {name: Ada, email: nobody}', { name: 'Ada' }],
    [
      'author: {name: Ada, url: "https://ada.example"}',
      { name: 'Ada', url: 'https://ada.example' },
    ],
  ])('reads %j', (yaml, author) => {
    expect(convert(yaml).config.author).toEqual(author);
  });

  it('keeps the defaults of posts', () => {
    const { config } = convert(`
defaults:
  - scope: {path: "", type: posts}
    values: {layout: post, author: Ada}
  - scope: {path: "_docs", type: docs}
    values: {layout: doc}
  - values: {comments: true}
`);
    expect(config.defaults).toEqual([
      { scope: { path: '', type: 'posts' }, values: { layout: 'post', author: 'Ada' } },
      { scope: { path: '' }, values: { comments: true } },
    ]);
  });

  it.each(['show_drafts: true', 'unpublished: true', 'limit_posts: 3'])(
    'says that %j is not taken over',
    (yaml) => {
      expect(convert(`url: https://example.org\n${yaml}`).notes).toHaveLength(1);
    },
  );

  it('points out a permalink that the posts have of their own', () => {
    const yaml = 'url: https://example.org\ncollections: {posts: {permalink: /news/:title/}}';
    expect(convert(yaml).notes).toEqual([expect.stringContaining('/news/:title/')]);
  });

  it('is a configuration that passes its own check', async () => {
    const { config } = convert('title: "It\'s \\"quoted\\""\nbaseurl: "/a"\ntimezone: CET');
    expect(() => defineSite(config, {})).not.toThrow();
    expect(await configFile(config)).toContain("timeZone: 'CET'");
  });
});
