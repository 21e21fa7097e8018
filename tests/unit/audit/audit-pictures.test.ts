import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMentions } from '../../../src/audit/mentions.ts';
import { leftoverAssets } from '../../../src/audit/hidden-pictures.ts';
import { readSources } from '../../../src/audit/sources.ts';
import { folderWith, post, readProject, site, withheldOf, type Files } from './audit-fixture.ts';

const ASSETS = [
  'public/images/a.png',
  'public/images/my tree (1).png',
  'public/deep/images/a.png',
  'src/content/posts/pictures/b.png',
  'public/files/c.pdf',
].map((file) => ({ file }));

describe('references to files', () => {
  const mentions = createMentions(ASSETS, { url: 'https://example.org', base: '/blog' });
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
    expect(mentions.in({ file: post('x.md') }, text).map(({ file }) => file)).toEqual(expected);
  });
});

describe('files that unpublished sources name', () => {
  const DRAFT = post('2026-01-01-x.md');
  const draft = (text: string, front = '') => ({
    [DRAFT]: `---\ndraft: true\n${front}---\n${text}`,
  });
  const named = async (files: Files): Promise<string[]> => {
    const { named } = await readProject(folderWith({ [post('2026-01-01-z.md')]: '', ...files }));
    return [...named.keys()].map(({ file }) => file).toSorted();
  };

  it.each<[text: string, file: string]>([
    ['![](/img/a.jpg?1.2)', 'img/a.jpg'],
    ['![](/img/a.jpg?ver.2#x.y)', 'img/a.jpg'],
    ['<svg><use href="/img/a.svg#icon.a"/></svg>', 'img/a.svg'],
    [String.raw`![](/img/a\_plan.png)`, 'img/a_plan.png'],
    [String.raw`![](/img/a%20\(1\).png)`, 'img/a (1).png'],
    ['![](</img/a (1).png>)', 'img/a (1).png'],
    ['<img src="/img/a&#95;x.png">', 'img/a_x.png'],
    ['<img src=/img/a&#38;x.png>', 'img/a&x.png'],
    ['<img src="&#x2F;img&#x2F;a&#46;png">', 'img/a.png'],
    ['<img src="/img/a&lowbar;x.png">', 'img/a_x.png'],
    ['{% assign n = "plan" %}![](/img/{{ n }}.png)', 'img/plan.png'],
    ['{% for i in (1..3) %}![](/img/page-{{ i }}.png){% endfor %}', 'img/page-2.png'],
    ['{% if site.nothing %}![](/img/page-{{ i }}.png){% endif %}', 'img/page-7.png'],
    ['![](/img/{{ n }.png) {% nosuch %} ![](/img/{{ n }}.png)', 'img/x.png'],
    ['{{ "/img/" | append: "a" | append: ".png" }}', 'img/a.png'],
    ['<iframe src="/w/demo/"></iframe>', 'w/demo/index.html'],
    ['[x](/w/demo)', 'w/demo/index.html'],
    ['[x](/w/page)', 'w/page.html'],
    ['[x](page)', 'posts/x/page.html'],
    ['![](HTTPS://EXAMPLE.ORG/img/a.png)', 'img/a.png'],
    ['![](//example.org/img/a.png)', 'img/a.png'],
    ['<div style="background:url(/img/a\\5f x.png)"></div>', 'img/a_x.png'],
    ['<video poster="/img/a.png"></video>', 'img/a.png'],
    ['<source srcset="/img/b,c.png 2x">', 'img/b,c.png'],
    ['[![][a]](/)\n\n[a]: /img/a.png', 'img/a.png'],
    ['See `/img/a.png`.', 'img/a.png'],
    ['<!-- /img/a.png -->', 'img/a.png'],
    ['![](@/img/a.png)', 'img/a.png'],
    ['![](/home/jane/blog/public/img/a.png)', 'img/a.png'],
    [String.raw`![](C:\blog\public\img\a.png)`, 'img/a.png'],
    ['image::/img/a.png[A tree]', 'img/a.png'],
    ['image::a.png[A tree]', 'img/a.png'],
    ['![[a.png|300]]', 'img/a.png'],
    ['{{< figure src="/img/a.png" >}}', 'img/a.png'],
    ['<link rel=preload as=image imagesrcset="/img/a.png 2x">', 'img/a.png'],
    ['<iframe srcdoc="<img src=/img/a.png>"></iframe>', 'img/a.png'],
  ])('%s', async (text, file) => {
    expect(await named({ ...draft(text), [`public/${file}`]: 'x' })).toEqual([`public/${file}`]);
  });

  it.each<[front: string, file: string]>([
    [String.raw`image: "/img/a\x5fb.png"`, 'img/a_b.png'],
    [String.raw`image: "/img/\u0061.png"`, 'img/a.png'],
    ['gallery: [{file: /img/a.png}]', 'img/a.png'],
    ['image: >-\n  /img/my\n  tree.png', 'img/my tree.png'],
    ['og: {url: "https://example.org/w/page"}', 'w/page.html'],
  ])('in front matter: %s', async (front, file) => {
    expect(await named({ ...draft('', `${front}\n`), [`public/${file}`]: 'x' })).toEqual([
      `public/${file}`,
    ]);
  });

  it('and what these name in turn', async () => {
    const files = {
      ...draft('<iframe src="/w/page.html"></iframe>'),
      'public/w/page.html': '<link rel=stylesheet href=a/b.css><script src=app.js></script>',
      'public/w/a/b.css': '@import "c.css";',
      'public/w/a/c.css': 'p { background: url(../d.png) }',
      'public/w/app.js': 'fetch("data.json")',
      'public/w/data.json': '["e.png"]',
      'public/w/d.png': '',
      'public/w/e.png': '',
      'public/w/other.png': '',
    };
    expect(await named(files)).toEqual(
      Object.keys(files)
        .filter((file) => /public/.test(file) && !/other/.test(file))
        .toSorted(),
    );
  });

  it('everything in a hidden folder, also where nothing names it', async () => {
    const files = {
      [post('_drafts/trip/IMG_1.png')]: '',
      [post('drafts/outline.yml')]: 'a: /img/b.png',
      [post('.old/Chart.astro')]: '',
      [post('pictures/c.png')]: '',
      'public/img/b.png': '',
    };
    expect(await named(files)).toEqual([
      'public/img/b.png',
      post('.old/Chart.astro'),
      post('_drafts/trip/IMG_1.png'),
      post('drafts/outline.yml'),
    ]);
  });

  it('below linked folders', async () => {
    const root = folderWith({
      ...draft('![](/a/1.png) ![](/b/deep/2.png) ![](/c.png) ![](/a/inner/3.png)'),
      [post('2026-01-01-z.md')]: '',
      'elsewhere/1.png': '',
      'elsewhere/other.png': '',
      'vault/deep/2.png': '',
      'vault/3.png': '',
      'public/index.txt': '',
    });
    const link = (to: string, name: string) => symlinkSync(to, path.join(root, name));
    link('../elsewhere', 'public/a');
    link(path.join(root, 'vault'), 'public/b');
    link('../vault/3.png', 'public/c.png');
    link('../vault', 'elsewhere/inner');
    const { named } = await readProject(root);
    expect([...named.keys()].map(({ output }) => output).toSorted()).toEqual([
      'a/1.png',
      'a/inner/3.png',
      'b/deep/2.png',
      'c.png',
    ]);
  });

  it.each([
    ['_drafts/x.rst', '.. image:: /img/a.png'],
    ['drafts/deep/x.MDX', '<img src="/img/a.png" />'],
    ['src/content/_drafts/x.md', '![](/img/a.png)'],
    ['src/content/_Drafts/list.yml', '- /img/a.png'],
    ['src/drafts/x.org', '[[file:/img/a.png]]'],
    ['_drafts/x.txt', Buffer.from('\uFEFF/img/a.png', 'utf16le')],
    [post('_drafts/x.MDX'), '![](/img/a.png)'],
    [post('_drafts/x.adoc'), 'image::/img/a.png[]'],
    ['src/content/pages/_x.md', '![](/img/a.png)'],
  ])('of drafts elsewhere or in other formats: %s', async (file, text) => {
    const found = await named({ [file]: text, 'public/img/a.png': '' });
    expect(found).toContain('public/img/a.png');
  });

  it('but not what is only called alike', async () => {
    const files = {
      'public/img/a.png': '',
      'public/a.png.zip': '',
      'public/w/index.html': '',
      'public/b.png': '',
    };
    expect(
      await named({ ...draft('a.pngs, /img/b.png, img, /w/x/, //cdn.com/w/'), ...files }),
    ).toEqual([]);
  });

  it('beside posts, unless a published one refers to exactly that', async () => {
    const [a, b] = [post('trip/a.png'), post('_drafts/b.png')];
    const files = { [a]: '', [b]: '', ...draft('![](trip/a.png)') };
    const PUBLISHED = post('2026-01-02-y.md');
    expect(await named(files)).toEqual([b, a]);
    for (const text of [
      '`![](trip/a.png)`',
      '![](a.png)',
      '<!-- ![](./trip/a.png) -->',
      '![](other/a.png)',
      '    ![](trip/a.png)',
    ]) {
      expect(await named({ ...files, [PUBLISHED]: text }), text).toEqual([b, a]);
    }
    for (const text of [
      '![](trip/a.png)',
      '<img src="./trip/a.png">',
      '![x][a]\n\n[a]: trip/%61.png',
      '---\nimage: ./trip/a.png\n---\n',
      '![](./trip/{{ "a" }}.png)',
      '![](trip/{{ "x" | replace: "x", "a.png" }})',
    ]) {
      expect(await named({ ...files, [PUBLISHED]: text }), text).toEqual([b]);
    }
    expect(await named({ ...files, [PUBLISHED]: '![](_drafts/b.png)' })).toEqual([a]);
    const mdx = {
      [post('2026-01-02-y.mdx')]: 'import a from "./trip/a.png";\n\n<img src={a.src} />',
    };
    expect(await named({ ...files, ...mdx })).toEqual([b]);
    const glob = {
      [post('2026-01-02-y.mdx')]: 'export const all = import.meta.glob("./**/*.png");',
    };
    expect(await named({ ...files, ...glob })).toEqual([b, a]);
  });
});

describe('files that something in the output shows', () => {
  const files: Files = {
    [post('2026-01-01-x.md')]:
      '---\ndraft: true\n---\n![](/trip/photo.jpg) [x](/demo/) [y](/only/page.html)',
    'public/trip/photo.jpg': '',
    'public/demo/index.html': '<img src=leaf.png>',
    'public/demo/leaf.png': '',
    'public/only/page.html': '<img src=/trip/photo.jpg><a href=page.html>',
  };
  const copied = Object.fromEntries(
    Object.entries(files).flatMap(([file, text]) =>
      file.startsWith('public/') ? [[file.slice(7), text]] : [],
    ),
  );
  const withheld = async (output: Files) => {
    const root = folderWith(files);
    const { sources, named } = await readProject(root);
    const folder = folderWith({ ...copied, ...output });
    return withheldOf(sources, named, folder)
      .map(({ output = '' }) => output)
      .toSorted();
  };
  const [demo, leaf, page, photo] = [
    'demo/index.html',
    'demo/leaf.png',
    'only/page.html',
    'trip/photo.jpg',
  ];

  it.each<[what: string, output: Files, stays: string[]]>([
    ['nothing', {}, []],
    ['a picture', { 'p/index.html': '<img src="../trip/photo.jpg">' }, [photo]],
    [
      'a whole address',
      { 'p.html': '<meta property=og:image content=https://example.org/trip/photo.jpg>' },
      [photo],
    ],
    ['a style sheet', { '_astro/a.css': 'a { background: url(/trip/photo.jpg) }' }, [photo]],
    ['a folder, and what its page shows', { 'p.html': '<a href=/demo/>' }, [demo, leaf]],
    ['a list of icons', { 'p.html': '<i data-src="/trip/photo.jpg">' }, [photo]],
    ['a name alone', { 'p.html': '<img src=photo.jpg> photo.jpg' }, []],
    [
      'code',
      { 'p.html': '<code>&lt;img src="/trip/photo.jpg"&gt;</code> <code>/trip/photo.jpg</code>' },
      [],
    ],
    [
      'another site',
      {
        'p.html': '<img src=https://example.com/trip/photo.jpg><img src=//cdn.com/trip/photo.jpg>',
      },
      [],
    ],
    [
      'another place',
      { 'trip/p/index.html': '<img src=photo.jpg>', 'p.html': '<a href=/demo/index/>' },
      [],
    ],
    ['a comment', { 'p.html': '<!-- <img src="/trip/photo.jpg"> -->' }, []],
    [
      'a script',
      { 'a.js': 'show("/trip/photo.jpg")', 'p.html': '<script>x = "/trip/photo.jpg"</script>' },
      [],
    ],
    ['another case', { 'p.html': '<img src="/Trip/photo.jpg">' }, []],
  ])('%s', async (_what, output, stays) => {
    const expected = [demo, leaf, page, photo].filter((file) => !stays.includes(file ?? ''));
    expect(await withheld(output)).toEqual(expected);
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
