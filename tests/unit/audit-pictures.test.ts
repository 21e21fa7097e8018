import { describe, expect, it } from 'vitest';
import { createReferences, leftoverAssets } from '../../src/audit/pictures.ts';
import { readSources } from '../../src/audit/sources.ts';
import { folderWith, post, readProject, site, type Files } from './audit-fixture.ts';

const ASSETS = [
  'public/images/a.png',
  'public/images/my tree (1).png',
  'public/deep/images/a.png',
  'src/content/posts/pictures/b.png',
  'public/files/c.pdf',
].map((file) => ({ file }));

describe('references to files', () => {
  const references = createReferences(ASSETS, { url: 'https://example.org', base: '/blog' });
  it.each([
    ['image: /images/a.png', ['public/images/a.png']],
    ['image: {path: images/a.png, alt: x}', ['public/images/a.png']],
    ['![x](/blog/images/a.png "t")', ['public/images/a.png']],
    ['![x](https://example.org/blog/images/a.png)', ['public/images/a.png']],
    ['![x](./pictures/b.png)', ['src/content/posts/pictures/b.png']],
    ['[x]: pictures/b.png', ['src/content/posts/pictures/b.png']],
    ["import b from './pictures/b.png';", ['src/content/posts/pictures/b.png']],
    ['<img src="/images/a.png?v=2">', ['public/images/a.png']],
    ['<img srcset="/images/a.png 2x, /x.png">', ['public/images/a.png']],
    ['{% img left /images/a.png 300 %}', ['public/images/a.png']],
    ['{{ site.baseurl }}/images/a.png', ['public/images/a.png']],
    ['![x](<{{ p }}images/A.PNG>)', ['public/images/a.png']],
    ['{% asset b.png %}', ['src/content/posts/pictures/b.png']],
    ['{% asset a.png %}', ['public/images/a.png', 'public/deep/images/a.png']],
    ['![x](/images/my%20tree%20(1).png)', ['public/images/my tree (1).png']],
    ['[the paper](/files/c.pdf#page=2)', ['public/files/c.pdf']],
    ['a.pngs and a.png.zip', []],
    ['images/a', []],
  ])('%s', (text, expected) => {
    expect(references.in(post('x.md'), text).map(({ file }) => file)).toEqual(expected);
  });
});

describe('withheld files', () => {
  const draft = (text: string) => `---\ntitle: X\ndraft: true\n---\n${text}`;
  const published = (text: string) => `---\ntitle: Y\n---\n${text}`;
  const PICTURES: Files = { 'public/a.png': 'a', 'public/b.png': 'b', [post('c.png')]: 'c' };

  it.each<[string, Files, string[]]>([
    ['nothing refers to', {}, []],
    [
      'only a draft refers to',
      { [post('2026-01-01-x.md')]: draft('![](/a.png) ![](c.png)') },
      ['public/a.png', post('c.png')],
    ],
    ['a hidden file refers to', { [post('_x.md')]: '![](/a.png)' }, ['public/a.png']],
    [
      'a scheduled post refers to',
      { [post('2040-01-01-x.md')]: published('![](/a.png)') },
      ['public/a.png'],
    ],
    [
      'a published post refers to as well',
      {
        [post('2026-01-01-x.md')]: draft('![](/a.png)'),
        [post('2026-01-01-y.md')]: published('<img src="/a.png">'),
      },
      [],
    ],
    [
      'an unlisted post refers to as well',
      {
        [post('2026-01-01-x.md')]: draft('![](/a.png)'),
        [post('2026-01-01-y.md')]: '---\nunlisted: true\nimage: /a.png\n---\n',
      },
      [],
    ],
    [
      'a page refers to as well',
      {
        [post('2026-01-01-x.md')]: draft('![](/a.png)'),
        'src/content/pages/y.md': published('![](/a.png)'),
      },
      [],
    ],
    [
      'a style sheet refers to as well',
      {
        [post('2026-01-01-x.md')]: draft('![](/a.png)'),
        'public/y.css': 'p{background:url(a.png)}',
      },
      [],
    ],
    [
      'a comment of a published post refers to as well',
      {
        [post('2026-01-01-x.md')]: draft('![](/a.png)'),
        [post('2026-01-01-y.md')]: published('<!-- ![](/a.png) -->'),
      },
      ['public/a.png'],
    ],
  ])('a file that %s', async (_what, files, expected) => {
    const { withheld } = await readProject(
      folderWith({ [post('2026-01-01-z.md')]: '', ...PICTURES, ...files }),
    );
    expect(withheld.map(({ file }) => file)).toEqual(expected);
  });
});

it('what editors and systems leave is never published', () => {
  const root = folderWith({
    [post('2026-01-01-z.md')]: '',
    ...Object.fromEntries(
      [
        '.DS_Store',
        '._tea.png',
        'a.html~',
        '#a.html#',
        '.a.html.swp',
        'Thumbs.db',
        'x/desktop.ini',
      ].map((name) => [`public/${name}`, 'x']),
    ),
    'public/.well-known/x': '',
    'public/.nojekyll': '',
    'public/_headers': '',
    'public/a~b.html': '',
  });
  const left = leftoverAssets(readSources(root, site, 0)).map(({ output }) => output);
  expect(left).toHaveLength(7);
  expect(left.filter((file) => /well|nojekyll|headers|a~b/.test(file ?? ''))).toEqual([]);
});
