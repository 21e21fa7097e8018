import { expect, test } from '@playwright/test';
import { manualPosts } from '../support/manual.ts';
import site from '../../src/site.config.ts';

const SITE = 'https://galley.example';

/** Addresses in a document that a feed reader could not resolve. */
function relativeAddresses(html: string): string[] {
  return [...html.matchAll(/\s(?:href|src|poster)="([^"]*)"/g)]
    .map(([, address = '']) => address)
    .filter((address) => !/^(https?:|mailto:)/.test(address));
}

test('RSS has whole posts, newest first, with absolute addresses', async ({ page, request }) => {
  const xml = await (await request.get('./rss.xml')).text();
  await page.setContent('<div></div>');
  const items = [...xml.matchAll(/<item>[^]*?<\/item>/g)].map(([item]) => item);
  const posts = await manualPosts();
  expect(items).toHaveLength(Math.min(posts.length, site.feeds.limit));
  expect(items[0]).toContain(`<title>${posts[0]?.frontMatter.title}</title>`);
  expect(items[0]).toContain(`<link>${SITE}`);
  expect(xml).toContain('find src/content/posts -name');
  const content = items.join('').replaceAll('&lt;', '<').replaceAll('&quot;', '"');
  expect(relativeAddresses(content)).toEqual([]);
  expect(content).toMatch(/src="https:\/\/galley\.example\/[^"]+\.webp"/);
});

test('RSS, Atom and JSON Feed tell the same', async ({ request }) => {
  const rss = await (await request.get('./rss.xml')).text();
  const atom = await (await request.get('./atom.xml')).text();
  const json = await (await request.get('./feed.json')).json();
  expect(json.version).toBe('https://jsonfeed.org/version/1.1');
  expect(json.items).toHaveLength(Math.min((await manualPosts()).length, site.feeds.limit));
  for (const { url } of json.items) {
    expect(url).toMatch(/^https:\/\/galley\.example\//);
    expect(rss).toContain(`<link>${url}</link>`);
    expect(atom).toContain(`href="${url}"`);
  }
  expect(
    json.items.flatMap((item: { content_html: string }) => relativeAddresses(item.content_html)),
  ).toEqual([]);
});

test('a tag has feeds of its own', async ({ request }) => {
  const json = await (await request.get('./tags/c-sharp/feed.json')).json();
  expect(json.items.map((item: { title: string }) => item.title)).toEqual(['Code in posts']);
});

test('the sitemap names every post once', async ({ request }) => {
  const index = await (await request.get('./sitemap-index.xml')).text();
  const [, address = ''] = /<loc>([^<]*)<\/loc>/.exec(index) ?? [];
  const sitemap = await (await request.get(`./${address.split('/').at(-1)}`)).text();
  const locations = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, location]) => location);
  expect(locations.filter((location) => location?.endsWith('/posts/code/'))).toHaveLength(1);
  expect(locations.every((location) => location?.startsWith(SITE))).toBe(true);
  expect(new Set(locations).size).toBe(locations.length);
});

test('robots.txt names the sitemap', async ({ request }) => {
  const text = await (await request.get('./robots.txt')).text();
  expect(text).toMatch(/^Sitemap: https:\/\/galley\.example\/.*sitemap-index\.xml$/m);
});
