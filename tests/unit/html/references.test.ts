import { describe, expect, it } from 'vitest';
import { createResolve, filesAt } from '../../../src/html/local-address.ts';
import { decodeEntities } from '../../../src/html/entities.ts';
import { referencesInCss, referencesInHtml } from '../../../src/html/references.ts';

const addresses = (html: string) =>
  referencesInHtml(html).references.map(({ address, by }) =>
    by === 'markup' ? address : `${by} ${address}`,
  );

describe('references in HTML', () => {
  it.each<[what: string, html: string, expected: string[]]>([
    [
      'quoted in each way',
      `<a href="/a"><a href='/b'><a href=/c><a HREF = "/d">`,
      ['/a', '/b', '/c', '/d'],
    ],
    ['an apostrophe in a bare value', `<p title=it's><img src=/a.png><i lang='x'>`, ['/a.png']],
    ['a bare value with slashes', '<a href=/a/b/>x</a>', ['/a/b/']],
    ['the first of a name', '<img src="/a.png" src="/b.png">', ['/a.png']],
    ['entities', '<img src="/a&#95;b&#x2e;png?x&amp;y&period;z">', ['/a_b.png?x&y.z']],
    ['blanks around it', '<img src=" /a.png ">', [' /a.png ']],
    ['over several lines', '<img\n  alt="x"\n  src="/a.png"\n/>', ['/a.png']],
    [
      'several sizes',
      '<img srcset="/a.png 1x, /b,c.png 2x,/d.png"><source srcset=/e.png>',
      ['/a.png', '/b,c.png', '/d.png', '/e.png'],
    ],
    ['a picture preloaded', '<link rel=preload imagesrcset="/a.png 2x">', ['/a.png']],
    [
      'films and sounds',
      '<video poster=/a.jpg><source src=/b.webm></video><audio src=/c.mp3>',
      ['/a.jpg', '/b.webm', '/c.mp3'],
    ],
    [
      'objects and frames',
      '<object data=/a.pdf><param name=movie value=/b.swf></object><iframe src=/c/>',
      ['/a.pdf', '/b.swf', '/c/'],
    ],
    [
      'forms and quotations',
      '<form action=/a><button formaction=/b></form><q cite=/c>',
      ['/a', '/b', '/c'],
    ],
    ['old pages', '<body background=/a.gif>', ['/a.gif']],
    [
      'drawings',
      '<svg><use xlink:href="/a.svg#i"/><image href="/b.png"/><path fill="url(/c.svg#g)"/></svg>',
      ['/a.svg#i', '/b.png', '/c.svg#g'],
    ],
    [
      'styles',
      `<p style="background: url(&quot;/a.png&quot;)"><style>/* url(/no.png) */ p { background: url(/b.png) }</style>`,
      ['/a.png', '/b.png'],
    ],
    [
      'metadata',
      '<meta property="og:image" content="/a.png"><meta name="twitter:image:src" content="/b.png"><meta property="og:image:alt" content="c.png"><meta name=description content="/d.png">',
      ['/a.png', '/b.png'],
    ],
    ['a redirect', '<meta http-equiv="Refresh" content="0; URL=/a/">', ['/a/']],
    [
      'a page in an attribute',
      '<iframe srcdoc="<img src=&quot;/a.png&quot;>"></iframe>',
      ['/a.png'],
    ],
    [
      'what scripts look at',
      '<img data-src="/a.png" data-n="5" data-x="no address"><i data-y="b.png">',
      ['data /a.png', 'data b.png'],
    ],
    [
      'strings in scripts',
      `<script>// "a/b.png"\nconst p = ["/a.png", 'https:\\/\\/x.org\\/b'], q = "/<i>";</script>`,
      ['script /a.png', 'script https://x.org/b'],
    ],
    [
      'without scripts',
      '<noscript><img src=/a.png></noscript><template><img src=/b.png></template>',
      ['/a.png', '/b.png'],
    ],
    ['an unclosed tag', 'x <img src="/a.png', ['/a.png']],
    ['a tag in a tag', '<a href="/a" <b title="<img src=/no.png>">', ['/a']],
  ])('%s', (_what, html, expected) => {
    expect(addresses(html)).toEqual(expected);
  });

  it.each([
    '<!-- <img src=/a.png> -->',
    '<!--[if IE]><img src=/a.png><![endif]-->',
    '<code>&lt;img src="/a.png"&gt;</code>',
    '<textarea><img src=/a.png></textarea>',
    '<title><img src=/a.png></title>',
    `<script>document.write("<img src=/a.png>")</script>`,
    '<pre>src="/a.png"</pre>',
    '<img alt="src=/a.png" title="/a.png">',
    '< img src=/a.png>',
    '</img src=/a.png>',
    '<?xml-stylesheet href="/a.css"?>',
    '<svg><![CDATA[<img src=/a.png>]]></svg>',
    '<!doctype html SYSTEM "/a.dtd">',
    '',
  ])('none in %s', (html) => {
    expect(addresses(html)).toEqual([]);
  });

  it('goes on behind what is odd', () => {
    for (const odd of [
      '<!-->',
      '<!--->',
      '<!-- a --!>',
      '<',
      '<>',
      '< b',
      '<a href=>',
      '<br/>',
      '<script></SCRIPT >',
      '1 < 2',
    ]) {
      expect(addresses(`${odd}<img src=/a.png>`).filter(Boolean)).toEqual(['/a.png']);
    }
  });

  it('knows what can be referred to, and what addresses are relative to', () => {
    const { ids, base } = referencesInHtml(
      '<base href="/x/"><h2 id="a&amp;b">x</h2><a name=c></a><input name=d>',
    );
    expect([...ids]).toEqual(['a&b', 'c']);
    expect(base).toBe('/x/');
  });
});

describe('references in style sheets', () => {
  it.each<[string, string[]]>([
    ['a { background: url(a.png) }', ['a.png']],
    [`@import 'a.css'; @import url("b.css") screen;`, ['a.css', 'b.css']],
    [String.raw`a { src: url(a\ b\28 1\29.woff2) format("woff2") }`, ['a b(1).woff2']],
    [String.raw`a { background: URL( 'a\'b.png' ) }`, ["a'b.png"]],
    [
      `a { background: image-set("a.png" 1x, url(b.png) 2x type("image/png")) }`,
      ['a.png', 'b.png'],
    ],
    ['a { background: url(data:image/png;base64,x) }', ['data:image/png;base64,x']],
    ['/* url(a.png) */ a { content: "x" }', []],
  ])('%s', (css, expected) => {
    expect(referencesInCss(css)).toEqual(expected);
  });
});

it.each([
  ['&amp;&#38;&#x26;', '&&&'],
  ['a&b&c=d', 'a&b&c=d'],
  ['&period;&lowbar;&NotThere;', '._&NotThere;'],
  ['&#95', '_'],
])('decodes %s', (text, expected) => {
  expect(decodeEntities(text)).toBe(expected);
});

describe('addresses of the site', () => {
  const resolve = createResolve({ url: 'https://example.org', base: '/blog' });
  it.each<[address: string, path: string | undefined, fragment?: string]>([
    ['/blog/posts/plan/', '/posts/plan/'],
    ['HTTPS://EXAMPLE.org/blog/posts/plan/?a#b', '/posts/plan/', 'b'],
    ['//example.org/blog/a.png', '/a.png'],
    ['../plan/', '/posts/plan/'],
    ['plan.html', '/posts/tea/plan.html'],
    [' /blog/a%20b.png\n', '/a b.png'],
    ['/blog/./x/../a.png', '/a.png'],
    ['\\blog\\a.png', '/a.png'],
    ['/blog/100%.png', '/100%.png'],
    ['/blog/cafe\u0301/', '/caf\u00e9/'],
    ['#caf%C3%A9', '/posts/tea/', 'café'],
    ['http://example.org/blog/a', '/a'],
    ['/posts/plan/', undefined],
    ['https://example.com/blog/a', undefined],
    ['https://example.org:8080/blog/a', undefined],
    ['mailto:a@example.org', undefined],
    ['http://[', undefined],
    ['javascript:void(0)', undefined],
  ])('%s', (address, path, fragment = '') => {
    expect(resolve(address, '/posts/tea/')).toEqual(path && { path, fragment });
  });

  it('have files', () => {
    expect(filesAt('/')).toEqual(['index.html']);
    expect(filesAt('/a/')).toEqual(['a/index.html']);
    expect(filesAt('/a')).toEqual(['a', 'a.html', 'a/index.html']);
  });
});
