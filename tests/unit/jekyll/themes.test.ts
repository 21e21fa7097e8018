import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kramdownToMarkdown } from '../../../src/jekyll/kramdown/kramdown.ts';
import { mapPictures } from '../../../src/jekyll/themes/media.ts';
import { mediaAddress, themeCover, themeFilm } from '../../../src/jekyll/themes/themes.ts';
import { renderMarkdown, renderMarkdownSync } from '../../../src/markdown/render.ts';
import { engineWith, textOf } from './liquid-fixture.ts';

const html = async (text: string) => (await renderMarkdown(kramdownToMarkdown(text))).html.trim();

describe('includes of themes', () => {
  const engine = engineWith(
    { 'src/liquid/includes/video': 'my own {{ include.id }}' },
    { renderMarkdown: renderMarkdownSync, site: { url: 'https://example.com' }, baseUrl: '' },
  );
  const onPage = (body: string, page: Record<string, unknown>) =>
    engine.render(body, { path: 'a.md', line: 1, page }).text;
  const film = (src: string) =>
    `<figure class="embed"><iframe src="${src}" allowfullscreen></iframe></figure>`;

  it.each([
    [
      "{% include embed/youtube.html id='abc' %}",
      film('https://www.youtube-nocookie.com/embed/abc'),
    ],
    [
      "{%\n  include embed/bilibili.html\n  id='BV1'\n%}",
      film('https://player.bilibili.com/player.html?bvid=BV1&amp;autoplay=0'),
    ],
    [
      "{% include embed/twitch.html id='12' %}",
      film('https://player.twitch.tv/?video=12&amp;autoplay=false&amp;parent=example.com'),
    ],
    [
      "{% include embed/spotify.html id='3d\"' %}",
      film('https://open.spotify.com/embed/track/3d&quot;'),
    ],
    [
      "{% include embed/video.html src='/v/a.mp4' poster='p.png' types='ogg|mov' loop=true title='Ebb' %}",
      '<figure><video controls poster="/p.png" loop><source src="/v/a.mp4"><source src="/v/a.ogg"><source src="/v/a.mov"></video><figcaption>Ebb</figcaption></figure>',
    ],
    [
      "{% include embed/audio.html src='https://x.org/a.mp3' %}",
      '<figure><audio controls><source src="https://x.org/a.mp3"></audio></figure>',
    ],
    [
      '{% include figure image_path="/a.png" alt="An \'a\'" caption="By *me*" popup=true class="half" %}',
      '<figure class="half"><a href="/a.png"><img src="/a.png" alt="An &#39;a&#39;"></a><figcaption>By <em>me</em></figcaption></figure>',
    ],
    ['{% include figure image_path="/a.png" %}', '<figure><img src="/a.png" alt=""></figure>'],
    ['{% include figure image_path="i/a.png" %}', '<figure><img src="/i/a.png" alt=""></figure>'],
    ['{% include toc icon="cog" %}', '* toc\n{:toc}'],
    ['{% include base_path %}{{ base_path }}/a', 'https://example.com/a'],
    ['{% include icon-github.html username="ebb" %}', '<a href="https://github.com/ebb">ebb</a>'],
    ['{% include video id="x" provider="youtube" %}', 'my own x'],
  ])('%s', (body, expected) => {
    expect(textOf(body, engine).trim()).toBe(expected);
  });

  it('show what the front matter lists', () => {
    const page = {
      gallery: [
        { url: '/b.jpg', image_path: '/s.jpg', alt: 'B', title: 'T' },
        { image_path: '/c.jpg' },
      ],
      intro: [
        {
          image_path: '/i.png',
          title: 'Ebb',
          excerpt: 'goes **out**',
          url: '/ebb/',
          btn_label: 'Go',
        },
      ],
    };
    expect(onPage('{% include gallery caption="Two" %}', page)).toBe(
      '<figure class="half"><a href="/b.jpg" title="T"><img src="/s.jpg" alt="B"></a><img src="/c.jpg" alt=""><figcaption>Two</figcaption></figure>',
    );
    expect(onPage('{% include feature_row id="intro" type="left" %}', page)).toBe(
      '<div class="features beside"><div><figure><img src="/i.png" alt=""></figure><div><h2>Ebb</h2><p>goes <strong>out</strong></p><p><a class="button" href="/ebb/">Go</a></p></div></div></div>',
    );
  });
});

it('a list of posts is one of their titles and beginnings', () => {
  const posts = [{ title: 'Ebb & flow', url: '/ebb/', excerpt: '<p>It goes\nout.</p>' }];
  const engine = engineWith({}, { site: { posts }, baseUrl: '' });
  expect(
    textOf(
      '{% for post in site.posts %}{% include archive-single.html %}{% endfor %}',
      engine,
    ).trim(),
  ).toBe('<div class="entry"><h2><a href="/ebb/">Ebb & flow</a></h2><p>It goesout.</p></div>');
});

describe('classes and attributes of themes', () => {
  it.each([
    [
      '> Ebb\n{: .prompt-warning }',
      '<aside class="callout callout-warning prompt-warning" role="note" aria-label="Warning">\n<p>Ebb</p>\n</aside>',
    ],
    ['Ebb\n{: .notice--info}', '<p class="notice--info callout callout-info">Ebb</p>'],
    [
      '<div class="notice" markdown="1">\nEbb\n</div>',
      '<div class="notice callout callout-note">\n<p>Ebb</p>\n</div>',
    ],
    ['<p class="box-error">Ebb</p>', '<p class="box-error callout callout-danger">Ebb</p>'],
    [
      '![a](/a.png){: w="7" h="4" .left lqip="/s.png" }',
      '<p><img src="/a.png" alt="a" width="7" height="4" class="left"></p>',
    ],
    [
      '<img src="/a.png" w="7" class="align-right">',
      '<img src="/a.png" width="7" class="align-right right">',
    ],
    [
      '[Go](/go/){: .btn .btn--large}',
      '<p><a href="/go/" class="btn button btn--large">Go</a></p>',
    ],
    [
      '![a](/a.png){: .mx-auto.d-block :}',
      '<p><img src="/a.png" alt="a" class="mx-auto center d-block"></p>',
    ],
    [
      '```js\na\n```\n{: file="a.js" .nolineno }',
      '<pre><code class="language-js">a\n</code></pre>',
    ],
    [
      '```js\na\n```\n{: .wide .nolineno }',
      '<div class="wide"><pre><code class="language-js">a\n</code></pre></div>',
    ],
    ['`<p class="notice">`', '<p><code>&lt;p class="notice"&gt;</code></p>'],
  ])('%s', async (text, expected) => {
    expect(await html(text)).toBe(expected);
  });
});

describe('pictures in the folder that front matter names', () => {
  const inFolder = mediaAddress({ media_subpath: '/img/ebb/' }) ?? String;

  it.each([
    ['![a](b.png)', '![a](/img/ebb/b.png)'],
    ['![a [b]](c.png "T"){: w="3" }', '![a [b]](/img/ebb/c.png "T"){: w="3" }'],
    ['![a](<b c.png>)', '![a](</img/ebb/b c.png>)'],
    ['![a](b_(1).png)', '![a](/img/ebb/b_(1).png)'],
    ['![a](/b.png)', '![a](/img/ebb/b.png)'],
    [
      '![a](https://x.org/b.png) ![a](//x.org/b.png)',
      '![a](https://x.org/b.png) ![a](//x.org/b.png)',
    ],
    ['[![a](b.png)](c.html)', '[![a](/img/ebb/b.png)](c.html)'],
    ["<img alt='' src='b.png'>", "<img alt='' src='/img/ebb/b.png'>"],
    ['![a][b]\n\n[b]: b.png\n[c]: c.html', '![a][b]\n\n[b]: /img/ebb/b.png\n[c]: c.html'],
    ['![B]\n\n[b]: b.png', '![B]\n\n[b]: /img/ebb/b.png'],
    ['`![a](b.png)`\n\n```\n![a](b.png)\n```', '`![a](b.png)`\n\n```\n![a](b.png)\n```'],
    ['[a](b.png)', '[a](b.png)'],
  ])('%s', (text, expected) => {
    expect(mapPictures(text, inFolder)).toBe(expected);
  });

  const PIECES = [
    '![',
    ']',
    '(',
    ')',
    '[',
    '<img',
    ' src=',
    '"',
    "'",
    '>',
    '`',
    '\n',
    '    ',
    ']: ',
    'a.png',
    '<',
    '$&',
  ];
  const piece = fc.constantFrom(...PIECES);

  it('leave any text as it is whose addresses stay', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        expect(mapPictures(text, (address) => address)).toBe(text);
      }),
    );
  });

  it.each(['![', '![a](', '<img ', '![a](a(', '[a]: ', '![a]'])(
    'are found in a time that grows with the text: %j',
    (start) => {
      const found = mapPictures(start.repeat(20_000), inFolder);
      expect(found.length).toBeGreaterThanOrEqual(20_000 * start.length);
    },
  );

  it.each([
    [{ img_path: 'img' }, 'img/a.png'],
    [{ media_subpath: 'https://cdn.example/x/' }, 'https://cdn.example/x/a.png'],
    [{ media_subpath: '/new', img_path: '/old' }, '/new/a.png'],
  ])('%o', (data, expected) => {
    expect(mediaAddress(data)?.('a.png')).toBe(expected);
  });

  it.each([{}, { media_subpath: '' }, { media_subpath: 3 }])(
    'are where they are for %o',
    (data) => {
      expect(mediaAddress(data)).toBeUndefined();
    },
  );
});

describe('covers of themes', () => {
  it.each([
    [{ header: { image: '/a.png', caption: 'By *me*' } }, { path: '/a.png', caption: 'By *me*' }],
    [{ header: { overlay_image: '/o.png', teaser: '/t.png' } }, { path: '/o.png' }],
    [{ header: { teaser: '/t.png', image_description: 'T' } }, { path: '/t.png', alt: 'T' }],
    [{ header: { overlay_color: '#333' } }, undefined],
    [{ header: true }, undefined],
    [{ 'cover-img': ['/a.png', '/b.png'] }, { path: '/a.png' }],
    [{ 'cover-img': [{ '/a.png': 'A sea' }] }, { path: '/a.png', caption: 'A sea' }],
    [{ 'cover-img': '', 'thumbnail-img': '/t.png' }, { path: '/t.png' }],
  ])('%o', (data, expected) => {
    expect(themeCover(data)).toEqual(expected);
  });

  it('may be films', () => {
    const film = (video: unknown) => themeFilm({ header: { video } });
    expect(film({ id: 7, provider: 'vimeo' })).toBe('https://player.vimeo.com/video/7?dnt=true');
    expect(film({ id: 'x', provider: 'toString' })).toBeUndefined();
    expect(film('x')).toBeUndefined();
  });
});
