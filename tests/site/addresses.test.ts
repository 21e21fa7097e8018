import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crawl } from '../support/crawl.ts';
import { readItems } from '../support/feed-items.ts';
import { atomFaults, compareMetadata } from '../support/site-metadata.ts';
import { ask, isInstalled, SERVERS, start, type Running } from '../support/web-servers.ts';
import { picture, post, Project } from './project.ts';

const nfd = (text: string) => text.normalize('NFD');
const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><rect width="1" height="1"/></svg>';

let project: Project;
let log: string;
beforeAll(async () => {
  const png = await picture(70, 40);
  project = new Project({
    'public/favicon.svg': drawing,
    'public/_redirects': '/app/* https://app.example/:splat 200\n',
    'public/images/a.png': png,
    'public/archives/index.html': '<!DOCTYPE html><html lang="en"><title>Mine</title>',
    [post(nfd('2026-01-01-über.md'))]:
      '---\ntitle: Über\ncategories: [C/C++]\ntags: [Ärger, "Ärger #1"]\nlang: de\nref: a\nimage: ./pics/plain.svg\n---\n## Teil\n\n[한글](./2026-01-02-한글.md) ![n](pics/naïve.png)\n',
    [post(nfd('2026-01-02-한글.md'))]:
      `---\ntitle: 한글\nlang: ko\nref: a\nguid: urn:old:1\nsitemap: false\nlast_modified_at: 2026-05-01\nredirect_from: ${nfd('/옛/')}\n---\n[back](${nfd('/posts/über/')}#teil)\n`,
    [post('2026-01-03-trip/index.md')]:
      '---\ntitle: Trip\n---\n[![t](./small.png)](./full.png) <video src="./film.mp4" poster="full.png"></video> ![e](./empty.png)\n\n<picture><source srcset="/images/a.png 2x"><img src="C%23.png"></picture>\n',
    [post('2026-01-04-components.mdx')]:
      '---\ntitle: Components\n---\nexport const Link = (props) => <a href="/posts/trip/">{props.children}</a>;\n\n<Link>trip</Link> <img src="./pics/plain.svg" alt="" />\n\n![s](./pics/plain.svg) ![p](./pics/a%2Bb.png) ![b](./pics/a%5Cb.png) [f](./film.pdf) [t](./2026-01-03-trip/index.md)\n',
    [post('2026-01-05-page.html')]:
      '---\ntitle: Page\npermalink: /old\\page.html\n---\n<p><a href="film.pdf">f</a> <form action="/search/"></form> <svg width="1" height="1"><image href="/images/a.png"/></svg></p>\n',
    [post('2026-01-06-tags.md')]:
      `---\ntitle: Tags\ntags: ["${'长标签名称'.repeat(25)}"]\npermalink: "/100% #?/"\n---\nText.\n`,
    [post('2026-01-07-draft.md')]: '---\ntitle: Draft\npublished: false\n---\n[plan](./plan.pdf)\n',
    [post('2026-01-08-cover.md')]: '---\ntitle: Cover\nimage: ./none.png\n---\nText.\n',
    [post(nfd('pics/naïve.png'))]: png,
    [post('pics/a+b.png')]: png,
    [post('pics/a\\b.png')]: png,
    [post('pics/plain.svg')]: drawing,
    [post('film.pdf')]: 'film',
    [post('plan.pdf')]: 'plan',
    [post('2026-01-03-trip/small.png')]: png,
    [post('2026-01-03-trip/full.png')]: await picture(80, 40),
    [post('2026-01-03-trip/C#.png')]: await picture(81, 40),
    [post('2026-01-03-trip/empty.png')]: '',
    [post('2026-01-03-trip/film.mp4')]: 'film',
  });
  project.edit(
    'src/site.config.ts',
    'defineSite({',
    "defineSite({\n  feeds: { alias: ['/news.xml', '/old/feed/', '/c/:category_slug/atom.xml', '/t/:tag.xml'], ids: 'jekyll' }, hosting: ['nginx', 'caddy', 'vercel', 'netlify'],\n  retracted: { '/posts/보고/': 'gone', '/posts/was/': '/posts/trip/' },",
  );
  const build = await project.build([], {
    SITE_BASE: '/blog/',
    SITE_URL: 'https://galley.example',
  });
  expect(build.succeeded, build.log).toBe(true);
  log = build.log;
});
afterAll(() => project.remove());

describe('below a base path, with names in form D', () => {
  it('every address of the site has its file, and every fragment its id', () => {
    const { followed, broken } = crawl(`${project.root}/dist`, 'https://galley.example/blog/');
    expect(broken).toEqual([]);
    expect(followed).toBeGreaterThan(200);
  });

  it('files beside posts are published for those that refer to them, and no others', () => {
    const files = project.files().map(([file]) => file);
    expect(files).toEqual(
      expect.arrayContaining([
        'posts/trip/film.mp4',
        'posts/trip/full.png',
        'posts/trip/C#.png',
        'posts/components/film.pdf',
        'old\\page/film.pdf',
      ]),
    );
    expect(files.filter((file) => file.includes('plan'))).toEqual([]);
  });

  it('the page of drafts is the dev server’s alone', () => {
    const files = project.files().map(([file]) => file);
    expect(files.filter((file) => file.startsWith('drafts'))).toEqual([]);
  });

  it('what the site answers at other addresses', () => {
    for (const feed of ['feed.xml', 'index.xml', 'news.xml']) {
      expect(project.text(`dist/${feed}`)).toBe(project.text('dist/atom.xml'));
    }
    expect(project.text('dist/c/c-c-/atom.xml')).toBe(
      project.text('dist/categories/c-c-plus-plus/atom.xml'),
    );
    expect(project.text('dist/t/Ärger #1.xml')).toContain('<title>Über</title>');
    expect(project.text('dist/feed/index.html')).toContain(
      '<link rel="alternate" type="application/rss+xml" href="/blog/rss.xml">',
    );
    expect(project.text('dist/sitemap.xml')).toBe(project.text('dist/sitemap-index.xml'));
    expect(project.text('dist/_redirects')).toBe(
      '/blog/%EC%98%9B/ /blog/posts/%ED%95%9C%EA%B8%80/ 301\n' +
        '/blog/posts/%EB%B3%B4%EA%B3%A0/ /blog/posts/%EB%B3%B4%EA%B3%A0/ 410!\n/blog/posts/was/ /blog/posts/trip/ 301\n' +
        '/blog/feed/ /blog/rss.xml 301\n/blog/old/feed/ /blog/rss.xml 301\n' +
        '/app/* https://app.example/:splat 200\n',
    );
  });

  it('feeds, and what pages say of their posts, agree', () => {
    const dist = `${project.root}/dist`;
    const { feeds, items, faults } = compareMetadata(dist, 'https://galley.example/blog/');
    expect(faults).toEqual([]);
    expect(feeds).toBeGreaterThan(5);
    expect(items).toBe(7);
    const atom = atomFaults(dist);
    if (atom === undefined)
      console.warn('jing is not installed: Atom is not compared with its schema');
    else expect(atom).toBe('');
    const ids = readItems('json', project.text('dist/feed.json')).map(({ id }) => id);
    expect(ids).toContain('urn:old:1');
    expect(ids).toContain('https://galley.example/blog/posts/trip');
  });

  it('a post names its other languages, and the sitemap what it may and when it was changed', () => {
    const page = project.text('dist/posts/über/index.html');
    const address = 'https://galley.example/blog/posts/%ED%95%9C%EA%B8%80/';
    expect(page).toContain(`<link rel="alternate" hreflang="ko" href="${address}">`);
    expect(page).toContain('<link rel="alternate" hreflang="de"');
    expect(page).toMatch(/<a rel="alternate" hreflang="ko"[^>]*>\s*한국어\s*<\/a>/);
    expect(page).toContain('<meta property="og:locale:alternate" content="ko_KR">');
    const sitemap = project.text('dist/sitemap-0.xml');
    expect(sitemap).not.toContain(`<loc>${address}`);
    expect(sitemap).toContain('<loc>https://galley.example/blog/old%5Cpage.html</loc>');
    expect(sitemap).toContain('<loc>https://galley.example/blog/archives/</loc>');
    expect(project.text('dist/archives/index.html')).toContain('Mine');
    expect(sitemap).toContain(
      '<loc>https://galley.example/blog/</loc><lastmod>2026-04-30T22:00:00.000Z</lastmod>',
    );
  });

  it('a cover that is not there is told with its line', () => {
    expect(log).toContain('src/content/posts/2026-01-08-cover.md:3');
  });
});

describe.each(SERVERS)('%s hands it out by what the build wrote for it', (server) => {
  const there = isInstalled(server);
  if (!there) console.warn(`${server} is not installed: its requests are skipped`);
  let running: Running;
  beforeAll(async () => {
    if (!there) return;
    const documents = path.join(project.root, `${server}-documents`);
    mkdirSync(documents);
    symlinkSync(path.join(project.root, 'dist'), path.join(documents, 'blog'));
    const file = server === 'nginx' ? 'nginx.conf' : 'Caddyfile';
    const written = path.join(project.root, 'dist/.hosting', file);
    running = await start(server, path.join(project.root, server), documents, written);
  });
  afterAll(() => running?.stop());
  const get = (address: string, headers?: Record<string, string>) =>
    ask(running.port, address, headers);

  const HANGUL = '/blog/posts/%ED%95%9C%EA%B8%80/';

  it.skipIf(!there).each([
    ['the home page', '/blog/', 200, 'text/html'],
    ['a post', '/blog/posts/trip/', 200, 'text/html'],
    ['a post with a query', '/blog/posts/trip/?a=1&b', 200, 'text/html'],
    ['an address with escapes', HANGUL, 200, 'text/html'],
    ['an address with odd characters', '/blog/100%25%20%23%3F/', 200, 'text/html'],
    ['a file with a backslash', '/blog/old%5Cpage.html', 200, 'text/html'],
    ['a feed', '/blog/feed.xml', 200, 'xml'],
    ['a feed of JSON', '/blog/feed.json', 200, 'application/json'],
    ['a drawing', '/blog/favicon.svg', 200, 'image/svg+xml'],
    ['a retracted post', '/blog/posts/%EB%B3%B4%EA%B3%A0/', 410, 'text/html'],
    ['nothing', '/blog/nowhere/', 404, 'text/html'],
    ['nothing in a folder that is cached', '/blog/_astro/none.js', 404, 'text/html'],
    ['a hidden folder', '/blog/.hosting/nginx.conf', 404, 'text/html'],
    ['a hidden folder with an escape', '/blog/%2ehosting/Caddyfile', 404, 'text/html'],
  ])('%s', async (_, address, status, type) => {
    const { headers, body, ...answer } = await get(address);
    expect(answer.status).toBe(status);
    expect(headers['content-type']).toContain(type);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    });
    if (status === 200) expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate');
    if (status === 404) expect(body.toString()).toContain('<h1>Page not found</h1>');
    if (status === 410) expect(body.toString()).toContain('<h1>This page is gone</h1>');
  });

  it.skipIf(!there).each([
    ['an old address', '/blog/%EC%98%9B/', '/blog/posts/%ED%95%9C%EA%B8%80/'],
    ['a retracted post with a statement', '/blog/posts/was/', '/blog/posts/trip/'],
    ['an old address of the feed', '/blog/feed/', '/blog/rss.xml'],
    ['a folder without its slash', '/blog/posts/trip', '/blog/posts/trip/'],
  ])('%s leads on', async (_, address, to) => {
    const { status, headers } = await get(address);
    expect([301, 308]).toContain(status);
    expect(headers.location).toBe(to);
  });

  it.skipIf(!there)('what has a hash in its name is kept for ever', async () => {
    const script = project.files().find(([file]) => /^_astro\/.*\.(?:js|css)$/.test(file))?.[0];
    const { status, headers } = await get(`/blog/${script}`);
    expect([status, headers['cache-control'], headers['x-content-type-options']]).toEqual([
      200,
      'public, max-age=31536000, immutable',
      'nosniff',
    ]);
  });

  it.skipIf(!there)('texts come packed', async () => {
    const encodings = server === 'nginx' ? ['gzip'] : ['gzip', 'br'];
    for (const encoding of encodings) {
      const { headers, body } = await get('/blog/', { 'accept-encoding': encoding });
      expect(headers['content-encoding']).toBe(encoding);
      expect(headers['vary']).toMatch(/accept-encoding/i);
      const plain = encoding === 'br' ? brotliDecompressSync(body) : gunzipSync(body);
      expect(plain.equals((await get('/blog/')).body)).toBe(true);
    }
  });

  it.skipIf(!there)('answers that nothing is new, and with a part of a file', async () => {
    const { headers } = await get('/blog/posts/trip/');
    const again = await get('/blog/posts/trip/', { 'if-none-match': String(headers.etag) });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    const part = await get('/blog/images/a.png', { range: 'bytes=1-3' });
    expect([part.status, part.body.toString()]).toEqual([206, 'PNG']);
  });

  it
    .skipIf(!there)
    .each([
      '/blog/../../../../etc/passwd',
      '/blog/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
      '/blog/..%2f..%2f..%2fetc%2fpasswd',
      '/blog/posts/..%5c..%5cetc/passwd',
    ])('nothing lies above it: %s', async (address) => {
    const { status, body } = await get(address);
    expect([400, 404]).toContain(status);
    expect(body.toString()).not.toContain('root:');
  });

  it.skipIf(!there)('two hundred ask at once', async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, () => get('/blog/posts/trip/')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });
});
