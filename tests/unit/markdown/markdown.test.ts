import { describe, expect, it } from 'vitest';
import { withoutComments } from '../../../src/markdown/drop-notes.ts';
import { renderMarkdown, renderMarkdownSync } from '../../../src/markdown/render.ts';

const html = async (source: string): Promise<string> =>
  (await renderMarkdown(source)).html.replace(/\n+/g, '\n').trim();

describe('features', () => {
  it.each([
    ['front matter is no front matter', '---\na: b\n---', '<hr>\n<h2 id="a-b">a: b</h2>'],
    ['smart punctuation', '"a" -- b...', '<p>“a” – b…</p>'],
    ['definition list', 'a\n: b', '<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>'],
    ['heading attributes', '# a {#b .c}', '<h1 id="b" class="c">a</h1>'],
    ['one dollar is a dollar', 'from $5 to $6', '<p>from $5 to $6</p>'],
  ])('%s', async (_, source, expected) => {
    expect(await html(source)).toBe(expected);
  });

  it('gives the headings with their ids', async () => {
    const { headings } = await renderMarkdown('# A b\n\n## A b\n\n## C {#own}');
    expect(headings).toEqual([
      { depth: 1, slug: 'a-b', text: 'A b' },
      { depth: 2, slug: 'a-b-1', text: 'A b' },
      { depth: 2, slug: 'own', text: 'C' },
    ]);
  });
});

describe('withoutComments', () => {
  it.each([
    ['a<!-- b -->c', 'ac'],
    ['a<!-- b\n\nc -->d', 'ad'],
    ['a<!-->b', 'ab'],
    ['a<!--->b', 'ab'],
    ['a<!-- b --!>c', 'ac'],
    ['a<!-- b', 'a'],
    ['<script>"<!-- a -->"</script><!-- b -->', '<script>"<!-- a -->"</script>'],
    ['<textarea><!-- a --></textarea>', '<textarea><!-- a --></textarea>'],
  ])('%j', (source, expected) => {
    expect(withoutComments(source)).toBe(expected);
  });
});

describe('comments', () => {
  it.each([
    ['between blocks', 'a\n\n<!-- secret -->\n\nb', '<p>a</p>\n<p>b</p>'],
    ['in a line', 'a <!-- secret -->b', '<p>a b</p>'],
    ['in HTML', '<div><!-- secret -->a</div>', '<div>a</div>'],
    [
      'not in code',
      '`<!-- a -->`\n\n    <!-- b -->',
      '<p><code>&lt;!-- a --&gt;</code></p>\n<pre><code>&lt;!-- b --&gt;\n</code></pre>',
    ],
  ])('%s', async (_, source, expected) => {
    expect(await html(source)).toBe(expected);
  });
});

describe('directives', () => {
  it.each([
    [
      'callout',
      ':::note\na\n:::',
      '<aside class="callout callout-note" role="note" aria-label="Note"><p>a</p></aside>',
    ],
    [
      'callout with a title and attributes',
      ':::tip[Hi *x*]{.a #b}\nc\n:::',
      '<aside id="b" class="callout callout-tip a" role="note"><p class="callout-title">Hi <em>x</em></p><p>c</p></aside>',
    ],
    ['unknown name', ':::other\na\n:::', '<p>:::other</p>\n<p>a</p>\n<p>:::</p>'],
    ['unknown name without an end', ':::other\na', '<p>:::other</p>\n<p>a</p>'],
    ['time of day', 'at 12:30', '<p>at 12:30</p>'],
    ['label and attributes', 'a:b[c]{.d} e', '<p>a:b[c]{.d} e</p>'],
    ['in a link and a heading', '# [a:b](/c) d:e', '<h1 id="ab-de"><a href="/c">a:b</a> d:e</h1>'],
    ['alone on a line', '::a\n\n::b[c]', '<p>::a</p>\n<p>::b[c]</p>'],
  ])('%s', async (_, source, expected) => {
    expect(await html(source)).toBe(expected);
  });
});

describe('strikethrough', () => {
  it.each([
    ['~~a~~', '<p><del>a</del></p>'],
    ['~> 1 and ~> 2, ~a~', '<p>~&gt; 1 and ~&gt; 2, ~a~</p>'],
    ['~~a~~ ~*b*~', '<p><del>a</del> ~<em>b</em>~</p>'],
  ])('%s', async (source, expected) => {
    expect(await html(source)).toBe(expected);
  });
});

describe('footnotes', () => {
  it('has the ids and roles that kramdown gives, and no heading', async () => {
    const { html: page, headings } = await renderMarkdown('A[^x] b[^x]\n\n[^x]: note');
    expect(headings).toEqual([]);
    expect(page).not.toContain('<h2');
    for (const part of [
      'href="#fn:x" id="fnref:x"',
      '<li id="fn:x" style="position-anchor:--note-1">',
      'href="#fnref:x"',
      'role="doc-noteref"',
      'role="doc-endnotes"',
      'role="doc-backlink"',
    ]) {
      expect(page).toContain(part);
    }
    expect(page).not.toContain('aria-describedby');
    // A note stands beside the first of its marks.
    expect(page.match(/anchor-name:--note-1/g)).toHaveLength(1);
  });
});

describe('math', () => {
  it('is MathML', async () => {
    expect(await html('a $$b*c*d$$ e')).toBe(
      '<p>a <math><mrow><mi>b</mi><mo>∗</mo><mi>c</mi><mo>∗</mo><mi>d</mi></mrow></math> e</p>',
    );
    expect(await html('$$\na\n$$')).toContain('<math display="block"');
  });
  it('stays as code when it does not parse', async () => {
    expect(await html('a $$\\b{$$')).toBe('<p>a <code>\\b{</code></p>');
    expect(await html('$$\n\\b{\n$$')).toBe(
      '<pre><code class="language-latex">\\b{\n</code></pre>',
    );
  });
  it('is the same without waiting', () => {
    expect(renderMarkdownSync('$$a$$')).toContain('<math>');
  });
});

describe('tables', () => {
  it('have no header row when it is empty', async () => {
    expect(await html('| | |\n|-|-|\n|a|b|')).toBe(
      '<table>\n<tbody>\n<tr>\n<td>a</td>\n<td>b</td>\n</tr>\n</tbody>\n</table>',
    );
  });
  it('keep a header row with anything in it', async () => {
    expect(await html('| | a |\n|-|-|\n|b|c|')).toContain('<thead>');
    expect(await html('| | ![](/a.png) |\n|-|-|\n|b|c|')).toContain('<thead>');
  });
});

describe('images', () => {
  it.each(['/100%.png', '/caf%E9.png', '100%.png'])('%s stays as it is', async (url) => {
    expect(await html(`![a](${url} "t")`)).toBe(`<p><img src="${url}" alt="a" title="t"></p>`);
    expect(await html(`![a][b]\n\n[b]: ${url}`)).toContain(`alt="a"`);
  });
});
