import { describe, expect, it } from 'vitest';
import { kramdownToMarkdown } from '../../../src/jekyll/kramdown/kramdown.ts';
import { isFollowed, readOptions } from '../../../src/jekyll/kramdown/options.ts';
import { renderMarkdown } from '../../../src/markdown/render.ts';

/** What a text becomes under `kramdown:` of a `_config.yml`. */
async function html(source: string, config: Record<string, unknown> = {}): Promise<string> {
  const markdown = kramdownToMarkdown(source, readOptions(config));
  return (await renderMarkdown(markdown)).html.replace(/\n+/g, '\n').trim();
}

/** A rule in `_config.yml` and in the text itself. */
const both = (name: string, value: string, source: string) =>
  Promise.all([
    html(source, { [name]: value }),
    html(`{::options ${name}="${value}" /}\n\n${source}`),
  ]);

describe('hard_wrap', () => {
  it('ends the lines of a paragraph', async () => {
    const [text, inText] = await both('hard_wrap', 'true', 'First *a\nb*\nsecond.\n\n- x\n  y');
    expect(text).toBe(
      '<p>First <em>a<br>\nb</em><br>\nsecond.</p>\n<ul>\n<li>x<br>\ny</li>\n</ul>',
    );
    // kramdown has read it before it reads the text.
    expect(inText).not.toContain('<br>');
  });

  it.each([
    '<div markdown="1">\na\nb\n</div>',
    '<b>a\nb</b>',
    '<i>c</i> <b>a<br>\n*b\nc*</b>',
    '> <div markdown="1">\n> a\n> b\n> </div>',
    'x[^1]\n\n[^1]: a\n    b',
  ])('ends none in HTML and notes: %s', async (source) => {
    expect(await html(source, { hard_wrap: true })).toBe(await html(source));
  });

  it('leaves code and blocks alone', async () => {
    const source = '```\na\nb\n```\n\n## A\n\n`c\nd`';
    expect(await html(source, { hard_wrap: true })).toBe(await html(source));
    expect(await html('a\nb', { hard_wrap: false })).toBe('<p>a\nb</p>');
  });

  it('is no break twice where two spaces or backslashes make one', async () => {
    expect(await html('a  \nb\\\\\nc', { hard_wrap: true })).toBe('<p>a<br>\nb<br>\nc</p>');
  });
});

describe('smart_quotes and typographic_symbols', () => {
  it.each([
    ['apos,apos,quot,quot', `<p>"a" it's 'b'</p>`],
    [['apos', 'apos', 'quot', 'quot'], `<p>"a" it's 'b'</p>`],
    ['lsquo,rsquo,laquo,raquo', '<p>«a» it’s ‘b’</p>'],
    [[8218, '8216', 'bdquo', 'ldquo'], '<p>„a“ it‘s ‚b‘</p>'],
  ])('%j', async (value, expected) => {
    expect(await html(`"a" it's 'b'`, { smart_quotes: value })).toBe(expected);
  });

  it('make other signs, and leave those that are written', async () => {
    const config = {
      smart_quotes: 'apos,apos,quot,quot',
      typographic_symbols: { hellip: '...', mdash: '---', ndash: '--', laquo: '<<', raquo: '>>' },
    };
    expect(await html('a -- b --- c ... <<d>> “e” – f… «g» `"--"`', config)).toBe(
      '<p>a -- b --- c ... &lt;&lt;d&gt;&gt; “e” – f… «g» <code>"--"</code></p>',
    );
    expect(await html('    "x" “y”', config)).toBe('<pre><code>"x" “y”\n</code></pre>');
  });

  it('may be set in the text', async () => {
    const [, text] = await both('smart_quotes', 'apos,apos,quot,quot', 'a "b" “c”');
    expect(text).toBe('<p>a "b" “c”</p>');
  });

  it('change no id', async () => {
    const text = await html('## A -- "b"', {
      typographic_symbols: { ndash: '--' },
      smart_quotes: 'apos,apos,quot,quot',
    });
    expect(text).toBe('<h2 id="a--b">A -- "b"</h2>');
  });
});

describe('headings', () => {
  it('have ids with the prefix, but for those that are given', async () => {
    for (const text of await both('auto_id_prefix', 'sec-', '# Größe\n\n## Größe\n\n## B {#own}')) {
      expect(text).toBe(
        '<h1 id="sec-größe">Größe</h1>\n<h2 id="sec-größe-1">Größe</h2>\n<h2 id="own">B</h2>',
      );
    }
  });

  it.each([
    ['1', 'h2 h3 h6'],
    ['-2', 'h1 h1 h4'],
  ])('are %s levels below', async (offset, expected) => {
    for (const text of await both('header_offset', offset, '# A\n\n## B\n\n###### C')) {
      expect(Array.from(text.matchAll(/<(h\d)/g), ([, name]) => name).join(' ')).toBe(
        offset === '-2' ? expected : 'h2 h3 h6',
      );
    }
  });

  it.each(['2..3', '2,3'])(
    'are in the contents by the levels %s that are written',
    async (levels) => {
      const source = '* TOC\n{:toc}\n\n# A\n\n## B\n\n### C\n\n#### D';
      for (const text of await both('toc_levels', levels, source)) {
        expect(Array.from(text.matchAll(/href="#(\w)"/g), ([, id]) => id).join('')).toBe('bc');
      }
      const moved = await html(source, { toc_levels: [2, 3], header_offset: 1 });
      expect(moved).toContain('<li><a href="#b">B</a>');
      expect(moved).not.toContain('href="#a"');
    },
  );
});

it('the text has the last word, in a line or in a sentence', async () => {
  const config = { auto_id_prefix: 'x-' };
  const other = '{::options auto_id_prefix="y-" /}';
  expect(await html(`## A\n\n${other}`, config)).toBe('<h2 id="y-a">A</h2>');
  expect(await html(`## A\n\nb ${other}c`, config)).toBe('<h2 id="y-a">A</h2>\n<p>b c</p>');
});

it.each([
  ['hard_wrap', 'yes'],
  ['smart_quotes', 'lsquo,rsquo'],
  ['typographic_symbols', 'hellip'],
  ['typographic_symbols', { dots: '.' }],
  ['toc_levels', '0..9'],
  ['toc_levels', '7'],
  ['header_offset', 'one'],
  ['input', 'kramdown'],
  ['footnote_nr', 5],
  ['auto_ids', false],
])('%s: %j is not followed', (name, value) => {
  expect(isFollowed(name, value)).toBe(false);
  expect(readOptions({ [name]: value })).toEqual({});
});

it.each([
  ['input', 'GFM'],
  ['hard_wrap', false],
  ['toc_levels', [1, 2]],
  ['parse_block_html', true],
])('%s: %j is followed', (name, value) => {
  expect(isFollowed(name, value)).toBe(true);
});
