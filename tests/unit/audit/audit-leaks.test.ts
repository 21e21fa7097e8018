import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { headersOf, hostFiles } from '../../../src/source/hosting.ts';
import { redirectsOf } from '../../../src/source/redirects.ts';
import { auditFiles, post, type Files } from './audit-fixture.ts';

/** A PNG as far as anybody here looks at it. */
const PICTURE = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4]);
const DRAFT = post('2026-03-01-the-merger-plan.md');
const SCHEDULED = post('2030-01-01-opening.md');
const UNLISTED = post('2026-04-01-handout.md');

const SOURCES: Files = {
  [post('2026-01-01-tea.md')]: `---
title: How to make tea
tags: [kitchen, review]
categories: Household
---
Boil the water. <!-- Ask Mallory whether this paragraph is right. --> Wait for four minutes, and
review what you have done.
`,
  [post('2026-02-01-letters.md')]: `---
title: Letters
tags: [kitchen]
---
We bought *seven* [letters](https://example.org/shop) from the shop, and a plan.
`,
  [DRAFT]: `---
title: The Merger Plan
description: What Initech is going to pay.
tags: [kitchen, acquisitions, plan]
categories: Household
image: /images/contract.png
redirect_from: /old/deal/
published: false
---
They agreed on the price on **Tuesday** night; nobody else in the “company” knows it yet.

We bought seven letters from the shop.
`,
  [SCHEDULED]: '---\ntitle: Grand Opening\n---\nThe doors of the second branch open at noon.\n',
  [UNLISTED]:
    '---\ntitle: Handout for Friday\nunlisted: true\n---\nPlease bring two pencils and one ruler along.\n',
  [post('_ideas.md')]: 'A story about the lighthouse keeper of Ushant.\n',
  [post('2026-01-01-tea.md~')]: 'Boil the kettle until the neighbours complain.\n',
  'public/images/contract.png': PICTURE,
  'public/images/tea.png': Uint8Array.from([...PICTURE, 5]),
  'src/pages/index.astro': '<h1>Field notes</h1><a href="/tags/">Tags</a><img alt={image}>',
};

/** A site that says nothing it should not. */
const SITE: Files = {
  'index.html':
    '<h1>Field notes</h1><article><h2>How to make tea</h2></article><article><h2>Letters</h2></article>',
  'posts/tea/index.html':
    '<p>Boil the water. Wait for four minutes, and review what you have done.</p><a class="p-category" href="/tags/kitchen/">kitchen</a>',
  'posts/letters/index.html':
    '<p>We bought <em>seven</em> <a href="https://example.org/shop">letters</a> from the shop, and a plan.</p>',
  'posts/handout/index.html':
    '<h1>Handout for Friday</h1><p>Please bring two pencils and one ruler along.</p>',
  'tags/index.html':
    '<ul><li><a href="/tags/kitchen/">kitchen</a> <span class="count" title="2 posts">2</span></li></ul>',
  'images/tea.png': Uint8Array.from([...PICTURE, 5]),
};

const pagefind = (content: string | Uint8Array) =>
  gzipSync(Buffer.concat([Buffer.from('pagefind_dcd'), Buffer.from(content)]));
const cborText = (text: string) =>
  Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)]);

/** What is planted, the source that is to be named, and the file it is planted in. */
const LEAKS: [channel: string, source: string, output: string, content: string | Uint8Array][] = [
  ['page at its address', DRAFT, 'posts/the-merger-plan/index.html', '<p></p>'],
  ['text', DRAFT, 'x.html', '<p>They agreed on the <em>price</em> on Tuesday.</p>'],
  [
    'text with entities',
    DRAFT,
    'x.html',
    '<p>nobody&nbsp;else in the &ldquo;c&#111;mpany&rdquo;</p>',
  ],
  ['text in capitals', DRAFT, 'x.html', '<p>ON TUESDAY NIGHT; NOBODY</p>'],
  ['a single word', DRAFT, 'x.html', '<p>Initech</p>'],
  ['list', DRAFT, 'index.html', '<li><a href="/x/">The Merger Plan</a></li>'],
  ['title of one rare word', SCHEDULED, 'index.html', '<h2>Grand Opening</h2>'],
  ['neighbour', SCHEDULED, 'posts/tea/index.html', '<a rel="next" href="/posts/opening/">Next</a>'],
  ['tag page', DRAFT, 'tags/acquisitions/index.html', ''],
  ['tag that is a common word, page', DRAFT, 'tags/plan/index.html', ''],
  [
    'tag that is a common word',
    DRAFT,
    'x.html',
    '<a class="p-category" rel="tag" href="/x/"> plan </a>',
  ],
  ['tag in RSS', DRAFT, 'rss.xml', '<item><category>plan</category></item>'],
  ['tag in JSON', DRAFT, 'feed.json', '{"tags":["kitchen","plan"]}'],
  [
    'tag in JSON-LD',
    DRAFT,
    'x.html',
    '<script type="application/ld+json">{"keywords":["plan"]}</script>',
  ],
  [
    'feed',
    DRAFT,
    'rss.xml',
    '<description>&lt;p&gt;on &lt;b&gt;Tuesday&lt;/b&gt; night; nobody&lt;/p&gt;</description>',
  ],
  [
    'feed with CDATA',
    DRAFT,
    'atom.xml',
    '<summary><![CDATA[<p>on <b>Tuesday</b> night; nobody</p>]]></summary>',
  ],
  [
    'JSON feed',
    DRAFT,
    'feed.json',
    String.raw`{"content_html":"\u003cp\u003eon Tuesday\nnight; nobody\u003c/p\u003e"}`,
  ],
  ['sitemap', DRAFT, 'sitemap-0.xml', '<loc>https://example.org/posts/the-merger-plan/</loc>'],
  [
    'search fragment',
    DRAFT,
    'pagefind/fragment/en_1.pf_fragment',
    pagefind('{"content":"on Tuesday night; nobody"}'),
  ],
  [
    'search index',
    DRAFT,
    'pagefind/index/en_1.pf_index',
    pagefind(Buffer.concat([Buffer.from([0x82]), cborText('initech'), cborText('tea')])),
  ],
  ['search filter', DRAFT, 'pagefind/filter/en_1.pf_filter', pagefind(cborText('acquisitions'))],
  [
    'JSON-LD',
    DRAFT,
    'x.html',
    '<script type="application/ld+json">{"headline":"The Merger Plan"}</script>',
  ],
  [
    'description',
    DRAFT,
    'x.html',
    '<meta name="description" content="What Initech is going to pay.">',
  ],
  ['attribute', DRAFT, 'x.html', '<img alt="They agreed on the price" src="/x.png">'],
  ['name of a social image', DRAFT, 'social/the-merger-plan.png', PICTURE.slice(0, 4)],
  ['optimised image', 'public/images/contract.png', '_astro/contract.D4x1_Z2.webp', 'RIFF'],
  ['public image', 'public/images/contract.png', 'images/contract.png', PICTURE],
  ['public image by another name', 'public/images/contract.png', '_astro/a1b2.png', PICTURE],
  ['name of an image', 'public/images/contract.png', 'x.html', '<img src="/images/contract.png">'],
  [
    'source map',
    DRAFT,
    '_astro/x.js.map',
    JSON.stringify({ sourcesContent: ['# x\nThey **agreed** on\nthe price'] }),
  ],
  ['script', DRAFT, '_astro/x.js', 'const post={title:"The Merger Plan",n:1}'],
  [
    'inline script',
    DRAFT,
    'x.html',
    '<script>window.posts=["They agreed on\\nthe price"]</script>',
  ],
  [
    'attribute of the dev server',
    DRAFT,
    'x.html',
    `<p data-astro-source-file="/home/ada/${DRAFT}">`,
  ],
  ['HTML comment', DRAFT, 'x.html', '<!-- on Tuesday night; nobody -->'],
  [
    'comment of a published post',
    post('2026-01-01-tea.md'),
    'posts/tea/index.html',
    '<p>Ask Mallory whether this</p>',
  ],
  ['redirect', DRAFT, 'old/deal/index.html', '<meta http-equiv="refresh" content="0">'],
  ['list of redirects', DRAFT, '_redirects', '/old/deal/ /posts/the-merger-plan/ 301'],
  [
    'file for a server',
    DRAFT,
    '.hosting/nginx.conf',
    'location = "/old/deal/" { return 301 "/posts/the-merger-plan/"; }',
  ],
  ['style sheet', DRAFT, '_astro/x.css', '.a::after{content:"They agreed on the price"}'],
  ['robots.txt', DRAFT, 'robots.txt', 'Disallow: /posts/the-merger-plan/'],
  ['hidden file', post('_ideas.md'), 'x.html', '<p>the lighthouse keeper of Ushant</p>'],
  ['backup', post('2026-01-01-tea.md~'), 'x.html', '<p>until the neighbours complain</p>'],
  ['file of unknown kind', DRAFT, 'data.bin', '\0\0They agreed on the price\0'],
  ['unlisted post in a list', UNLISTED, 'index.html', '<h2>Handout for Friday</h2>'],
  [
    'unlisted post in a feed',
    UNLISTED,
    'rss.xml',
    '<link>https://example.org/posts/handout/</link>',
  ],
];

describe('what the audit finds', () => {
  it('finds nothing in a site that tells nothing', async () => {
    expect(await auditFiles(SOURCES, SITE)).toEqual([]);
  });

  it.each(LEAKS)('%s', async (_channel, source, output, content) => {
    const problems = await auditFiles(SOURCES, { ...SITE, [output]: content });
    expect(problems.map(({ file }) => file)).toContain(source);
    expect(problems.map(({ message }) => message).join('\n')).toContain(output);
  });

  it('finds a count that drafts are part of', async () => {
    const output = {
      ...SITE,
      'tags/index.html': String(SITE['tags/index.html']).replace('>2<', '>3<'),
    };
    expect(await auditFiles(SOURCES, output)).toMatchObject([
      { file: 'tags/index.html', field: 'count', value: 3 },
    ]);
  });

  it('names the line and the words', async () => {
    const [problem] = await auditFiles(SOURCES, {
      ...SITE,
      'x.html': '<p>night; <b>nobody</b> else in the</p>',
    });
    expect(problem).toMatchObject({ file: DRAFT, line: 10 });
    expect(problem?.message).toContain('“night; nobody else in the”');
  });

  it('tells of many leaks in one report, and not of all', async () => {
    const pages = Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [
        `page/${i}/index.html`,
        '<p>They agreed on the price</p>',
      ]),
    );
    const problems = await auditFiles(SOURCES, { ...SITE, ...pages });
    expect(problems).toMatchObject([{ file: DRAFT, line: 10 }]);
    expect(problems[0]?.message).toMatch(
      /^is not .* 60 files have .*, in page\/0\/index\.html, .*40 more/,
    );
  });
});

describe('what files of the output have in common', () => {
  const reported = async (output: Files) =>
    (await auditFiles(SOURCES, output)).map(({ message }) => message).join('\n');

  it.each([
    ['posts of feeds', 'rss.xml', '<item><p>They agreed on the price</p></item>'],
    ['entries of feeds', 'atom.xml', '<entry><p>They agreed on the price</p></entry>'],
    [
      'items of JSON feeds',
      'feed.json',
      '{"items":[{"id":"1","text":"They agreed on the price"}]}',
    ],
    ['scripts', 'index.html', '<script type="module">say("They agreed on the price")</script>'],
    ['what follows a script', 'index.html', '<script>a()</script><p>They agreed on the price</p>'],
  ])('is found in each of them: %s', async (_what, name, content) => {
    const files = [name, `tags/a/${name}`, `tags/b/${name}`];
    const said = await reported({
      ...SITE,
      'x/index.html': '<p>tea</p>',
      ...Object.fromEntries(files.map((file) => [file, `<p>tea</p>${content}<p>tea</p>`])),
    });
    for (const file of files) expect(said).toContain(file);
  });

  it('is found where it is not for the public, whatever may say it too', async () => {
    const page = SITE['posts/handout/index.html'] ?? '';
    const { 'index.html': home = '', ...rest } = SITE;
    const said = await reported({ ...rest, 'index.html': home, 'x.html': page });
    expect(said).toContain('x.html');
  });

  it('is a title outside the archives, whose months have such names too', async () => {
    const sources = {
      ...SOURCES,
      [post('2026-05-02-x.md')]: '---\ntitle: March 2026\ndraft: true\n---\n',
    };
    const heading = '<item><title>March 2026</title></item>';
    const output = { ...SITE, 'archives/index.html': heading, 'rss.xml': heading };
    const problems = await auditFiles(sources, output);
    expect(problems.map(({ message }) => message).join('\n')).toContain('rss.xml');
    expect(problems.map(({ message }) => message).join('\n')).not.toContain('archives');
  });
});

describe('what is no leak', () => {
  const INNOCENT: [what: string, output: string, content: string | Uint8Array][] = [
    [
      'a phrase that published posts contain',
      'x.html',
      '<p>We bought seven letters from the shop</p>',
    ],
    ['a tag that is a common word, as a word', 'x.html', '<p>a plan</p>'],
    ['the words of a title apart from each other', 'x.html', '<p>A plan</p><p>four letters</p>'],
    [
      'words that stand together by chance',
      'x.html',
      '<ul><li>Wait on</li><li>the water, seven</li></ul>',
    ],
    [
      'random letters of a hash or a picture',
      'x.html',
      '<img src="data:image/png;base64,AAAA/initech/x">',
    ],
    ['names of classes and types', 'x.html', '<p class="initech" style="initech">tea</p>'],
    [
      'words of somebody else’s program',
      '_astro/x.js',
      'function company(initech){return "Tuesday"}',
    ],
    ['the page of an unlisted post', 'posts/handout/index.html', '<h1>Handout for Friday</h1>'],
    ['and its packed form', 'posts/handout/index.html.gz', gzipSync('<h1>Handout for Friday</h1>')],
    ['a picture that a published post shows too', 'images/tea.png', 'other bytes'],
  ];
  it.each(INNOCENT)('%s', async (_what, output, content) => {
    expect(await auditFiles(SOURCES, { ...SITE, [output]: content })).toEqual([]);
  });

  it('a tag that published posts spell otherwise', async () => {
    const sources = {
      ...SOURCES,
      [post('2026-05-05-x.md')]: '---\ntags: [Kit Chen]\n---\n',
      [post('2026-05-06-y.md')]: '---\ntags: [kit-chen]\ndraft: true\n---\n',
    };
    const output = { ...SITE, 'x.html': '<a class="p-category">Kit Chen</a>' };
    expect(await auditFiles(sources, output)).toEqual([]);
  });

  it('the stem of a published word', async () => {
    const draft = '---\ntitle: Pipes\ndraft: true\n---\nThe house has an organ.\n';
    const tea = '---\ntitle: More\n---\nAn organization.\n';
    const sources = {
      ...SOURCES,
      [post('2026-05-03-x.md')]: draft,
      [post('2026-05-04-y.md')]: tea,
    };
    const index = { 'pagefind/index/en_1.pf_index': pagefind(cborText('organ')) };
    expect(await auditFiles(sources, { ...SITE, ...index })).toEqual([]);
  });

  it('a title like any month', async () => {
    const sources = {
      ...SOURCES,
      [post('2026-05-02-x.md')]: '---\ntitle: March 2026\ndraft: true\n---\n',
    };
    expect(
      await auditFiles(sources, { ...SITE, 'archives/index.html': '<h2>March 2026</h2>' }),
    ).toEqual([]);
  });
});

describe('where the owner says what became of a retracted post', () => {
  const retracted = { '/posts/the-merger-plan/': 'gone', '/old/deal/': '/posts/tea/' };
  const table = { redirects: redirectsOf([], retracted), headers: headersOf('p'), base: '' };
  const ANSWER: Files = {
    ...SITE,
    'posts/the-merger-plan/index.html': '<h1>This page is gone</h1>',
    'old/deal/index.html': '<meta http-equiv="refresh" content="0; url=/posts/tea/">',
    ...Object.fromEntries(hostFiles.map(({ file, write }) => [file, write(table, '')])),
  };
  const CODE = {
    ...SOURCES,
    'src/pages/gone.astro': '<h1>This page is gone</h1><meta refresh> redirect',
  };

  it('its address is no leak there', async () => {
    expect(await auditFiles(CODE, ANSWER, { retracted })).toEqual([]);
    expect(await auditFiles(CODE, ANSWER)).not.toEqual([]);
  });

  it.each<[string, Files]>([
    [
      'its text on that page',
      { 'posts/the-merger-plan/index.html': 'They agreed on the price on Tuesday.' },
    ],
    ['its title elsewhere', { 'about/index.html': '<p>The Merger Plan</p>' }],
    ['its address elsewhere', { 'about/index.html': '<a href="/posts/the-merger-plan/">here</a>' }],
  ])('%s is one', async (_, leak) => {
    expect(await auditFiles(CODE, { ...ANSWER, ...leak }, { retracted })).not.toEqual([]);
  });

  it('leading on to another unpublished post is one', async () => {
    const on = { '/old/deal/': '/posts/the-merger-plan/' };
    const rows = { _redirects: '/old/deal/ /posts/the-merger-plan/ 301\n' };
    const problems = await auditFiles(CODE, { ...SITE, ...rows }, { retracted: on });
    expect(problems).toMatchObject([
      { file: DRAFT, message: expect.stringContaining('_redirects has these words of it') },
    ]);
  });
});

describe('a draft that is not in UTF-8', () => {
  const text = '---\ntitle: Der Fährvertrag\n---\nDie Fähre nach Søndersø fährt übermorgen.\n';
  const utf16 = Buffer.from(text, 'utf16le');
  it.each([
    ['Latin-1', Buffer.from(text, 'latin1')],
    ['Windows-1252', Buffer.from(text.replace('Die', '\x93Die\x94'), 'latin1')],
    ['UTF-16, little end first', utf16],
    ['UTF-16 with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
    ['UTF-16, big end first', Buffer.from(utf16).swap16()],
  ])('is as secret: %s', async (_encoding, bytes) => {
    for (const file of [post('_ferry.md'), 'drafts/ferry.md']) {
      for (const leak of ['<p>Søndersø</p>', '<h2>Der Fährvertrag</h2>']) {
        const problems = await auditFiles({ ...SOURCES, [file]: bytes }, { 'x.html': leak });
        expect(problems.map(({ file }) => file)).toContain(file);
      }
    }
  });
});
