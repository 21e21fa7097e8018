import * as fc from 'fast-check';
import { parseFragment, serialize } from 'parse5';
import { describe, expect, it } from 'vitest';
import { closedHtml } from '../../../src/html/closed.ts';

it('a slash at the end of a value is no end of the element', () => {
  for (const html of [
    '<p><a href=/a/>b</a></p>',
    '<a id="c" href=../>b</a>',
    "<a b='=' c=/>d</a>",
  ]) {
    expect(closedHtml(html)).toEqual({ html, strays: [] });
  }
  expect(closedHtml('<i a="/"/><i b=c />d').html).toBe('<i a="/"/></i><i b=c /></i>d');
});

describe('a text cannot leave its place', () => {
  it.each([
    ['a stray end', '<p>a</p>\n</div>\n<p>b</p>', '<p>a</p>\n\n<p>b</p>', ['</div>']],
    ['a stray end in a line', '<p>a </article>b</p>', '<p>a b</p>', ['</article>']],
    ['several', '<p>a</p></p></section></main>', '<p>a</p>', ['</p>', '</section>', '</main>']],
    ['what is open in a paragraph', '<p>a <b>b</p><p>c</p>', '<p>a <b>b</b></p><p>c</p>', ['<b>']],
    ['in an item', '<ul><li>a <i>b</li></ul>', '<ul><li>a <i>b</i></li></ul>', ['<i>']],
    ['to the end', '<div class="x"><p>a</p>', '<div class="x"><p>a</p></div>', ['<div class="x">']],
    ['a link', '<a href="/a>b">c', '<a href="/a>b">c</a>', ['<a href="/a>b">']],
    ['tags crossed', '<b><i>a</b></i>', '<b><i>a</i></b>', ['<i>', '</i>']],
    [
      'an end in a cell',
      '<div><table><td>a</div></table></div>',
      '<div><table><td>a</table></div>',
      ['</div>'],
    ],
    ['a script without end', '<script>a("<b>")', '<script>a("<b>")</script>', ['<script>']],
    [
      'a document',
      '<body class="x"><p>a</p></body></html>',
      '<p>a</p>',
      ['<body class="x">', '</body>', '</html>'],
    ],
    ['a lone sign', '<p>1 < 2</p><</b>i', '<p>1 &lt; 2</p>&lt;i', ['</b>']],
    ['a tag that does not end', '<p>a</p><div class="b', '<p>a</p>&lt;div class="b', []],
    [
      'a quotation that does not end',
      '<div title="a><p>b</p></div>',
      '&lt;div title="a><p>b</p>',
      ['</div>'],
    ],
  ])('%s', (_, html, closed, tags) => {
    const { html: result, strays } = closedHtml(html);
    expect(result).toBe(closed);
    expect(strays.map(({ tag }) => tag)).toEqual(tags);
  });
});

describe('left as it is', () => {
  it.each([
    '<p>a<br>b<img src="x" alt="</p>"></p>',
    '<ul><li>a<li>b</ul>',
    '<table><tr><td>a<td>b<tr><td>c</table>',
    '<p>a<p>b',
    '<script>if (a < b) c("</div>")</script>',
    '<textarea></div></textarea>',
    '<svg viewBox="0 0 1 1"><path d="M0 0"/><g/></svg>',
    '<math><mi>x</mi><mspace/></math>',
    '<!-- </div> -->',
    '<p>1 &lt; 2</p>',
    '<details open><summary>a</summary>b</details>',
  ])('%s', (html) => {
    expect(closedHtml(html)).toEqual({ html, strays: [] });
  });

  it('but for an empty element, which gets its end', () => {
    expect(closedHtml('<a name="x"/>a<i class="y" />')).toEqual({
      html: '<a name="x"/></a>a<i class="y" /></i>',
      strays: [],
    });
  });
});

it('takes no time for what never ends', () => {
  expect(closedHtml('<div class="'.repeat(20_000)).html).not.toContain('<');
});

it('whatever is written, nothing of it is around what follows', () => {
  const pieces =
    '<div>|</div>|<b>|</b>|<p>|</p>|<li>|</ul>|<style>|</style>|' +
    '<a href="|">|</main>|<!--|-->|<br>|<i/>|text|<textarea>|<|</|<body>|</html>';
  const piece = fc.constantFrom(...pieces.split('|'));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (text) => {
      const { html } = closedHtml(text.join(''));
      const page = serialize(
        parseFragment(`<main><section>${html}</section></main><footer>x</footer>`),
      );
      expect(page.endsWith('</main><footer>x</footer>'), html).toBe(true);
    }),
  );
});
