import { assert, property, webPath } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feedHtml as toFeed } from '../../../src/feeds/feed-html.ts';
import { en } from '../../../src/i18n/en.ts';

const URL_OF_POST = 'https://example.org/blog/posts/hello/';
const feedHtml = (html: string, url: string) => toFeed(html, url, en);

describe('feedHtml: addresses', () => {
  it.each([
    ['<a href="../other/">x</a>', '<a href="https://example.org/blog/posts/other/">x</a>'],
    ['<a href="/about/">x</a>', '<a href="https://example.org/about/">x</a>'],
    ['<a href="#fn-1">1</a>', `<a href="${URL_OF_POST}#fn-1">1</a>`],
    ['<a href="?q=1">x</a>', `<a href="${URL_OF_POST}?q=1">x</a>`],
    ['<a href="//cdn.example.com/x">x</a>', '<a href="https://cdn.example.com/x">x</a>'],
    ['<a href="mailto:a@example.org">x</a>', '<a href="mailto:a@example.org">x</a>'],
    [
      '<a href="https://example.com/a?b=1&amp;c=2">x</a>',
      '<a href="https://example.com/a?b=1&amp;c=2">x</a>',
    ],
    ['<a href="http://[">x</a>', '<a href="http://[">x</a>'],
    ['<img src="a.png">', `<img src="${URL_OF_POST}a.png">`],
    ['<img src="data:image/gif;base64,R0">', '<img src="data:image/gif;base64,R0">'],
    [
      '<video src="v.mp4" poster="/p.jpg"></video>',
      `<video src="${URL_OF_POST}v.mp4" poster="https://example.org/p.jpg"></video>`,
    ],
    [
      '<blockquote cite="../q/">x</blockquote>',
      '<blockquote cite="https://example.org/blog/posts/q/">x</blockquote>',
    ],
    ['<object data="/a.pdf"></object>', '<object data="https://example.org/a.pdf"></object>'],
    [
      '<svg><use href="#a"></use><a href="/b"></a></svg>',
      '<svg><use href="#a"></use><a href="https://example.org/b"></a></svg>',
    ],
  ])('%s', (html, expected) => {
    expect(feedHtml(html, URL_OF_POST)).toBe(expected);
  });

  it.each([
    ['/a.png', 'https://example.org/a.png'],
    ['/a.png 1x, /b.png 2x', 'https://example.org/a.png 1x, https://example.org/b.png 2x'],
    ['/a.png 1x,/b.png 2x', 'https://example.org/a.png 1x, https://example.org/b.png 2x'],
    [
      '/a,b.png 100w, /c.png 2.5x',
      'https://example.org/a,b.png 100w, https://example.org/c.png 2.5x',
    ],
    ['/a.png, /b.png 2x', 'https://example.org/a.png, https://example.org/b.png 2x'],
    [
      'data:image/png;base64,AA== 1x, /b.png 2x',
      'data:image/png;base64,AA== 1x, https://example.org/b.png 2x',
    ],
    [' ', ''],
  ])('srcset %j', (srcset, expected) => {
    expect(feedHtml(`<img srcset="${srcset}">`, URL_OF_POST)).toBe(`<img srcset="${expected}">`);
  });

  it('leaves no relative address, whatever the path', () => {
    assert(
      property(
        webPath().filter((path) => !path.startsWith('//')),
        (path) => {
          const html = feedHtml(`<a href="${path}">x</a>`, URL_OF_POST);
          expect(html).toMatch(/^<a href="https:\/\/[^"]*">x<\/a>$/);
        },
      ),
    );
  });
});

describe('feedHtml: what works on the page alone', () => {
  it.each([
    ['scripts', '<p>a</p><script src="/x.js"></script>', '<p>a</p>'],
    ['styles', '<style>p{}</style><p>a</p>', '<p>a</p>'],
    ['style sheets', '<link rel="stylesheet" href="/x.css"><p>a</p>', '<p>a</p>'],
    ['what waits for a script', '<template><p>b</p></template><p>a</p>', '<p>a</p>'],
    [
      'hidden anchors',
      '<h2 id="a">A<a aria-hidden="true" href="#a">#</a></h2>',
      '<h2 id="a">A</h2>',
    ],
    [
      'empty anchors',
      '<h2 id="a">A<a class="anchor" href="#a" aria-label="Link"></a></h2>',
      '<h2 id="a">A</h2>',
    ],
    [
      'anchors inside other elements',
      '<div><h2>A<a href="#a"></a></h2></div>',
      '<div><h2>A</h2></div>',
    ],
  ])('drops %s', (_, html, expected) => {
    expect(feedHtml(html, URL_OF_POST)).toBe(expected);
  });

  it.each([
    ['<h2 id="a"><a href="#a">A <em>b</em></a></h2>', '<h2 id="a">A <em>b</em></h2>'],
    ['<h6 id="a"><a href="#a">A</a></h6>', '<h6 id="a">A</h6>'],
    [
      '<h2 class="x" id="a"><a href="#b">A</a></h2>',
      `<h2 class="x" id="a"><a href="${URL_OF_POST}#b">A</a></h2>`,
    ],
    ['<h2 id="a"><a id="#a">A</a></h2>', '<h2 id="a"><a id="#a">A</a></h2>'],
    ['<h2 id="a"><em href="#a">A</em></h2>', `<h2 id="a"><em href="${URL_OF_POST}#a">A</em></h2>`],
    ['<p id="a"><a href="#a">A</a></p>', `<p id="a"><a href="${URL_OF_POST}#a">A</a></p>`],
    ['<h2></h2>', '<h2></h2>'],
  ])('a heading is no link to itself: %s', (html, expected) => {
    expect(feedHtml(html, URL_OF_POST)).toBe(expected);
  });

  it('a picture is what stands for all of its sources, and a film keeps its own', () => {
    const [picture, film] = ['<picture>%</picture>', '<video>%</video>'];
    const source = `<source src="${URL_OF_POST}a">`;
    const image = `<img src="${URL_OF_POST}b">`;
    const feed = (html: string) => feedHtml(html.replace('%', source + image), URL_OF_POST);
    expect(feed(picture)).toBe(picture.replace('%', image));
    expect(feed(film)).toBe(film.replace('%', source + image));
  });

  it('keeps a named target without text', () => {
    expect(feedHtml('<a id="old-name"></a>', URL_OF_POST)).toBe('<a id="old-name"></a>');
  });

  it('takes the colours out of highlighted code and keeps every character', () => {
    const html =
      '<pre class="astro-code x" style="color:red" tabindex="0"><code><span class="line"><span style="--a:b">a</span> &lt; b</span>\n<span class="line">c</span></code></pre>';
    expect(feedHtml(html, URL_OF_POST)).toBe('<pre><code>a &lt; b\nc</code></pre>');
  });

  it('leaves other preformatted text alone', () => {
    const html = '<pre class="poem">a <em>b</em></pre>';
    expect(feedHtml(html, URL_OF_POST)).toBe(html);
  });
});

it('a page in an attribute is left out, and the address beside it stays', () => {
  const html =
    '<p><iframe src="/film/" srcdoc="<a href=/film/>Play</a>" title="Film"></iframe></p>';
  expect(feedHtml(html, URL_OF_POST)).not.toContain('srcdoc');
  expect(feedHtml(html, URL_OF_POST)).toContain('src="https://example.org/film/"');
});
