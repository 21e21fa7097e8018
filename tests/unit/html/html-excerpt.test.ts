import { describe, expect, it } from 'vitest';
import { cleanExcerpt, isHeadingAlone, excerptText } from '../../../src/html/clean-excerpt.ts';
import { linkWithBase } from '../../../src/html/base-path.ts';

it.each([
  ['<p>One <em>two</em>.</p>', '<p>One <em>two</em>.</p>', 'One two.'],
  ['<h2 id="a">Title</h2><p>Text</p>', '<h2>Title</h2><p>Text</p>', 'Title Text'],
  ['<p>A <img src="x.png" alt="y"> b</p>', '<p>A  b</p>', 'A b'],
  ['<p><img src="x.png"></p><p>b</p>', '<p>b</p>', 'b'],
  ['<p>a<br>b</p>', '<p>a<br>b</p>', 'a b'],
  ['<!-- secret --><p>a</p>', '<p>a</p>', 'a'],
  ['<p>1 &lt; 2 &amp; &quot;x&quot;</p>', '<p>1 &lt; 2 &amp; "x"</p>', '1 < 2 & "x"'],
  [
    '<p>a<sup><a href="#fn:1" data-footnote-ref>1</a></sup></p><section data-footnotes><p>n</p></section>',
    '<p>a</p>',
    'a',
  ],
  ['<script>alert(1)</script><p>a</p>', '<p>a</p>', 'a'],
])('%j becomes %j', (source, html, text) => {
  expect(cleanExcerpt(source, '/posts/a/', (link) => link)).toEqual({ html, text });
});

it.each([
  ['<a href="../b/?q#c">b</a>', '<a href="/blog/posts/b/?q#c">b</a>'],
  ['<a href="#fn-1">1</a>', '<a href="/blog/posts/a/#fn-1">1</a>'],
  ['<a href="/about/">b</a>', '<a href="/blog/about/">b</a>'],
  ['<a href="/blog/about/">b</a>', '<a href="/blog/about/">b</a>'],
  ['<a href="https://example.com/x">b</a>', '<a href="https://example.com/x">b</a>'],
  ['<a href="mailto:a@example.org">b</a>', '<a href="mailto:a@example.org">b</a>'],
  ['<a href="http://[">b</a>', '<a href="http://[">b</a>'],
])('%j leads from every page to the same place', (source, html) => {
  expect(cleanExcerpt(source, '/blog/posts/a/', (link) => linkWithBase(link, '/blog')).html).toBe(
    html,
  );
});

describe('isHeadingAlone', () => {
  it.each([
    ['<h2 id="a">Introduction</h2>', true],
    ['<h2>One</h2>\n<h3><a href="#b">Two</a></h3>', true],
    ['<p><img src="a.png" alt="A"></p>', true],
    ['', true],
    ['<h2>One</h2><p>Two</p>', false],
    ['<ul><li>One</li></ul>', false],
    ['<pre><code>one</code></pre>', false],
  ])('%s: %s', (html, expected) => {
    expect(isHeadingAlone(cleanExcerpt(html, '/a/', (link) => link))).toBe(expected);
  });
});

it('is running text in a list: without tags, headings, code and tables', () => {
  const html =
    '<h2>Tea</h2><p>Boil <a href="/a" title="a > b">the <code>&lt;kettle></code></a>, pour.</p>' +
    '<pre><code>pour()</code></pre><ul><li>One</li><li>Two</li></ul><table><tr><td>3</td></tr></table>';
  expect(excerptText(html)).toBe('Boil the &lt;kettle>, pour. One Two');
  expect(excerptText('<h2>Tea</h2><pre>pour()</pre>')).toBe('');
});
