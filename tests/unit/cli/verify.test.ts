import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareFeed, itemsOf } from '../../../src/cli/verify/feed.ts';
import { politely, type Ask } from '../../../src/cli/verify/ask.ts';
import { readLiveSite, type LiveSite } from '../../../src/cli/verify/live-site.ts';
import { readOldSite } from '../../../src/cli/verify/old-site.ts';
import { comparePages } from '../../../src/cli/verify/page.ts';
import { firstDifference, similarity, wordsOf } from '../../../src/cli/verify/text.ts';

const NOW = `<title>Ebb · Tides</title><h1 class="p-name">Ebb</h1>
  <time class="dt-published" datetime="2014-01-05T09:00:00+01:00"></time>
  <a class="p-category">Sea</a><div class="e-content"><p>The “sea” goes… <em>out</em>.</p></div>`;
const theme = (text: string, more = '') =>
  `<title>Ebb | Tides</title>${more}<nav>Home About</nav><main><article class="post-content">${text}</article></main>`;
const TEXT = '<p>The "sea" goes... <b>out</b>.</p><script>x()</script>';

describe('texts', () => {
  it('are the same whatever their typography', () => {
    expect(wordsOf('“It’s” – so…\u00a0now')).toEqual(wordsOf('"It\'s" -- so... now'));
    expect(firstDifference(['a'], ['a'])).toBeUndefined();
    expect(similarity([], [])).toBe(1);
  });

  it('have as much in common as they have pairs of words', () => {
    const words = wordsOf('a b c d e f g h i j');
    expect(similarity(words, words)).toBe(1);
    expect(similarity(words, wordsOf('x y z'))).toBe(0);
    expect(similarity(words, [...words.slice(0, 5), 'x', ...words.slice(5)])).toBeCloseTo(18 / 21);
  });

  it('differ first where one has more', () => {
    expect(firstDifference(['a', 'b'], ['a', 'b', 'c'])).toEqual({ before: 'a b', now: 'a b c' });
    expect(firstDifference(['a', 'x'], ['a', 'y'])).toEqual({ before: 'a x', now: 'a y' });
  });
});

describe('a page', () => {
  it('is found in whatever theme it was', () => {
    expect(comparePages(theme(TEXT), NOW)).toEqual({
      title: true,
      text: 1,
      difference: undefined,
      links: [],
    });
  });

  it.each([
    ['title', '<title>Flow</title>', { title: false }],
    ['date', '<meta property="article:published_time" content="2014-01-06">', { date: false }],
    ['day', '<time datetime="2014-01-05">5 January</time>', { date: true }],
    ['moment', '<time datetime="2014-01-05T08:00:00Z"></time>', { date: true }],
    ['terms', '<a rel="tag" href="/t/">#Sea</a>', { terms: true }],
    ['other terms', '<a rel="tag" href="/t/">Moon</a>', { terms: false }],
  ])('says its %s', (_, more, expected) => {
    const old = more.startsWith('<title') ? more + TEXT : theme(TEXT, more);
    expect(comparePages(old, NOW)).toMatchObject(expected);
  });

  it('that says something else shows where', () => {
    const { text, difference } = comparePages(theme('<p>The sea comes in.</p>'), NOW);
    expect(text).toBeLessThan(0.5);
    expect(difference).toEqual({ before: 'The sea comes in.', now: 'The "sea" goes... out.' });
  });
});

describe('formulas', () => {
  it.each([
    ['kramdown', 'Of \\(x\\) and'],
    ['display', 'Of \\[\\frac{1}{2} x\\] and'],
    ['dollars', 'Of $$ x $$ and'],
    ['old kramdown', 'Of <script type="math/tex">x</script> and'],
    ['KaTeX', 'Of <span class="katex"><span>x</span><span>x</span></span> and'],
    ['MathML', 'Of <math><mi>x</mi></math> and'],
  ])('of %s are formulas', (_, text) => {
    const now = NOW.replace(/<p>.*<\/p>/, '<p>Of <math><mfrac><mi>y</mi></mfrac></math> and</p>');
    expect(comparePages(theme(`<p>${text}</p>`), now).text).toBe(1);
  });
});

it('code holds no formulas', () => {
  const now = NOW.replace(/<p>.*<\/p>/, '<pre><i>$a</i> and $b $c</pre>');
  expect(comparePages(theme('<pre>$a and $b $c</pre>'), now).text).toBe(1);
});

describe('a live site', () => {
  const PAGES: Record<string, [type: string, text: string, status?: number]> = {
    '/blog/': [
      'text/html',
      '<link rel="alternate" type="application/atom+xml" href="/blog/news.xml"><a href="ebb/">Ebb</a><a href="https://x.example/">',
    ],
    '/blog/ebb/': ['text/html; charset=utf-8', '<a href="../flow.html?x#y">'],
    '/blog/flow.html': ['text/html', '<a href="/blog/paper.pdf">'],
    '/blog/neap/': ['text/html', 'Neap'],
    '/blog/news.xml': [
      'application/atom+xml',
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:n</id><link href="https://tides.example/blog/neap/"/></entry></feed>',
    ],
  };
  const asked: string[] = [];
  const askOf =
    (pages: typeof PAGES): Ask =>
    async (address) => {
      const url = new URL(address);
      asked.push(url.pathname);
      const [type = '', text = '', status = 200] = pages[url.pathname] ?? ['', '', 404];
      return { url, isThere: status < 400, type: type.split(';')[0] ?? '', text };
    };
  const kinds = ({ addresses }: LiveSite) =>
    Object.fromEntries(addresses.map(({ path, kind }) => [path, kind]));

  it('without a sitemap is read from its first page and its feeds', async () => {
    const live = await readLiveSite('http://127.0.0.1/blog', askOf(PAGES));
    expect(kinds(live)).toEqual({
      '/': 'page',
      '/ebb/': 'page',
      '/flow.html': 'page',
      '/paper.pdf': 'file',
      '/neap/': 'page',
      '/news.xml': 'feed',
    });
    expect(live.silent).toEqual([]);
    expect(live.addresses.find(({ path }) => path === '/neap/')?.text).toBe('Neap');
  });

  it('is read from its sitemaps, which name it by its own host', async () => {
    const of = (...paths: string[]) =>
      `<urlset>${paths.map((each) => `<url><loc>https://tides.example/blog/${each}</loc></url>`).join('')}</urlset>`;
    const live = await readLiveSite(
      'http://127.0.0.1/blog/',
      askOf({
        ...PAGES,
        '/robots.txt': [
          'text/plain',
          'User-agent: *\nSitemap: https://tides.example/blog/all.xml\n',
        ],
        '/blog/all.xml': [
          'text/xml',
          '<sitemapindex><sitemap><loc>https://tides.example/blog/one.xml</loc></sitemap></sitemapindex>',
        ],
        '/blog/one.xml': ['text/xml', of('ebb/', 'gone/', 'caf%C3%A9/')],
        '/blog/caf%C3%A9/': ['text/html', 'x'],
      }),
    );
    expect(kinds(live)).toEqual({ '/ebb/': 'page', '/café/': 'page', '/news.xml': 'feed' });
    expect(live.silent).toEqual(['/gone/']);
  });

  it('that leads in circles comes to an end, and no page is asked for twice', async () => {
    asked.length = 0;
    await readLiveSite(
      'http://a.example',
      askOf({
        '/': ['text/html', '<a href="/"><a href="/a"><a href="/a#b">'],
        '/a': ['text/html', '<a href="/">'],
      }),
    );
    expect(asked.filter((each) => each === '/a')).toHaveLength(1);
  });

  it('that does not answer is an error', async () => {
    await expect(readLiveSite('http://a.example', async () => undefined)).rejects.toThrow(
      'does not answer',
    );
  });

  it('is asked for few things at once', async () => {
    let [open, most] = [0, 0];
    await politely(Array.from({ length: 30 }), async () => {
      most = Math.max(most, ++open);
      await new Promise((resolve) => setImmediate(resolve));
      open--;
    });
    expect(most).toBe(4);
  });
});

describe('a feed', () => {
  const item = (id: string, published = 0) => ({
    id,
    url: id.replace('urn:', 'https://a.example/'),
    published,
  });

  it('is the same where ids and dates are', () => {
    const now = [item('urn:a'), item('urn:b', 5), item('https://a.example/c')];
    const before = [item('urn:a'), item('urn:b', 6), item('urn:c'), item('urn:gone')];
    expect(compareFeed(before, now)).toEqual({
      same: 1,
      renamed: [{ before: 'urn:c', now: 'https://a.example/c' }],
      moved: [{ id: 'urn:b', before: '1970-01-01T00:00:00.006Z', now: '1970-01-01T00:00:00.005Z' }],
    });
  });

  it.each([
    [
      'RSS',
      '<rss version="2.0"><channel><item><guid>urn:a</guid><link>https://a.example/a</link><pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate></item></channel></rss>',
    ],
    [
      'Atom',
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:a</id><link href="https://a.example/a"/><published>1970-01-01T00:00:00Z</published></entry></feed>',
    ],
    [
      'JSON Feed',
      '{"version":"https://jsonfeed.org/version/1.1","title":"A","items":[{"id":"urn:a","url":"https://a.example/a","date_published":"1970-01-01T00:00:00Z"}]}',
    ],
  ])('is read as %s', (_, text) => {
    expect(itemsOf(text)).toEqual([item('urn:a')]);
  });

  it('that is none has no items', () => {
    expect(itemsOf('<urlset/>')).toEqual([]);
  });
});

describe('npm run verify', () => {
  let root: string;
  const write = (files: Readonly<Record<string, string>>) => {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
    }
  };
  const verify = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [path.resolve('src/cli/verify.ts'), ...args],
      { cwd: root, encoding: 'utf8' },
    );
    return { status, said: stdout + stderr };
  };
  beforeAll(() => {
    root = mkdtempSync(path.join(tmpdir(), 'galley-verify-'));
    write({
      'dist/ebb/index.html': NOW,
      'dist/old.html': '<!doctype html><meta http-equiv="refresh" content="0; url=/ebb/">',
      'dist/logo.png': 'png',
      'dist/feed.json': '{"version":"https://jsonfeed.org/version/1.1","items":[]}',
      'dist/feed.xml': '<feed/>',
      'old/ebb/index.html': theme(`${TEXT}<img src="/lost.png"><a href="/never/"></a>`),
      'old/old.html': 'x',
      'old/logo.png': 'png',
      'old/lost.png': 'png',
      'old/feed.xml': '<feed xmlns="http://www.w3.org/2005/Atom"></feed>',
    });
  });
  afterAll(() => rmSync(root, { recursive: true }));

  it('says what of an old site is there, and what is not as it was', () => {
    const { status, said } = verify('old');
    expect(said).toMatch(/pages +1 +1 +0\nfeeds +1 +0 +0\nfiles +1 +0 +1/);
    expect(said).toContain('No answer at:\n  /lost.png');
    expect(said).toContain('/lost.png (in /ebb/)');
    expect(said).not.toContain('/never/ (in');
    expect(status).toBe(0);
  });

  it('fails where fewer addresses answer, or texts agree, than are wanted', () => {
    write({ 'list.txt': '# of the old site\nhttps://old.example/ebb/\n/gone/\n' });
    expect(verify('list.txt')).toMatchObject({
      status: 1,
      said: expect.stringContaining('/gone/'),
    });
    expect(verify('list.txt', '--addresses', '50').status).toBe(0);
    write({ 'other/ebb/index.html': theme('<p>Nothing of the kind.</p>') });
    expect(verify('other').said).toContain('Another text at:\n  /ebb/ (');
    expect(verify('other').status).toBe(1);
    expect(verify('other', '--texts', '0').status).toBe(0);
  });

  it('does not miss what its author holds back, and names it', () => {
    write({
      'src/content/posts/2025-01-01-neap.md': '---\npublished: false\n---\nNeap.\n',
      'before/ebb/index.html': theme(TEXT),
      'before/posts/neap/index.html': 'Neap.',
    });
    const { status, said } = verify('before');
    expect(said).toContain('Answered before, and held back now:\n  /posts/neap/');
    expect(said).toContain('100.0 % of pages and feeds answer');
    expect(status).toBe(0);
  });

  it('gives all as data', () => {
    expect(JSON.parse(verify('old', '--json').said)).toContainEqual({
      path: '/lost.png',
      kind: 'file',
      answer: 'missing',
    });
  });

  describe('against a live site', () => {
    /** Answers as a host does, and with whatever else it is given. */
    async function withServer<T>(
      more: Readonly<Record<string, string>>,
      run: (address: string) => Promise<T>,
    ): Promise<T> {
      const server = createServer(({ url = '/' }, response) => {
        const file = path.join(root, 'old', url.endsWith('/') ? `${url}index.html` : url);
        const text = more[url] ?? (existsSync(file) ? readFileSync(file, 'utf8') : more['*']);
        response.writeHead(text === undefined ? 404 : 200, {
          'content-type': url.endsWith('.xml') ? 'application/xml' : 'text/html',
        });
        response.end(text);
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      try {
        return await run(`http://127.0.0.1:${port}`);
      } finally {
        server.close();
      }
    }
    const live = (more: Readonly<Record<string, string>>) =>
      withServer(more, async (address) => {
        const child = spawn(process.execPath, [path.resolve('src/cli/verify.ts'), address], {
          cwd: root,
        });
        let said = '';
        child.stdout.on('data', (text) => (said += String(text)));
        child.stderr.on('data', (text) => (said += String(text)));
        const [status] = await once(child, 'close');
        return { status: status as number, said };
      });
    const MAP = { '/sitemap.xml': '<urlset><loc>https://tides.example/ebb/</loc></urlset>' };

    it('compares what it names, and finds nothing of what is held back', async () => {
      write({ 'src/content/posts/2025-01-01-neap.md': '---\npublished: false\n---\nNeap.\n' });
      const { status, said } = await live(MAP);
      expect(said).toMatch(/pages +1 +0 +0\nfeeds +1 +0 +0/);
      expect(said).toContain('none of 1 posts and pages');
      expect(status).toBe(0);
    });

    it('fails where it shows what is held back', async () => {
      const { status, said } = await live({ ...MAP, '/posts/neap/': 'Neap.' });
      expect(said).toContain('/posts/neap/ (src/content/posts/2025-01-01-neap.md)');
      expect(status).toBe(1);
    });

    it('takes one page for all that is not there for no answer', async () => {
      const { status } = await live({ ...MAP, '*': 'Nothing here.' });
      expect(status).toBe(0);
    });

    it('says where nobody answers', () => {
      const { status, said } = verify('http://127.0.0.1:9/');
      expect(said).toContain('does not answer');
      expect(said).not.toContain('    at ');
      expect(status).toBe(1);
    });
  });

  it.each([
    [[], 'expected one folder'],
    [['nowhere'], 'nowhere'],
    [['old', '--texts', 'all'], 'from 0 to 100'],
  ])('says what is wrong with %j', (args, says) => {
    const { status, said } = verify(...args);
    expect(status).toBeGreaterThan(0);
    expect(said).toContain(says);
    expect(said).not.toContain('    at ');
  });

  it('reads a sitemap, below a base path', () => {
    write({ 'map.xml': '<urlset><url><loc>https://a.example/blog/a&amp;b/</loc></url></urlset>' });
    const site = { url: 'https://b.example', base: '/blog' };
    expect(readOldSite(path.join(root, 'map.xml'), site)).toEqual([
      { path: '/a&b/', kind: 'page' },
    ]);
  });
});
