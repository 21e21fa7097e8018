import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JekyllConfig } from '../../../src/cli/import/values.ts';
import { permalinkOfSite } from '../../../src/cli/import/jekyll-config.ts';
import { withoutOwnPages } from '../../../src/cli/import/own-pages.ts';
import { pageDefaults } from '../../../src/cli/import/page-addresses.ts';
import { copiesOf, planImport, sourceFolder } from '../../../src/cli/import/plan.ts';
import { defineSite } from '../../../src/site/define.ts';
import type { Site } from '../../../src/site/schema.ts';
import { readPage } from '../../../src/source/read-page.ts';

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
function plan(config: JekyllConfig = {}, plugins: string[] = []) {
  const found = planImport(site, config, plugins);
  return {
    taken: copiesOf(found).map(({ from, to }) => `${from} > ${to}`),
    rest: found.rest.map(({ name }) => name),
  };
}

const left = (name: string, note: unknown = expect.any(String)) => ({ name, is: 'left', note });

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
  ])('takes over %s', (from, to) => {
    write(from);
    expect(plan()).toEqual({ taken: [`${from} > ${to}`], rest: [] });
  });

  it.each([
    ['---\n', 'src/content/pages/a.md'],
    ['---  \r\ntitle: A\r\n---\r\n', 'src/content/pages/a.md'],
    ['\uFEFF---\n---\n', 'src/content/pages/a.md'],
    ['ab\n---\ncd', 'public/a.md'],
    ['--- x\n', 'public/a.md'],
    ['', 'public/a.md'],
  ])('takes a file that begins with %j for what it is', (text, to) => {
    write('a.md', text);
    expect(plan().taken).toEqual([`a.md > ${to}`]);
  });

  it.each([
    ['_posts/notes.md', '_posts/notes.md'],
    ['_posts/.2014-01-05-a.md', '_posts/.2014-01-05-a.md'],
    ['_posts/.b/2014-01-05-a.md', '_posts/.b/'],
    ['_posts/_b/2014-01-05-a.md', '_posts/_b/2014-01-05-a.md'],
    ['_posts/2014-01-05-a.md~', '_posts/2014-01-05-a.md~'],
    ['_posts/#2014-01-05-a.md#', '_posts/#2014-01-05-a.md#'],
    ['_posts/2014-01-05-a.yml', '_posts/2014-01-05-a.yml'],
    ['_hidden/_posts/2014-01-05-a.md', '_hidden/_posts/2014-01-05-a.md'],
    ['.trash/_posts/2014-01-05-a.md', '.trash/'],
    ['_docs/a.md', '_docs/a.md'],
    ['_layouts/a.html', '_layouts/a.html'],
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
  ])('leaves out %s as Jekyll does, and says so', (file, named) => {
    write(file);
    expect(plan()).toEqual({ taken: [], rest: [named] });
  });

  it.each([
    ['contact.html', PAGE],
    ['docs/index.html', `${PAGE}<p>Text {{ site.title }}</p>`],
  ])('takes over %s as a page', (file, text) => {
    write(file, text);
    expect(plan().taken).toEqual([`${file} > src/content/pages/${file}`]);
  });

  it.each([
    ['blog/index.html', `${PAGE}{% for post in paginator.posts %}{% endfor %}`, 'made'],
    ['main.scss', PAGE, 'made'],
    ['slides.html', `${PAGE}<!DOCTYPE html><html>{{ site.title }}</html>`, 'left'],
    ['search.json', `${PAGE}{{ site.posts | jsonify }}`, 'left'],
    ['app.js', '---\npermalink: /b.js\n---\na();', 'left'],
    ['hidden.txt', '---\npublished: false\n---\nSecret.', 'left'],
  ])('does not take %s for a page that one reads', (name, text, is) => {
    write(name, text);
    const { rest } = planImport(site, {});
    expect(rest).toEqual([{ name, is, note: expect.any(String) }]);
  });

  it.each(['slides.html', 'main.css', 'humans.txt', 'old.htm', 'noending'])(
    'takes the front matter off %s as Jekyll does, where that is all there is to do',
    (name) => {
      const body = name.endsWith('.html') ? '<!DOCTYPE html><html></html>' : 'Text.';
      write(name, PAGE + body);
      expect(planImport(site, {}).others).toEqual([
        { from: name, to: `public/${name}`, text: body },
      ]);
    },
  );

  it('makes pages of Markdown without front matter where a plugin did', () => {
    const files = ['a.md', 'docs/b.md', 'docs/README.md', 'LICENSE.md', 'CONTRIBUTING.md'];
    for (const file of files) write(file);
    const pages = (config: JekyllConfig, ...plugins: string[]) =>
      planImport(site, config, plugins).pages.map(({ from }) => from);
    const optional = 'jekyll-optional-front-matter';
    expect(pages({})).toEqual([]);
    expect(pages({}, optional)).toEqual(['a.md', 'docs/b.md']);
    expect(pages({ optional_front_matter: { enabled: false } }, optional)).toEqual([]);
    expect(pages({ include: ['LICENSE.md'] }, optional)).toEqual([
      'LICENSE.md',
      'a.md',
      'docs/b.md',
    ]);
    expect(pages({}, 'jekyll-readme-index')).toEqual(['docs/README.md']);
  });

  it('puts pages where no name hides them', () => {
    write('_pages/about.md', PAGE);
    write('pages/about.md', PAGE);
    expect(plan({ include: ['_pages'] }).taken).toEqual([
      '_pages/about.md > src/content/pages/pages/about.md',
      'pages/about.md > src/content/pages/pages/about-2.md',
    ]);
  });

  it('says of a plugin in Ruby what can be done', () => {
    write('_plugins/tag.rb');
    expect(planImport(site, {}).rest).toEqual([
      left('_plugins/tag.rb', expect.stringContaining('src/liquid/tags/')),
    ]);
  });

  it('names what lies beside the source, but not in folders of programs', () => {
    write('source/_posts/2014-01-05-a.md');
    write('Rakefile');
    write('sass/screen.scss');
    write('public/index.html');
    write('.git/config');
    write('node_modules/a/b.js');
    expect(plan({ source: 'source', destination: 'public' })).toEqual({
      taken: ['_posts/2014-01-05-a.md > src/content/posts/2014-01-05-a.md'],
      rest: ['../.git/', '../Rakefile', '../node_modules/', '../public/', '../sass/screen.scss'],
    });
  });

  it.each([
    ['private', 'private/a.png', 'private/a.png'],
    ['private/', 'private/a.png', 'private/a.png'],
    ['/private', 'private/a.png', 'private/a.png'],
    ['priv', 'private/a.png', 'private/a.png'],
    ['priv*', 'private/a.png', 'private/a.png'],
    ['*.psd', 'img/deep/a.psd', 'img/deep/a.psd'],
    ['img/*.psd', 'img/deep/a.psd', 'img/deep/a.psd'],
    ['i?g/[a-c]*', 'img/b.psd', 'img/b.psd'],
    ['**/todo.md', 'notes/todo.md', 'notes/todo.md'],
    ['*.private.md', '_posts/x/2014-01-05-a.private.md', '_posts/x/2014-01-05-a.private.md'],
    ['_posts/hold', '_posts/hold-on/2014-01-05-a.md', '_posts/hold-on/2014-01-05-a.md'],
    ['_drafts', '_drafts/a.md', '_drafts/a.md'],
    ['sub/', 'sub/_posts/2014-01-05-a.md', 'sub/_posts/2014-01-05-a.md'],
  ])('keeps back what %j excludes: %s', (pattern, file, named) => {
    write(file);
    const expected = { taken: [], rest: [named] };
    expect(plan({ exclude: [pattern] })).toEqual(expected);
    expect(plan({ exclude: `other, ${pattern}` })).toEqual(expected);
  });

  it.each([
    ['**/todo.md', 'todo.md'],
    ['{a,b}.txt', 'a.txt'],
    ['rivate', 'private/a.png'],
    ['*.PSD', 'a.psd'],
    ['./a.txt', 'a.txt'],
    ['\\*.txt', 'a.txt'],
    ['a.txt', 'sub/a.txt'],
  ])('takes over what %j does not exclude: %s', (pattern, file) => {
    write(file);
    expect(plan({ exclude: [pattern, 404, null] }).rest).toEqual([]);
  });

  it.each([
    [['.well-known'], '.well-known/security.txt', 'public/.well-known/security.txt'],
    [['_pages'], '_pages/a.txt', 'public/_pages/a.txt'],
    [['_pages'], 'sub/_pages/a.txt', 'public/sub/_pages/a.txt'],
    [['_redirects'], '_redirects', 'public/_redirects'],
    [['_u*'], 'sub/_u.txt', 'public/sub/_u.txt'],
    [['_docs/readme.txt'], '_docs/readme.txt', 'public/_docs/readme.txt'],
    [['_b'], '_posts/_b/2014-01-05-a.md', 'src/content/posts/_b/2014-01-05-a.md'],
  ])('takes over what %j includes: %s', (include, from, to) => {
    write(from);
    expect(plan({ include }).taken).toEqual([`${from} > ${to}`]);
  });

  it('lets include win over exclude', () => {
    write('vendor/a.js');
    write('secret.txt');
    const { taken } = plan({ exclude: ['vendor', 'secret.txt'], include: ['secret.txt'] });
    expect(taken).toEqual(['secret.txt > public/secret.txt']);
  });

  it('looks where the configuration says that folders are', () => {
    write('content/_posts/2014-01-05-a.md');
    write('content/_books/a.md', PAGE);
    write('_posts/2014-01-06-b.md');
    write('facts/crew.yml');
    write('parts/n.html');
    write('docs/index.html');
    expect(
      plan({
        collections_dir: 'content/',
        collections: { books: { output: true } },
        data_dir: './facts',
        includes_dir: 'parts',
        destination: './docs',
      }),
    ).toEqual({
      taken: [
        'content/_posts/2014-01-05-a.md > src/content/posts/2014-01-05-a.md',
        'content/_books/a.md > src/content/pages/_books/a.md',
        'facts/crew.yml > src/liquid/data/crew.yml',
        'facts/crew.yml > public/facts/crew.yml',
        'parts/n.html > src/liquid/includes/n.html',
        'parts/n.html > public/parts/n.html',
      ],
      rest: ['_posts/2014-01-06-b.md', 'docs/'],
    });
  });

  it('takes over the documents of collections, and their files where they have pages', () => {
    for (const folder of ['_books', '_notes']) {
      write(`${folder}/part/a.md`, PAGE);
      write(`${folder}/b.html`, PAGE);
      write(`${folder}/part/c.png`);
      write(`${folder}/_hidden.md`, PAGE);
      write(`${folder}/d.css`, PAGE);
    }
    write('_others/a.md', PAGE);
    expect(plan({ collections: { books: { output: true }, notes: {} } })).toEqual({
      taken: [
        '_books/b.html > src/content/pages/_books/b.html',
        '_books/part/a.md > src/content/pages/_books/part/a.md',
        '_notes/b.html > src/content/pages/_notes/b.html',
        '_notes/part/a.md > src/content/pages/_notes/part/a.md',
        '_books/part/c.png > public/books/part/c.png',
      ],
      rest: [
        '_books/_hidden.md',
        '_notes/_hidden.md',
        '_others/a.md',
        '_books/d.css',
        '_notes/d.css',
        '_notes/part/c.png',
      ],
    });
  });

  it('follows links, but not in a circle or to nowhere', () => {
    write('img/a.png');
    symlinkSync('img', path.join(site, 'pictures'));
    symlinkSync('..', path.join(site, 'img/up'));
    symlinkSync('gone', path.join(site, 'broken'));
    symlinkSync('itself', path.join(site, 'itself'));
    expect(plan()).toEqual({
      taken: ['img/a.png > public/img/a.png', 'pictures/a.png > public/pictures/a.png'],
      rest: ['broken', 'img/up', 'itself', 'pictures/up'],
    });
  });
});

describe('what cannot be copied', () => {
  it('is a link that leads out of the site', () => {
    write('img/a.png');
    symlinkSync(path.resolve('src'), path.join(site, 'img/out'));
    const { strays, others } = planImport(site, {});
    expect(strays).toEqual(['img/out']);
    expect(others.map(({ from }) => from)).toEqual(['img/a.png']);
  });

  it('is neither a file nor a folder', async () => {
    const server = createServer().listen(path.join(site, 'socket'));
    await once(server, 'listening');
    const { rest } = planImport(site, {});
    server.close();
    expect(rest).toEqual([left('socket', 'neither a file nor a folder')]);
  });
});

describe('withoutOwnPages', () => {
  const config = { url: 'https://example.org', title: 'A', author: { name: 'A' } };
  const own = (permalink: string) => {
    const found = planImport(site, {});
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
  ])('leaves out %s at %s', (file, permalink) => {
    write(file, permalink ? `---\npermalink: ${permalink}\n---\n` : PAGE);
    write('_posts/2014-01-05-a.md', '---\ntags: [Deep Sea]\n---\n');
    const { pages, rest } = own('/:title/');
    expect(pages).toEqual([]);
    expect(rest).toMatchObject([{ name: file, is: 'made' }]);
  });

  it.each([
    ['tags.md', 'date'],
    ['404.md', '/:title/'],
    ['tags/none.md', '/:title/'],
    ['docs/index.md', '/:title/'],
    ['about.md', '/:title/'],
  ])('takes over %s where permalinks are %s', (file, permalink) => {
    write(file, PAGE);
    expect(own(permalink).pages).toMatchObject([{ from: file }]);
  });

  it.each(['robots.txt', 'index.html', 'tags/index.html', 'rss.xml', 'sitemap.xml'])(
    'leaves out the file %s',
    (file) => {
      write(file);
      expect(own('date').others).toEqual([]);
    },
  );
});

describe('pageDefaults', () => {
  const config = { url: 'https://example.org', title: 'A', author: { name: 'A' } };
  /** Addresses of all pages after an import. */
  const addresses = (
    jekyll: JekyllConfig,
    { permalink = 'pretty', plugins = [] }: { permalink?: string; plugins?: string[] } = {},
  ) => {
    const found = planImport(site, jekyll, plugins);
    const defaults = jekyll['defaults'] as Site['defaults'];
    const before = defineSite({ ...config, permalink, defaults }, {});
    const old = { jekyll, plugins, permalink: permalinkOfSite(jekyll) };
    const now = defineSite(
      { ...config, permalink, defaults: pageDefaults(found, before, old) },
      {},
    );
    const options = { site: now, now: 0, drafts: false };
    return found.pages.map(({ from, to }) => {
      const bytes = readFileSync(path.join(site, from));
      const { page } = readPage(to.slice('src/content/pages/'.length), bytes, options);
      return [from, page?.data.url];
    });
  };

  it('keeps the addresses of pages in folders that would hide them', () => {
    write('_pages/a.md', PAGE);
    write('_pages/b.md', '---\npermalink: /b/\n---\n');
    expect(addresses({ include: ['_pages'], permalink: 'pretty' })).toEqual([
      ['_pages/a.md', '/_pages/a/'],
      ['_pages/b.md', '/b/'],
    ]);
  });

  it('keeps what defaults say of a folder that has another name here', () => {
    write('_pages/a.md', PAGE);
    write('_pages/b.md', '---\npublished: true\n---\n');
    const values = { published: false, permalink: '/help/:basename/' };
    const defaults = [{ scope: { path: '_pages', type: 'pages' }, values }];
    expect(addresses({ include: ['_pages'], defaults })).toEqual([
      ['_pages/a.md', undefined],
      ['_pages/b.md', '/help/b/'],
    ]);
  });

  it('keeps the ending of pages where posts have another', () => {
    write('a.md', PAGE);
    write('docs/index.html', PAGE);
    expect(addresses({ permalink: 'date' }, { permalink: '/blog/:title/' })).toEqual([
      ['a.md', '/a.html'],
      ['docs/index.html', '/docs/'],
    ]);
  });

  it('makes a README the index of its folder', () => {
    write('docs/README.md', 'Text.');
    write('more/README.md', 'Text.');
    write('more/index.md', PAGE);
    const plugins = ['jekyll-readme-index'];
    expect(addresses({ permalink: 'pretty' }, { plugins })).toEqual([
      ['docs/README.md', '/docs/'],
      ['more/README.md', '/more/README/'],
      ['more/index.md', '/more/'],
    ]);
  });
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

  it.each(['..', '/', '../other'])('cannot be %s, which is outside of the site', (folder) => {
    expect(() => sourceFolder(site, folder)).toThrow('expected a folder of the site');
  });

  it('is the root where the config names a folder that is not there', () => {
    expect(sourceFolder(site, 'source')).toBe(site);
  });
});
