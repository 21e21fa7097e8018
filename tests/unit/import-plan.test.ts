import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planImport, sourceFolder } from '../../src/cli/import/plan.ts';

let site: string;

beforeEach(() => {
  site = mkdtempSync(path.join(tmpdir(), 'galley-import-'));
});
afterEach(() => rmSync(site, { recursive: true }));

function write(file: string, text = 'text'): void {
  mkdirSync(path.dirname(path.join(site, file)), { recursive: true });
  writeFileSync(path.join(site, file), text);
}

describe('planImport', () => {
  it.each([
    ['_posts/2014-01-05-a.md', 'src/content/posts/2014-01-05-a.md'],
    ['_posts/2014/2014-01-05-a.md', 'src/content/posts/2014/2014-01-05-a.md'],
    ['news/_posts/2014-01-05-a.md', 'src/content/posts/news/_posts/2014-01-05-a.md'],
    ['_drafts/idea.md', 'src/content/posts/_drafts/idea.md'],
  ])('a post: %s', async (from, to) => {
    write(from);
    expect((await planImport(site, [])).posts).toEqual([{ from, to }]);
  });

  it.each([
    ['_data/people.yml', 'src/liquid/data/people.yml', 'text'],
    ['_includes/note.html', 'src/liquid/includes/note.html', 'text'],
    ['about.md', 'src/content/pages/about.md', '---\ntitle: About\n---\n'],
    ['images/a.png', 'public/images/a.png', 'text'],
    ['CNAME', 'public/CNAME', 'text'],
    ['assets/plain.css', 'public/assets/plain.css', 'a {}'],
  ])('another file: %s', async (from, to, text) => {
    write(from, text);
    expect((await planImport(site, [])).others).toEqual([{ from, to }]);
  });

  it.each([
    ['_posts/notes.md', 'text'],
    ['_posts/.2014-01-05-a.md', 'text'],
    ['_posts/2014-01-05-a.md~', 'text'],
    ['_posts/2014-01-05-a.yml', 'text'],
    ['_docs/a.md', 'text'],
    ['index.html', '---\n---\n'],
    ['feed.xml', '---\n---\n'],
    ['robots.txt', 'text'],
  ])('says that it leaves out %s', async (file, text) => {
    write(file, text);
    const plan = await planImport(site, []);
    expect([...plan.posts, ...plan.others]).toEqual([]);
    expect(plan.leftOut).toMatchObject([{ file }]);
  });

  it.each([
    '_config.yml',
    'Gemfile.lock',
    'README.md',
    '.git/config',
    '_site/a.html',
    '_layouts/a.html',
  ])('passes over %s, which is about the project', async (file) => {
    write(file);
    expect(await planImport(site, [])).toEqual({ posts: [], others: [], leftOut: [] });
  });

  it.each(['private', 'private/', '/private', 'priv*'])(
    'passes over what %j excludes',
    async (one) => {
      write('private/a.png');
      expect((await planImport(site, [one])).others).toEqual([]);
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
