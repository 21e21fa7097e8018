import { describe, expect, it } from 'vitest';
import { kramdownToMarkdown, usesKramdown } from '../../../src/jekyll/kramdown/kramdown.ts';
import type { KramdownOptions } from '../../../src/jekyll/kramdown/options.ts';
import { renderMarkdown } from '../../../src/markdown/render.ts';

const html = async (source: string, options?: KramdownOptions): Promise<string> =>
  (await renderMarkdown(kramdownToMarkdown(source, options))).html.replace(/\n+/g, '\n').trim();

type Case = [rule: string, source: string, expected: string];
const table = (cases: Case[]): void => {
  it.each(cases)('%s', async (_, source, expected) => {
    expect(await html(source)).toBe(expected);
  });
};

describe('usesKramdown', () => {
  it.each(['{: .x}', '<div>', '*[A]: b', 'a | b', '$$x$$', '^', '1) a', '**強調：**文字'])(
    '%s',
    (body) => {
      expect(usesKramdown(body)).toBe(true);
    },
  );
  it('is false for plain paragraphs and fences', () => {
    expect(usesKramdown('One: "two" – three.\n\n```js\nx\n```\n\n_Four_.')).toBe(false);
  });
});

describe('attribute lists', () => {
  table([
    ['of the block above', 'Para\n{: .a #b key="v"}', '<p id="b" key="v" class="a">Para</p>'],
    ['of the block below', '{: .a}\nPara', '<p class="a">Para</p>'],
    ['several add up', 'Para\n{: .a}\n{: .b #c}', '<p id="c" class="a b">Para</p>'],
    ['of a heading', '# A {#own}\n{: .a}', '<h1 id="own" class="a">A</h1>'],
    ['of a quote', '> a\n{: .epigraph }', '<blockquote class="epigraph">\n<p>a</p>\n</blockquote>'],
    ['inside a quote', '> a\n> {: .b}', '<blockquote>\n<p class="b">a</p>\n</blockquote>'],
    ['of a list', '* a\n{: .b}', '<ul class="b">\n<li>a</li>\n</ul>'],
    ['of a list item', '* {:.b} a', '<ul>\n<li class="b">a</li>\n</ul>'],
    ['of a span', '*a*{: .b}', '<p><em class="b">a</em></p>'],
    ['of a link', '[a](b){:target="_blank"}', '<p><a href="b" target="_blank">a</a></p>'],
    [
      'of an image',
      '![a](/b){: width="1" .c}',
      '<p><img src="/b" alt="a" width="1" class="c"></p>',
    ],
    ['of a code span', '`a`{: .b}', '<p><code class="b">a</code></p>'],
    ['by name', '{:n: .a}\n\nPara\n{:n}', '<p class="a">Para</p>'],
    [
      'of code: the language',
      '    x\n{: .language-js}',
      '<pre><code class="language-js">x\n</code></pre>',
    ],
    [
      'of code: a box',
      '```js\nx\n```\n{: .b}',
      '<div class="b"><pre><code class="language-js">x\n</code></pre></div>',
    ],
    ['behind text they are text', 'a {: .b}', '<p>a {: .b}</p>'],
    ['in a code span they are code', '`{: .b}`', '<p><code>{: .b}</code></p>'],
    ['in a fence they are code', '```\n{: .b}\n```', '<pre><code>{: .b}\n</code></pre>'],
    [
      'in code in a list they are code',
      '* a\n\n      {: .b}',
      '<ul>\n<li>\n<p>a</p>\n<pre><code>{: .b}\n</code></pre>\n</li>\n</ul>',
    ],
  ]);
});

describe('table of contents', () => {
  table([
    [
      'links to the headings, nested, without those of class no_toc',
      '* TOC\n{:toc}\n\n# A\n\n## B\n\n## C\n{:.no_toc}',
      '<ul id="markdown-toc"><li><a href="#a">A</a><ul><li><a href="#b">B</a></li></ul></li></ul>\n' +
        '<h1 id="a">A</h1>\n<h2 id="b">B</h2>\n<h2 class="no_toc" id="c">C</h2>',
    ],
    [
      'is numbered when the list is, and takes attributes',
      '1. x\n{: toc .t}\n\n# A b\n\n# A b',
      '<ol id="markdown-toc" class="t"><li><a href="#a-b">A b</a></li><li><a href="#a-b-1">A b</a></li></ol>\n' +
        '<h1 id="a-b">A b</h1>\n<h1 id="a-b-1">A b</h1>',
    ],
  ]);
});

describe('heading ids', () => {
  it.each([
    ['Ünïcode & Stuff!', 'ünïcode--stuff'],
    ['日本語', '日本語'],
    ['1. Number first', '1-number-first'],
    ['`code` and *em*', 'code-and-em'],
    ['A.B_c - d', 'ab_c---d'],
    ['Let\'s "Go"', 'lets-go'],
  ])('%s', async (heading, id) => {
    for (const contents of ['', '* TOC\n{:toc}\n\n']) {
      const { headings } = await renderMarkdown(kramdownToMarkdown(`${contents}# ${heading}`));
      expect(headings.map(({ slug }) => slug)).toEqual([id]);
    }
  });
});

describe('extensions', () => {
  table([
    ['comment', '{::comment}\na\n\nb\n{:/comment}\nc', '<p>c</p>'],
    ['comment in a line', 'a{::comment}b{:/}c', '<p>ac</p>'],
    ['nomarkdown', '{::nomarkdown}\n*a*\n{:/nomarkdown}', '*a*'],
    [
      'options',
      '{::options parse_block_html="true" /}\n\n<div>\n*a*\n</div>',
      '<div>\n<p><em>a</em></p>\n</div>',
    ],
    ['without an end it is text', '{::comment}\na', '<p>{::comment}\na</p>'],
    ['end of block', '* a\n^\n* b', '<ul>\n<li>a</li>\n</ul>\n<ul>\n<li>b</li>\n</ul>'],
  ]);
});

describe('abbreviations', () => {
  table([
    [
      'mark up whole words in text',
      'HTML, XHTML, `HTML`\n\n*[HTML]: Hyper "Text"',
      '<p><abbr title="Hyper &quot;Text&quot;">HTML</abbr>, XHTML, <code>HTML</code></p>',
    ],
    ['need no text', 'a CSS\n\n*[CSS]:', '<p>a <abbr>CSS</abbr></p>'],
    ['prefer the longest', 'A B\n\n*[A]: 1\n*[A B]: 2', '<p><abbr title="2">A B</abbr></p>'],
  ]);
});

describe('HTML', () => {
  table([
    ['no Markdown inside a block', '<div>\n\n# a\n\n*b*\n\n</div>', '<div>\n# a\n*b*\n</div>'],
    ['text behind a block is Markdown', '<p>*a*</p>\n*b*', '<p>*a*</p>\n<p><em>b</em></p>'],
    ['text on its last line is Markdown', '<hr> *a*', '<hr>\n<p><em>a</em></p>'],
    ['a stray end tag is part of the text', '</main>\n*a*', '<p></main>\n<em>a</em></p>'],
    ['and on the line of the text', '</td> *a*', '<p></td> <em>a</em></p>'],
    ['and in the middle of it', 'a\n</div></b>\n*b*', '<p>a\n</div></b>\n<em>b</em></p>'],
    [
      'and in a quotation',
      '> </div>\n> *a*',
      '<blockquote>\n<p></div>\n<em>a</em></p>\n</blockquote>',
    ],
    ['and in a list item', '* </b>\n  *a*', '<ul>\n<li></b>\n<em>a</em></li>\n</ul>'],
    ['alone it is no paragraph', '</b>\n# a {#x}', '</b>\n<h1 id="x">a</h1>'],
    ['a block ends a paragraph', 'a\n<div>b</div>\nc', '<p>a</p>\n<div>b</div>\n<p>c</p>'],
    [
      'nested elements of one name',
      '<div><div>\n\n</div>*a*</div>\n*b*',
      '<div><div>\n</div>*a*</div>\n<p><em>b</em></p>',
    ],
    [
      'markdown="1"',
      '<div markdown="1" class="c">\n*a*\n</div>',
      '<div class="c">\n<p><em>a</em></p>\n</div>',
    ],
    [
      'markdown="1" on a heading',
      '<h2 markdown="1" class="c">*a*</h2>',
      '<h2 class="c" id="a"><em>a</em></h2>',
    ],
    ['markdown="span"', '<div markdown="span">*a*</div>', '<div><em>a</em></div>'],
    ['markdown="0"', '<div markdown="0">*a*</div>', '<div>*a*</div>'],
    [
      'markdown="0" in a sentence',
      'A <span markdown="0">*a* `b`</span> *c*',
      '<p>A <span>*a* `b`</span> <em>c</em></p>',
    ],
    [
      'markdown="0" of a link',
      '<a href="/x/" markdown="0">_a_</a>',
      '<p><a href="/x/">_a_</a></p>',
    ],
    [
      'markdown="1" deep inside',
      '<table><tr><td markdown="1">*a*</td><td>*b*</td></tr></table>',
      '<table><tr>\n<td>\n<p><em>a</em></p>\n</td>\n<td>*b*</td></tr></table>',
    ],
    ['a span starts a paragraph', '<b>*a*</b> c', '<p><b><em>a</em></b> c</p>'],
    ['a tag alone on a line does too', '<br>\n*a*', '<p><br> <em>a</em></p>'],
    ['without its end tag it ends with the paragraph', '<p>a\n\n*b*', '<p>a\n<p><em>b</em></p>'],
    [
      'script',
      '<script>\n\nif (a < b) c("*d*")\n</script>',
      '<script>\nif (a < b) c("*d*")\n</script>',
    ],
    [
      'in a list item',
      '* a\n  <div>\n\n  *b*\n  </div>',
      '<ul>\n<li>a\n<div>\n*b*\n</div>\n</li>\n</ul>',
    ],
    [
      'in code it is code',
      '`<div>` a\n\n    <div>',
      '<p><code>&lt;div&gt;</code> a</p>\n<pre><code>&lt;div&gt;\n</code></pre>',
    ],
  ]);

  it.each([
    ['<div>\n*a*\n</div>', '<div>\n<p><em>a</em></p>\n</div>'],
    ['<p>*a*\nb</p>', '<p><em>a</em> b</p>'],
    ['<p>1. a</p>', '<p>1. a</p>'],
    ['<p># a</p>', '<p># a</p>'],
    ['<table><tr><td>*a*</td></tr></table>', '<table><tr><td>*a*</td></tr></table>'],
  ])('parse_block_html: %s', async (source, expected) => {
    expect(await html(source, { parseBlockHtml: true })).toBe(expected);
  });
});

describe('comments', () => {
  it.each([
    'a\n\n<!-- secret -->\n\nb',
    'a <!-- secret --> b',
    '<!-- x\n\nsecret\n\n-->\na',
    '<div>\n<!-- secret -->\n\n<p>a</p>\n</div>',
    '<div><!-- x\n\nsecret -->\na',
    'a <!-- x\n\nsecret --> b',
    '{::nomarkdown}<!-- secret -->{:/}',
  ])('are dropped: %j', async (source) => {
    const result = await html(source);
    expect(result).not.toContain('secret');
    expect(result).not.toContain('<!--');
  });
});

const body = (rows: string): string =>
  `<tbody>\n${rows
    .split('/')
    .map(
      (row) =>
        `<tr>\n${row
          .split(' ')
          .map((cell) => `<td>${cell}</td>`)
          .join('\n')}\n</tr>`,
    )
    .join('\n')}\n</tbody>`;
const head = (row: string): string =>
  `<thead>\n<tr>\n${row
    .split(' ')
    .map((cell) => `<th>${cell}</th>`)
    .join('\n')}\n</tr>\n</thead>\n`;

describe('tables', () => {
  table([
    ['without a header', '|a|b|\n|c|d|', `<table>\n${body('a b/c d')}\n</table>`],
    ['of one row', 'a | b', `<table>\n${body('a b')}\n</table>`],
    ['with a header', '|a|b|\n|-|-|\n|c|d|', `<table>\n${head('a b')}${body('c d')}\n</table>`],
    [
      'with plus signs and lines around',
      '|-+-|\n|a|b|\n|-+-|\n|c|d|\n|-+-|\n|e|f|',
      `<table>\n${head('a b')}${body('c d/e f')}\n</table>`,
    ],
    [
      'with rows of any length',
      '|a|\n|-|\n|b|c|',
      `<table>\n${head('a ')}${body('b c')}\n</table>`,
    ],
    [
      'with code that holds a bar',
      '|`a|b`|c|',
      `<table>\n<tbody>\n<tr>\n<td><code>a|b</code></td>\n<td>c</td>\n</tr>\n</tbody>\n</table>`,
    ],
    ['a line without a bar makes it text', 'a | b\nc', '<p>a | b\nc</p>'],
    ['a bar in code divides nothing', '`a|b` c', '<p><code>a|b</code> c</p>'],
    ['a heading is no table', '# a | b', '<h1 id="a--b">a | b</h1>'],
  ]);
});

describe('math', () => {
  it.each([
    ['a block', '$$\nx < y\n$$', '<math display="block"'],
    ['a block on one line', '$$ x $$\n\na', '<math display="block"'],
    ['in a line', 'a $$x$$ b', '<p>a <math><'],
    ['in a line, over two', 'a $$x\ny$$ b', '<p>a <math><'],
    ['at the start of a paragraph', '$$x$$ a\nb', '<p><math><'],
    ['in code it is code', '`$$x$$`', '<code>$$x$$</code>'],
  ])('%s', async (_, source, expected) => {
    expect(await html(source)).toContain(expected);
  });
});

describe('rules and underlines', () => {
  table([
    ['asterisks below a text are text', 'a\n***\nb', '<p>a\n***\nb</p>'],
    ['apart, they are a rule', 'a\n* * *\nb', '<p>a</p>\n<hr>\n<p>b</p>'],
    ['below a blank line, they are a rule', 'a\n\n***\nb', '<p>a</p>\n<hr>\n<p>b</p>'],
    ['below a heading too', '# a {#x}\n***\nb', '<h1 id="x">a</h1>\n<hr>\n<p>b</p>'],
    ['below an underline too', 'a\n===\n***\nb', '<h1 id="a">a</h1>\n<hr>\n<p>b</p>'],
    ['below a rule too', '***\n***', '<hr>\n<hr>'],
    ['below a definition too', '[a]: /b\n***\n[a]', '<hr>\n<p><a href="/b">a</a></p>'],
    ['in a list item', '* a\n***', '<ul>\n<li>a\n***</li>\n</ul>'],
    ['in a quotation', '> a\n***', '<blockquote>\n<p>a\n***</p>\n</blockquote>'],
    ['underscores below a text are text', 'a\n___\nb', '<p>a\n___\nb</p>'],
    ['apart as well', 'a\n_ _ _\nb', '<p>a\n_ _ _\nb</p>'],
    ['dashes below one line are an underline', 'a\n---', '<h2 id="a">a</h2>'],
    ['one is enough', 'a\n-', '<h2 id="a">a</h2>'],
    ['below two lines they are text', 'a\nb\n---\nc', '<p>a\nb\n—\nc</p>'],
    ['and when indented', 'a\n --', '<p>a\n–</p>'],
    [
      'below a list item they are its underline',
      '* a\n---',
      '<ul>\n<li>\n<h2 id="a">a</h2>\n</li>\n</ul>',
    ],
    ['dashes apart are a rule', 'a\nb\n- - -\nc', '<p>a\nb</p>\n<hr>\n<p>c</p>'],
    ['equals signs below two lines are text', 'a\nb\n===\nc', '<p>a\nb\n===\nc</p>'],
    ['a marker with nothing behind it is text', '*\na\n\n1.\nb', '<p>*\na</p>\n<p>1.\nb</p>'],
  ]);
});

describe('lists and paragraphs', () => {
  table([
    [
      'bullets below a number',
      '1. a\n  - b\n2. c',
      '<ol>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ol>',
    ],
    ['1) is no list', '1) a', '<p>1) a</p>'],
    ['a list need not start with 1', 'a\n2. b', '<p>a</p>\n<ol start="2">\n<li>b</li>\n</ol>'],
    ['a year at a line start is no list', 'in\n1984. b', '<p>in\n1984. b</p>'],
    ['an empty heading is text', '####\n\na', '<p>####</p>\n<p>a</p>'],
    [
      'a quote goes on behind an empty line of it',
      '> a\n>\nb',
      '<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>',
    ],
    ['definition list', 'a\n: b\n: c', '<dl>\n<dt>a</dt>\n<dd>b</dd>\n<dd>c</dd>\n</dl>'],
  ]);
});

describe('spans', () => {
  table([
    ['a backtick between blanks is text', 'a ` b` c `d', '<p>a ` b<code> c </code>d</p>'],
    ['two backslashes end a line', 'a\\\\\nb', '<p>a<br>\nb</p>'],
    ['two spaces end a line', 'a  \nb', '<p>a<br>\nb</p>'],
    ['guillemets', '<<a>> b', '<p>«a» b</p>'],
    ['no guillemets in code', '`a << b >> c`', '<p><code>a &lt;&lt; b &gt;&gt; c</code></p>'],
    [
      'nested quotes are no guillemets',
      '>> a',
      '<blockquote>\n<blockquote>\n<p>a</p>\n</blockquote>\n</blockquote>',
    ],
    ['a backslash before what it does not escape', '\\% \\, \\* \\_', '<p>\\% \\, * _</p>'],
    [
      'code in HTML is as it is',
      'Run <code>npm run x -- --a "b" *c*</code> or <kbd>"</kbd> <samp class="d">--e</samp>.',
      '<p>Run <code>npm run x -- --a "b" *c*</code> or <kbd>"</kbd> <samp class="d">--e</samp>.</p>',
    ],
    [
      'with all that it holds',
      '<code>`a` [b](c) $$d$$ {: .e} &lt; <b>--</b>\n...</code>{: .f}',
      '<p><code class="f">`a` [b](c) $$d$$ {: .e} &lt; <b>--</b>\n...</code></p>',
    ],
    ['in a heading too', '## A <code>b--c</code>', '<h2 id="a-b--c">A <code>b--c</code></h2>'],
    ['that is never closed it is not', '<code>a *b*', '<p><code>a <em>b</em></p>'],
    [
      'a line below a heading is no heading',
      '# A\nB\n---\n\nC\n---',
      '<h1 id="a">A</h1>\n<p>B\n—</p>\n<h2 id="c">C</h2>',
    ],
    ['a destination with spaces', '[a](b c.png "t")', '<p><a href="b%20c.png" title="t">a</a></p>'],
    [
      'a destination that goes on below, in a quotation too',
      '> [a](https://x.y/\n>b/ "t")',
      '<blockquote>\n<p><a href="https://x.y/b/" title="t">a</a></p>\n</blockquote>',
    ],
    ['a destination with brackets', '[a](b> c)', '<p><a href="b%3E%20c">a</a></p>'],
    ['a destination in brackets', '[a](<b c> "t")', '<p><a href="b%20c" title="t">a</a></p>'],
    ['a definition with spaces', '[a]\n\n[a]: b c "t"', '<p><a href="b%20c" title="t">a</a></p>'],
    [
      'a definition with a lone parenthesis',
      '[a] [b]\n\n[a]: c)\n[b]: d',
      '<p><a href="d">a</a></p>',
    ],
    ['a space before the name', '[a] [b]\n\n[b]: c', '<p><a href="c">a</a></p>'],
    ['no space before an unknown name', '[a] [x]\n\n[a]: c', '<p><a href="c">a</a> [x]</p>'],
    [
      'emphasis beside full-width punctuation',
      '**强调：**文字',
      '<p><strong>强调：</strong>文字</p>',
    ],
    ['emphasis beside punctuation', 'a*(b)*c', '<p>a<em>(b)</em>c</p>'],
    ['asterisks that are none', 'a * b *c', '<p>a * b *c</p>'],
    [
      'a bare URL is linked',
      'http://a.b/c_d',
      '<p><a href="http://a.b/c_d">http://a.b/c_d</a></p>',
    ],
  ]);
});

describe('a fence in a list item holds lines that are indented less', () => {
  const code = '<pre><code>a\n b\n</code></pre>';
  table([
    [
      'behind a blank line',
      '1. x\n\n   ```\na\n b\n   ```\n2. y',
      `<ol>\n<li>\n<p>x</p>\n${code}\n</li>\n<li>\n<p>y</p>\n</li>\n</ol>`,
    ],
    ['at once', '- x\n  ~~~\na\n b\n~~~\n- y', `<ul>\n<li>x\n${code}\n</li>\n<li>y</li>\n</ul>`],
    [
      'beside the marker',
      '- ```\na\n b\n  ```\n- y',
      `<ul>\n<li>\n${code}\n</li>\n<li>y</li>\n</ul>`,
    ],
    [
      'but not where it is less indented itself',
      '  * x\n  ```\n  a\nb\n  ```\n* y',
      '<ul>\n<li>x</li>\n</ul>\n<pre><code>a\nb\n</code></pre>\n<ul>\n<li>y</li>\n</ul>',
    ],
    [
      'but none behind a blank line',
      '- x\n\n  ```\n  a\n\nb\n\n```js\ny\n```',
      '<ul>\n<li>\n<p>x</p>\n<pre><code>a\n</code></pre>\n</li>\n</ul>\n<p>b</p>\n<pre><code class="language-js">y\n</code></pre>',
    ],
  ]);
});

describe('Markdown in HTML inside a list or quotation', () => {
  const bold = '<div>\n<p><strong>b</strong></p>\n</div>';
  table([
    ['a bullet', '* <div markdown="1">\n  **b**\n  </div>', `<ul>\n<li>\n${bold}\n</li>\n</ul>`],
    [
      'a number, on one line',
      '1. <p markdown="1">**b**</p>',
      '<ol>\n<li>\n<p><strong>b</strong></p>\n</li>\n</ol>',
    ],
    [
      'below the text of an item',
      '- a\n  <div markdown="1">\n  **b**\n  </div>',
      `<ul>\n<li>\n<p>a</p>\n${bold}\n</li>\n</ul>`,
    ],
    [
      'code and lists inside keep their indentation',
      '1.  a\n\n    <div markdown="1">\n    **b**\n\n        c\n\n    - d\n      - e\n    </div>',
      '<ol>\n<li>\n<p>a</p>\n<div>\n<p><strong>b</strong></p>\n<pre><code>c\n</code></pre>\n<ul>\n<li>d\n<ul>\n<li>e</li>\n</ul>\n</li>\n</ul>\n</div>\n</li>\n</ol>',
    ],
    [
      'a quotation',
      '> <div markdown="1">\n> **b**\n> </div>',
      `<blockquote>\n${bold}\n</blockquote>`,
    ],
    [
      'a list in a quotation',
      '> - <div markdown="1">\n>   **b**\n>   </div>',
      `<blockquote>\n<ul>\n<li>\n${bold}\n</li>\n</ul>\n</blockquote>`,
    ],
    [
      'a quotation with attributes',
      '> <p markdown="1">*a*</p>\nb\n{: .n}',
      '<blockquote class="n">\n<p><em>a</em></p>\n<p>b</p>\n</blockquote>',
    ],
    ['a span', 'a <b markdown="1">*b*</b>', '<p>a <b><em>b</em></b></p>'],
    [
      'and none unless asked for',
      '- <div>\n  *a*\n\n  *b*\n  </div>\n- c',
      '<ul>\n<li>\n<div>\n*a*\n*b*\n</div>\n</li>\n<li>c</li>\n</ul>',
    ],
  ]);
});

describe('an element below a line of text ends the paragraph', () => {
  table([
    ['a paragraph', 'a\n<p markdown="span">*b*</p>', '<p>a</p>\n<p><em>b</em></p>'],
    [
      'a caption',
      '<figure markdown="1">\n![a](/b)\n<figcaption markdown="span">*c*</figcaption>\n</figure>',
      '<figure>\n<p><img src="/b" alt="a"></p>\n<figcaption><em>c</em></figcaption>\n</figure>',
    ],
    [
      'a heading',
      'a\n<h2 markdown="1" id="x">*b*</h2>\nc',
      '<p>a</p>\n<h2 id="x"><em>b</em></h2>\n<p>c</p>',
    ],
  ]);
});

describe('a pipe in code divides no cells', () => {
  const row = (...cells: string[]): string =>
    `<table>\n<tbody>\n<tr>\n${cells.map((cell) => `<td>${cell}</td>\n`).join('')}</tr>\n</tbody>\n</table>`;
  table([
    ['in an element', '| <code>a|b</code> | c |', row('<code>a|b</code>', 'c')],
    [
      'with attributes, twice',
      '| <code class="k">a||b</code>|<code>|</code> |',
      row('<code class="k">a||b</code>', '<code>|</code>'),
    ],
    [
      'beside backticks',
      '| <code>a|b</code> `c|d` | e',
      row('<code>a|b</code> <code>c|d</code>', 'e'),
    ],
    ['and makes no table', '<code>a|b</code> c', '<p><code>a|b</code> c</p>'],
    [
      'while another element is divided',
      '| <kbd>a</kbd>|<b>b</b> |',
      row('<kbd>a</kbd>', '<b>b</b>'),
    ],
  ]);
});

describe('small things', () => {
  table([
    ['attributes of inline HTML', '<b>x</b>{: .e}', '<p><b class="e">x</b></p>'],
    [
      'of the outer of two',
      '<i class="a">x <i>y</i></i>{: .e #z}',
      '<p><i class="a e" id="z">x <i>y</i></i></p>',
    ],
    [
      'of an element without content',
      'a <img src="/a?b&amp;c">{: .c}',
      '<p>a <img src="/a?b&amp;c" class="c"></p>',
    ],
    ['mail without its scheme', '<mailto:a@b.org>', '<p><a href="mailto:a@b.org">a@b.org</a></p>'],
  ]);
});

describe('values without quotes', () => {
  table([
    ['of a path', 'x <a href=/a/>b</a> y', '<p>x <a href="/a/">b</a> y</p>'],
    [
      'of a whole address',
      '<a href=https://a.example/b>*c*</a>',
      '<p><a href="https://a.example/b"><em>c</em></a></p>',
    ],
    [
      'of a path upwards',
      '- <a class=d href=../n/ title="a">b</a>',
      '<ul>\n<li><a class="d" href="../n/" title="a">b</a></li>\n</ul>',
    ],
    ['over lines', 'x <a\nhref=/a/\nid=b>c</a>', '<p>x <a\nhref="/a/"\nid="b">c</a></p>'],
    ['in a heading', '## <a href=/a/>b</a>', '<h2 id="b"><a href="/a/">b</a></h2>'],
    [
      'in a block',
      '<div data-a=/b/>\n<a href=/a/>b</a>\n</div>',
      '<div data-a="/b/">\n<a href=/a/>b</a>\n</div>',
    ],
    [
      'of a picture',
      '<img src=/a.png /> ![b](/c.png)',
      '<p><img src="/a.png" /> <img src="/c.png" alt="b"></p>',
    ],
    ['in code they are shown', '`<a href=/a/>`', '<p><code>&lt;a href=/a/&gt;</code></p>'],
    [
      'in quotes they are values',
      '<a title="b c=/d" href=\'/a\'>b</a>',
      '<p><a title="b c=/d" href=\'/a\'>b</a></p>',
    ],
  ]);
});
