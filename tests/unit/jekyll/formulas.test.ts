import { describe, expect, it } from 'vitest';
import { formulasOf, formulasToMarkdown } from '../../../src/jekyll/kramdown/formulas.ts';
import { kramdownToMarkdown } from '../../../src/jekyll/kramdown/kramdown.ts';
import { renderMarkdown } from '../../../src/markdown/render.ts';

/** The HTML of a text, with the TeX of each formula in the place of its MathML. */
async function html(source: string, formulas: 'all' | 'tex' = 'all'): Promise<string> {
  const markdown = kramdownToMarkdown(formulasToMarkdown(source, formulas));
  const { html } = await renderMarkdown(markdown);
  return html
    .replace(/<math([^>]*)>(.*?)<\/math>/gs, (_, attributes: string, inside: string) => {
      const text = `[${inside.replace(/<[^>]*>|\s/g, '')}]`;
      return attributes.includes('block') ? `[${text}]` : text;
    })
    .replace(/\n+/g, '\n')
    .trim();
}

describe('a formula', () => {
  it.each([
    ['Let $x$ be.', '<p>Let [x] be.</p>'],
    ['$x$', '<p>[x]</p>'],
    ['- $x$ and $y$', '<ul>\n<li>[x] and [y]</li>\n</ul>'],
    ['> $x$', '<blockquote>\n<p>[x]</p>\n</blockquote>'],
    ['$ x $ and $x\ny$', '<p>[x] and [xy]</p>'],
    ['$a_i$ and $b_i$, $a*b*c$', '<p>[ai] and [bi], [a∗b∗c]</p>'],
    ['$a<b$ and $c>d$', '<p>[a&lt;b] and [c&gt;d]</p>'],
    [String.raw`$\\{a\\}$`, '<p>[{a}]</p>'],
    [String.raw`\\(x\\) and \\[y\\].`, '<p>[x] and [y].</p>'],
    [
      String.raw`Text` + '\n\n' + String.raw`\\[ x` + '\n' + String.raw`+ y \\]` + '\n\nMore.',
      '<p>Text</p>\n[[x+y]]\n<p>More.</p>',
    ],
    ['$$x$$ inline $$y$$ and $z$', '<p>[x] inline [y] and [z]</p>'],
    [
      '- a `b` c\n\n    so $x$',
      '<ul>\n<li>\n<p>a <code>b</code> c</p>\n<p>so [x]</p>\n</li>\n</ul>',
    ],
    ['1. a\n\n    so $x$', '<ol>\n<li>\n<p>a</p>\n<p>so [x]</p>\n</li>\n</ol>'],
  ])('%j', async (source, expected) => {
    expect(await html(source)).toBe(expected);
  });
});

describe('no formula', () => {
  it.each([
    'It costs $5 and $6.',
    'Between $20-$30, or US$5, CA$6.',
    'I paid $100.',
    String.raw`\$5 and \$6$`,
    '`$x$` and <a title="$x$">y</a>',
    '```\n$x$\n```\n\n    $y$',
    '<div>$x$</div>',
    'One $a\n\nand b$ two.',
    '$\\{a$ {b$',
    '$ $ and $$ $$',
    'echo $$',
  ])('%j', (source) => {
    expect(formulasToMarkdown(source, 'all')).toBe(source);
  });

  it('is between dollars where they were not set', async () => {
    expect(await html(String.raw`$x$ and \\(y\\)`, 'tex')).toBe('<p>$x$ and [y]</p>');
  });
});

it.each([
  [{ math: true }, 'all'],
  [{ math: 'katex' }, 'all'],
  [{ mathjax: 'true' }, 'all'],
  [{ use_math: true }, 'all'],
  [{ math: 'tex' }, 'tex'],
  [{ math: true, mathjax: false }, undefined],
  [{ math: false }, undefined],
  [{ math: null }, undefined],
  [{ title: 'Math' }, undefined],
])('%j: %s', (data, expected) => {
  expect(formulasOf(data)).toBe(expected);
});
