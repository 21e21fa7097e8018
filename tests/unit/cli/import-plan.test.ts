import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JekyllConfig } from '../../../src/cli/import/values.ts';
import { withoutOwnPages } from '../../../src/cli/import/own-pages.ts';
import { copiesOf, planImport, sourceFolder } from '../../../src/cli/import/plan.ts';
import { defineSite } from '../../../src/site/define.ts';

let site: string;

beforeEach(() => {
  site = mkdtempSync(path.join(tmpdir(), 'galley-import-'));
});
afterEach(() => rmSync(site, { recursive: true }));

function write(file: string, text = 'text'): void {
  mkdirSync(path.dirname(path.join(site, file)), { recursive: true });
  writeFileSync(path.join(site, file), text);
}

/** The plan in short: what is taken over, and what is left out. */
async function plan(config: JekyllConfig = {}) {
  const found = await planImport(site, config);
  return {
    taken: copiesOf(found).map(({ from, to }) => `${from} > ${to}`),
    leftOut: found.leftOut.map(({ file }) => file),
  };
}

const PAGE = '---\ntitle: A page\n---\n';

describe('planImport', () => {
  it.each([
    ['_posts/2014-01-05-a.md', 'src/content/posts/2014-01-05-a.md'],
    ['_posts/2014/2014-01-05-a.md', 'src/content/posts/2014/2014-01-05-a.md'],
    ['news/_posts/2014-01-05-a.md', 'src/content/posts/news/_posts/2014-01-05-a.md'],
    ['_drafts/idea.md', 'src/content/posts/_drafts/idea.md'],
    ['tests/_posts/2014-01-05-a.md', 'src/content/posts/tests/_posts/2014-01-05-a.md'],
    ['scripts/a/_drafts/idea.md', 'src/content/posts/scripts/a/_drafts/idea.md'],
    ['_data/people.yml', 'src/liquid/data/people.yml'],
    ['_data/team/a.csv', 'src/liquid/data/team/a.csv'],
    ['_includes/note.html', 'src/liquid/includes/note.html'],
    ['images/a.png', 'public/images/a.png'],
    ['CNAME', 'public/CNAME'],
    ['assets/vendor/plain.css', 'public/assets/vendor/plain.css'],
    ['spec/plugins/sass/node_modules/a.js', 'public/spec/plugins/sass/node_modules/a.js'],
    ['vendor/other/a.js', 'public/vendor/other/a.js'],
    ['LICENSE', 'public/LICENSE'],
    ['.htaccess', 'public/.htaccess'],
    ['sub/.htaccess', 'public/sub/.htaccess'],
  ])('takes over %s', async (from, to) => {
    write(from);
    expect(await plan()).toEqual({ taken: [`${from} > ${to}`], leftOut: [] });
  });

  it.each([
    ['---\n', 'src/content/pages/a.md'],
    ['---  \r\ntitle: A\r\n---\r\n', 'src/content/pages/a.md'],
    ['\uFEFF---\n---\n', 'src/content/pages/a.md'],
    ['ab\n---\ncd', 'public/a.md'],
    ['--- x\n', 'public/a.md'],
    ['', 'public/a.md'],
  ])('takes a file that begins with %j for what it is', async (text, to) => {
    write('a.md', text);
    expect((await plan()).taken).toEqual([`a.md > ${to}`]);
  });

  it.each([
    ['_posts/notes.md', '_posts/notes.md'],
    ['_posts/.2014-01-05-a.md', '_posts/.2014-01-05-a.md'],
    ['_posts/.b/2014-01-05-a.md', '_posts/.b/'],
    ['_posts/_b/2014-01-05-a.md', '_posts/_b/2014-01-05-a.md'],
    ['_posts/2014-01-05-a.md~', '_posts/2014-01-05-a.md~'],
    ['_posts/#2014-01-05-a.md#', '_posts/#2014-01-05-a.md#'],
    ['_posts/2014-01-05-a.yml', '_posts/2014-01-05-a.yml'],
    ['_hidden/_posts/2014-01-05-a.md', '_hidden/'],
    ['.trash/_posts/2014-01-05-a.md', '.trash/'],
    ['_docs/a.md', '_docs/'],
    ['_layouts/a.html', '_layouts/'],
    ['_site/a.html', '_site/'],
    ['.git/config', '.git/'],
    ['sub/.env', 'sub/.env'],
    ['sub/.htpasswd', 'sub/.htpasswd'],
    ['sub/deep/_u.txt', 'sub/deep/_u.txt'],
    ['#auto.md#', '#auto.md#'],
    ['~old.md', '~old.md'],
    ['sub/old.txt~', 'sub/old.txt~'],
    ['Gemfile', 'Gemfile'],
    ['Gemfile.lock', 'Gemfile.lock'],
    ['node_modules/a/b.js', 'node_modules/'],
    ['vendor/bundle/a.rb', 'vendor/bundle/'],
    ['_data/.DS_Store', '_data/.DS_Store'],
  ])('leaves out %s as Jekyll does, and says so', async (file, named) => {
    write(file);
    expect(await plan()).toEqual({ taken: [], leftOut: [named] });
  });

  it('leaves out a page that is not Markdown', async () => {
    write('index.html', PAGE);
    expect(await plan()).toEqual({ taken: [], leftOut: ['index.html'] });
  });

  it('does not name the configuration, which is read', async () => {
    write('_config.yml');
    expect(await plan()).toEqual({ taken: [], leftOut: [] });
  });

  it.each([
    ['private', 'private/a.png', 'private/'],
    ['private/', 'private/a.png', 'private/'],
    ['/private', 'private/a.png', 'private/'],
    ['priv', 'private/a.png', 'private/'],
    ['priv*', 'private/a.png', 'private/'],
    ['*.psd', 'img/deep/a.psd', 'img/deep/a.psd'],
    ['img/*.psd', 'img/deep/a.psd', 'img/deep/a.psd'],
    ['i?g/[a-c]*', 'img/b.psd', 'img/b.psd'],
    ['**/todo.md', 'notes/todo.md', 'notes/todo.md'],
    ['*.private.md', '_posts/x/2014-01-05-a.private.md', '_posts/x/2014-01-05-a.private.md'],
    ['_posts/hold', '_posts/hold-on/2014-01-05-a.md', '_posts/hold-on/2014-01-05-a.md'],
    ['_drafts', '_drafts/a.md', '_drafts/a.md'],
    ['sub/', 'sub/_posts/2014-01-05-a.md', 'sub/'],
  ])('keeps back what %j excludes: %s', async (pattern, file, named) => {
    write(file);
    const expected = { taken: [], leftOut: [named] };
    expect(await plan({ exclude: [pattern] })).toEqual(expected);
    expect(await plan({ exclude: `other, ${pattern}` })).toEqual(expected);
  });

  it.each([
    ['**/todo.md', 'todo.md'],
    ['{a,b}.txt', 'a.txt'],
    ['rivate', 'private/a.png'],
    ['*.PSD', 'a.psd'],
    ['./a.txt', 'a.txt'],
    ['\\*.txt', 'a.txt'],
    ['a.txt', 'sub/a.txt'],
  ])('takes over what %j does not exclude: %s', async (pattern, file) => {
    write(file);
    expect((await plan({ exclude: [pattern, 404, null] })).leftOut).toEqual([]);
  });

  it.each([
    [['.well-known'], '.well-known/security.txt', 'public/.well-known/security.txt'],
    [['_pages'], '_pages/a.txt', 'public/_pages/a.txt'],
    [['_pages'], 'sub/_pages/a.txt', 'public/sub/_pages/a.txt'],
    [['_redirects'], '_redirects', 'public/_redirects'],
    [['_u*'], 'sub/_u.txt', 'public/sub/_u.txt'],
    [['_docs/readme.txt'], '_docs/readme.txt', 'public/_docs/readme.txt'],
    [['_b'], '_posts/_b/2014-01-05-a.md', 'src/content/posts/_b/2014-01-05-a.md'],
  ])('takes over what %j includes: %s', async (include, from, to) => {
    write(from);
    expect((await plan({ include })).taken).toEqual([`${from} > ${to}`]);
  });

  it('lets include win over exclude', async () => {
    write('vendor/a.js');
    write('secret.txt');
    const { taken } = await plan({ exclude: ['vendor', 'secret.txt'], include: ['secret.txt'] });
    expect(taken).toEqual(['secret.txt > public/secret.txt']);
  });

  it('looks where the configuration says that folders are', async () => {
    write('content/_posts/2014-01-05-a.md');
    write('content/_books/a.md');
    write('_posts/2014-01-06-b.md');
    write('facts/crew.yml');
    write('parts/n.html');
    write('docs/index.html');
    expect(
      await plan({
        collections_dir: 'content/',
        collections: { books: { output: true } },
        data_dir: './facts',
        includes_dir: 'parts',
        destination: './docs',
      }),
    ).toEqual({
      taken: [
        'content/_posts/2014-01-05-a.md > src/content/posts/2014-01-05-a.md',
        'facts/crew.yml > src/liquid/data/crew.yml',
        'parts/n.html > src/liquid/includes/n.html',
      ],
      leftOut: ['_posts/', 'content/_books/', 'docs/'],
    });
  });

  it('follows links, but not in a circle or to nowhere', async () => {
    write('img/a.png');
    symlinkSync('img', path.join(site, 'pictures'));
    symlinkSync('..', path.join(site, 'img/up'));
    symlinkSync('gone', path.join(site, 'broken'));
    expect(await plan()).toEqual({
      taken: ['img/a.png > public/img/a.png', 'pictures/a.png > public/pictures/a.png'],
      leftOut: ['broken', 'img/up', 'pictures/up'],
    });
  });
});

describe('withoutOwnPages', () => {
  const config = { url: 'https://example.org', title: 'A', author: { name: 'A' } };
  const own = async (permalink: string) => {
    const found = await planImport(site, {});
    return withoutOwnPages(found, defineSite({ ...config, permalink }, {}));
  };

  it.each([
    ['tags.md', '/tags/'],
    ['pages/cats.md', '/categories/'],
    ['old.md', '/archives/index.html'],
    ['archives.md', undefined],
    ['search.md', undefined],
    ['404.md', '/404.html'],
    ['index.md', undefined],
    ['page.md', '/page/2/'],
    ['tags/index.md', undefined],
    ['tag.md', '/tags/deep-sea/'],
  ])('leaves out %s at %s', async (file, permalink) => {
    write(file, permalink ? `---\npermalink: ${permalink}\n---\n` : PAGE);
    write('_posts/2014-01-05-a.md', '---\ntags: [Deep Sea]\n---\n');
    const { pages, leftOut } = await own('/:title/');
    expect(pages).toEqual([]);
    expect(leftOut).toMatchObject([{ file }]);
  });

  it.each([
    ['tags.md', 'date'],
    ['404.md', '/:title/'],
    ['tags/none.md', '/:title/'],
    ['docs/index.md', '/:title/'],
    ['about.md', '/:title/'],
  ])('takes over %s where permalinks are %s', async (file, permalink) => {
    write(file, PAGE);
    expect((await own(permalink)).pages).toMatchObject([{ from: file }]);
  });

  it.each(['robots.txt', 'index.html', 'tags/index.html', 'rss.xml', 'sitemap.xml'])(
    'leaves out the file %s',
    async (file) => {
      write(file);
      expect((await own('date')).others).toEqual([]);
    },
  );
});

describe('sourceFolder', () => {
  it('is the root of a Jekyll site', () => {
    expect(sourceFolder(site, undefined)).toBe(site);
  });

  it('is source/ of an Octopress site, whether its config says so or not', () => {
    write('source/_posts/2014-01-05-a.md');
    expect(sourceFolder(site, undefined)).toBe(path.join(site, 'source'));
    expect(sourceFolder(site, 'source')).toBe(path.join(site, 'source'));
  });

  it('is the root where the config names a folder that is not there', () => {
    expect(sourceFolder(site, 'source')).toBe(site);
  });
});
