import { describe, expect, it } from 'vitest';
import { en } from '../../../src/i18n/en.ts';
import { kramdownToMarkdown } from '../../../src/jekyll/kramdown/kramdown.ts';
import { askBeforeLoading } from '../../../src/markdown/embeds.ts';
import { renderPage } from '../../../src/markdown/render.ts';

const html = async (source: string, lang?: string): Promise<string> =>
  (await renderPage(source, undefined, { lang })).html.replace(/\n+/g, '\n').trim();

describe('headings', () => {
  it.each([
    ['## A *b*', '<h2 id="a-b"><a class="anchor" href="#a-b">A <em>b</em></a></h2>'],
    ['## A {#own}', '<h2 id="own"><a class="anchor" href="#own">A</a></h2>'],
    ['## A [b](c)', '<h2 id="a-b">A <a href="c">b</a></h2>'],
    ['## A <a name="b"></a>', '<h2 id="a-">A <a name="b"></a></h2>'],
    ['## ¿?', '<h2 id="section"><a class="anchor" href="#section">¿?</a></h2>'],
  ])('%s', async (source, expected) => {
    expect(await html(source)).toBe(expected);
  });
});

describe('callouts', () => {
  const note = (words: string) =>
    `<aside class="callout callout-note" role="note" aria-label="Note">${words}</aside>`;
  const oneLine = async (source: string, lang?: string) =>
    (await html(source, lang)).replaceAll('\n', '');

  it.each([
    [':::note\na\n:::', note('<p>a</p>')],
    ['> [!NOTE]\n> a', note('<p>a</p>')],
    ['> [!note]\n>\n> a', note('<p>a</p>')],
    ['> [!OTHER]\n> a', '<blockquote><p>[!OTHER]a</p></blockquote>'],
    ['> a [!NOTE]', '<blockquote><p>a [!NOTE]</p></blockquote>'],
  ])('%j', async (source, expected) => {
    expect(await oneLine(source)).toBe(expected);
  });

  it('of the Chirpy theme', async () => {
    expect(await oneLine(kramdownToMarkdown('> a\n{: .prompt-tip }'))).toBe(
      '<aside class="callout callout-tip prompt-tip" role="note" aria-label="Tip"><p>a</p></aside>',
    );
  });

  it('with a title need no label', async () => {
    expect(await oneLine('> [!TIP] Hi\n> a')).toBe(
      '<aside class="callout callout-tip" role="note"><p class="callout-title">Hi</p><p>a</p></aside>',
    );
  });

  it('are called as the language of the post calls them', async () => {
    expect(await oneLine(':::warning\na\n:::', 'de')).toContain('aria-label="Warnung"');
  });
});

describe('tasks', () => {
  it('are labelled by their text, nested ones too', async () => {
    expect(await html('- [x] a *b*\n  - [ ] c')).toBe(
      '<ul class="contains-task-list">\n' +
        '<li class="task-list-item"><label><input type="checkbox" checked disabled> a <em>b</em>\n</label>' +
        '<ul class="contains-task-list">\n' +
        '<li class="task-list-item"><label><input type="checkbox" disabled> c</label></li>\n' +
        '</ul>\n</li>\n</ul>',
    );
  });
});

describe('tables', () => {
  it.each(['|a|\n|-|\n|b|', '<table><tr><td>b</td></tr></table>'])('scroll: %j', async (source) => {
    const box = '<div class="table" role="group" aria-label="Table" tabindex="0"><table>';
    const result = await html(source);
    expect(result.startsWith(box)).toBe(true);
    expect(result.endsWith('</table></div>')).toBe(true);
  });

  it('are wide where more columns stand in them than the column of text holds', async () => {
    const table = (cell: string, count: number) =>
      ['a', '-', cell].map((text) => `|${`${text}|`.repeat(count)}`).join('\n');
    const wide = 'class="table wide"';
    expect(await html(table('x'.repeat(20), 4))).toContain(wide);
    expect(await html(table('x'.repeat(20), 3))).not.toContain(wide);
    // Prose can be broken.
    expect(await html(table('x y '.repeat(50), 2))).not.toContain(wide);
  });
});

describe('captions', () => {
  it.each([
    [
      '![a](/b.png)\n_c **d**_',
      '<figure><img src="/b.png" alt="a"><figcaption>c <strong>d</strong></figcaption></figure>',
    ],
    [
      '[![a](/b.png)](d)\n_c_',
      '<figure><a href="d"><img src="/b.png" alt="a"></a><figcaption>c</figcaption></figure>',
    ],
    ['![a](/b.png)', '<p><img src="/b.png" alt="a"></p>'],
    ['![a](/b.png "c")', '<p><img src="/b.png" alt="a" title="c"></p>'],
    ['![a](/b.png "c") d', '<p><img src="/b.png" alt="a" title="c"> d</p>'],
  ])('%j', async (source, expected) => {
    expect(await html(source)).toBe(expected);
  });
});

describe('links', () => {
  it('that say their address are marked for print', async () => {
    expect(await html('<https://a.b/> [c](https://a.b/)')).toBe(
      '<p><a href="https://a.b/" class="bare">https://a.b/</a> <a href="https://a.b/">c</a></p>',
    );
  });
});

describe('embeds', () => {
  const ask = (source: string) => askBeforeLoading(source, en);

  it('a frame of another server asks first, and keeps its address', () => {
    const frame = ask('<iframe src="https://a.b/c?d&amp;e" width="3"></iframe>');
    expect(frame).toMatch(/^<iframe src="https:\/\/a\.b\/c\?d&amp;e" width="3" title="a\.b" /);
    expect(frame).toContain('srcdoc=');
    expect(frame).toContain('Load from a.b');
  });

  it('a script of another server waits', () => {
    expect(ask('<script async src="//a.b/c.js"></script>')).toBe(
      '<script async="" type="text/plain" data-src="//a.b/c.js" data-label="Load from a.b"></script>',
    );
  });

  it('a video is fetched when it is played', () => {
    expect(ask('<video controls autoplay src="https://a.b/c.mp4"></video>')).toBe(
      '<video controls="" src="https://a.b/c.mp4" preload="none"></video>',
    );
  });

  it.each([
    '<iframe src="/a.html"></iframe>',
    '<script>a</script>',
    '<script src="/a.js"></script>',
  ])('what is the site’s own stays: %s', (source) => {
    expect(ask(source)).toBe(source);
  });
});

describe('fences', () => {
  it('of comparisons take the language of the code', async () => {
    expect(await html('```diff-js\n+a\n```')).toContain('class="language-js"');
    expect(await html('```diff lang="ts"\n+a\n```')).toContain('class="language-ts"');
    expect(await html('```diff\n+a\n```')).toContain('class="language-diff"');
  });
});
