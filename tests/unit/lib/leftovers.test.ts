import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isLeftover } from '../../../src/lib/leftovers.ts';
import { publicProblems } from '../../../src/check/public-folder.ts';
import { folderWith, site, type Files } from '../audit/audit-fixture.ts';

describe('what programs leave', () => {
  it.each([
    'page.html~',
    'page.html.bak',
    'page.HTML.Orig',
    'a/report.old',
    'report.tmp',
    'report.save',
    'film.mp4.part',
    'film.mp4.crdownload',
    '.~lock.Offer to Jane.odt#',
    '~$offer.docx',
    '#page.html#',
    '.#page.html',
    '.page.html.swp',
    '.page.html.kate-swp',
    '.IMG_1.heic.icloud',
    'page.sync-conflict-20260101-120000-ABCDEFG.html',
    "page (Jane's conflicted copy 2026-01-01).html",
    '.DS_Store',
    '._tree.png',
    'a/Thumbs.db',
    'desktop.ini',
    '@eaDir/tree.jpg/SYNOFILE_THUMB_M.jpg',
    'a/__MACOSX/._tree.jpg',
    '.git/config',
    'a/.svn/entries',
    '.hg/store/data',
    'CVS/Entries',
    '.gitignore',
    '.idea/workspace.xml',
    '.vscode/settings.json',
    '.obsidian/app.json',
    '.env',
    '.env.local',
    '.Trash-1000/files/a.png',
    '.stfolder/x',
    '.nfs000000001',
  ])('%s', (file) => {
    expect(isLeftover(file)).toBe(true);
  });

  it.each([
    '.well-known/security.txt',
    '.nojekyll',
    '.htaccess',
    '_headers',
    '_redirects',
    'a~b.html',
    '~jane/index.html',
    'bold.html',
    'old/index.html',
    'part-1.html',
    'git/index.html',
    'environment.html',
    'tmp/a.png',
    '#1.png',
    'CNAME',
  ])('but not %s', (file) => {
    expect(isLeftover(file)).toBe(false);
  });
});

describe('what must not be in public/', () => {
  const problems = (files: Files) => publicProblems(folderWith(files), site);

  it.each([
    ['_drafts/a.md', 'public/_drafts/'],
    ['drafts/a.png', 'public/drafts/'],
    ['x/Drafts/y/a.txt', 'public/x/Drafts/'],
    ['my drafts/a.pdf', 'public/my drafts/'],
    ['x/darfts/a.png', 'public/x/darfts/'],
  ])('%s', (file, folder) => {
    expect(problems({ [`public/${file}`]: 'x' })).toMatchObject([{ file: folder }]);
  });

  it.each([
    ['a.md', '---\ntitle: x\npublished: false\n---\n', 3, 'published'],
    ['a/b.html', '---\ndraft: yes\n---\n<p>', 2, 'draft'],
    ['b.txt', '---\r\npublished: "no"\r\n---\r\n', 2, 'published'],
    ['c.mdx', '\uFEFF---\npublished:\n---\n', 2, 'published'],
    ['d.markdown', '---\npubished: false\n---\n', 2, 'pubished'],
  ])('%s that says %j', (file, text, line, field) => {
    expect(problems({ [`public/${file}`]: text })).toMatchObject([
      { file: `public/${file}`, line, field },
    ]);
  });

  it.each([
    ['a.md', '+++\ntitle = "x"\ndraft = true\n+++\nText\n', 1],
    ['a.markdown', '{"title": "x", "draft": true}\n\nText\n', 1],
    ['a.mdx', 'title: x\npublished: no\n---\nText\n', 1],
    ['a/b.MD', '\n---\nunlisted: true\n---\nText\n', 2],
    ['c.md', '---\ntitle: "x\npublished: false\n---\n', 2],
  ])('%s that means %j', (file, text, line) => {
    expect(problems({ [`public/${file}`]: text })).toMatchObject([
      { file: `public/${file}`, line, hint: expect.stringContaining('take it out of public/') },
    ]);
  });

  it('nothing else', () => {
    const files = {
      'public/a.md': '---\npublished: true\n---\n',
      'public/b.html': 'published: false',
      'public/c.txt': '---\n---\npublished: false',
      'public/_headers': '/* X: y',
      'public/notes/drafts.html': '',
      'public/crafts/a.png': '',
      'public/.git/drafts/a.md': '',
      'public/d.md~': '---\npublished: false\n---\n',
      'public/e.md': '---\ntitle: [\n---\n',
      'public/f.md': '+++\ntitle = "x"\n+++\nText\n',
      'public/g.md': 'Write `published: false` to hide a post.\n',
    };
    expect(problems(files)).toEqual([]);
    expect(publicProblems(folderWith({ 'src/a.ts': '' }), site)).toEqual([]);
  });

  it('links that lead nowhere or in a circle', () => {
    const root = folderWith({ 'public/a/b/c.png': '', 'elsewhere/d.png': '' });
    const link = (target: string, name: string) =>
      symlinkSync(target, path.join(root, 'public', name));
    mkdirSync(path.join(root, 'public/ok'));
    link('../elsewhere', 'pictures');
    link('a/b/c.png', 'c.png');
    expect(publicProblems(root, site)).toEqual([]);
    link('nowhere.png', 'lost.png');
    link('jane@host.123', 'a/.#page.html');
    link('..', 'a/b/up');
    link('self', 'self');
    expect(publicProblems(root, site)).toMatchObject([
      { file: 'public/a/.#page.html', hint: expect.stringContaining('editor') },
      { file: 'public/a/b/up', message: expect.stringContaining('never end') },
      { file: 'public/lost.png', message: expect.stringContaining('nowhere.png') },
      { file: 'public/self' },
    ]);
  });
});
