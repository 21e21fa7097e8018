import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { defineSite } from '../../../src/site/define.ts';
import type { SiteConfig } from '../../../src/site/schema.ts';
import { feedAddresses, feedRedirects } from '../../../src/source/feed-addresses.ts';
import { redirectsOf } from '../../../src/source/redirects.ts';
import { termsOf } from '../../../src/source/routes.ts';

const siteWith = (feeds: SiteConfig['feeds']) =>
  defineSite({ url: 'https://example.org', title: 'A', author: { name: 'A' }, feeds }, {});

const terms = termsOf([
  { terms: { categories: ['News', 'C#'], tags: ['tea'] } },
  { terms: { categories: ['news', 'A_b c'], tags: [] } },
]);
const paths = (feeds: SiteConfig['feeds']) =>
  feedAddresses(terms, siteWith(feeds)).map(({ path }) => path);

describe('the addresses of feeds', () => {
  it('of a site are its own, and those that readers of others know', () => {
    expect(feedAddresses([], siteWith({})).map(({ path }) => path)).toEqual([
      '/feed.xml',
      '/index.xml',
      '/rss.xml',
      '/atom.xml',
      '/feed.json',
    ]);
  });

  it('of terms are in the formats that the owner wants', () => {
    const ofTea = (feeds: Parameters<typeof paths>[0]) =>
      paths(feeds).filter((path) => path.includes('/tea/'));
    const tea = '/tags/tea/';
    expect(ofTea({})).toEqual([`${tea}rss.xml`, `${tea}atom.xml`, `${tea}feed.json`]);
    expect(ofTea({ tags: ['atom'] })).toEqual([`${tea}atom.xml`]);
    expect(paths({}).filter((path) => path.includes('/news/'))).toEqual([
      '/categories/news/rss.xml',
      '/categories/news/atom.xml',
      '/categories/news/feed.json',
    ]);
    const none = paths({ tags: [], categories: ['json'] });
    expect(none.filter((path) => path.includes('/tea/'))).toEqual([]);
    expect(none).toContain('/categories/news/feed.json');
  });

  it('of terms are also where other programs had them, in every spelling', () => {
    const old = paths({
      alias: ['/feed/:category.xml', '/b/:category_slug/atom.xml', '/t/:tag.xml'],
    });
    expect(old.filter((path) => /^\/(?:feed|b|t)\//.test(path))).toEqual([
      '/feed/A_b c.xml',
      '/feed/C%23.xml',
      '/feed/News.xml',
      '/feed/news.xml',
      '/b/a-b-c/atom.xml',
      '/b/c-/atom.xml',
      '/b/news/atom.xml',
      '/t/tea.xml',
    ]);
  });

  it('make way for what cannot stand beside them', () => {
    expect(feedRedirects([], siteWith({ alias: '/feed' }))).toEqual([]);
    const root = mkdtempSync(path.join(tmpdir(), 'galley-'));
    // Threads, in which tests run where rules are broken on purpose, have no folder of their own.
    const here = vi.spyOn(process, 'cwd').mockReturnValue(root);
    mkdirSync(path.join(root, 'public'));
    expect(feedRedirects([], siteWith({}))).toHaveLength(1);
    writeFileSync(path.join(root, 'public/feed'), '<rss/>');
    expect(feedRedirects([], siteWith({}))).toEqual([]);
    here.mockRestore();
  });

  it('that end with a slash lead to a feed, unless something stands there', () => {
    const site = siteWith({ alias: ['/blog/feed/', '/x/:tag/'] });
    const redirects = feedRedirects(terms, site);
    expect(redirects).toEqual([
      { from: '/feed/', to: '/rss.xml' },
      { from: '/blog/feed/', to: '/rss.xml' },
      { from: '/x/tea/', to: '/tags/tea/rss.xml' },
    ]);
    const texts = [
      { data: { url: '/feed', redirectFrom: ['/blog/feed/index.html'] } },
      { data: { url: '/feed/', redirectFrom: [] } },
    ];
    expect(redirectsOf(texts, {}, redirects).map(({ from }) => from)).toEqual([
      '/blog/feed/index.html',
      '/x/tea/',
    ]);
  });
});
