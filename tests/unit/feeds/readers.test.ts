import { describe, expect, it } from 'vitest';
import { feedHtml } from '../../../src/feeds/feed-html.ts';
import { en } from '../../../src/i18n/en.ts';
import { renderPage } from '../../../src/markdown/render.ts';
import { sanitized, sanitizers } from '../../support/sanitizers.ts';

const URL_OF_POST = 'https://example.org/posts/hello/';

/** What readers of feeds show of a Markdown text. */
async function shown(source: string, reader: string): Promise<string> {
  const { html } = await renderPage(source);
  const rules = sanitizers[reader];
  if (!rules) throw new Error(`${reader} has no rules`);
  return sanitized(feedHtml(html, URL_OF_POST, en), rules).replace(/\n\s*/g, '');
}

describe.each(Object.keys(sanitizers))('in %s', (reader) => {
  it('a callout is set apart and has its name', async () => {
    expect(await shown('> [!WARNING]\n> Hot.', reader)).toBe(
      '<blockquote><p><strong>Warning</strong></p><p>Hot.</p></blockquote>',
    );
    expect(await shown(':::tip\nTea.\n:::', reader)).toContain('<p><strong>Tip</strong></p>');
    expect(await shown('> [!TIP] Tea first\n> Pour.', reader)).toBe(
      '<blockquote><p><strong>Tea first</strong></p><p>Pour.</p></blockquote>',
    );
  });

  it('a footnote has its number, and its note stands below a line', async () => {
    const html = await shown('Tea.[^1]\n\n[^1]: Green.', reader);
    expect(html).toMatch(
      /<p>Tea\.<sup><a href="https:[^"]*#fn:1"[^>]*>1<\/a><\/sup><\/p>.*<hr>.*Green\./,
    );
    expect(html).not.toContain('↩');
  });

  it('a formula is MathML, in a paragraph where it stands by itself', async () => {
    const html = await shown('$$\nx^2\n$$\n\nand $$y$$ too', reader);
    expect(html).toMatch(/^<p><math.*<msup><mi>x<\/mi><mn>2<\/mn><\/msup>.*<\/math><\/p>/);
    expect(html).toMatch(/<p>and <math.*<mi>y<\/mi>.*<\/math> too<\/p>$/);
  });

  it('a diagram is a link to where it is drawn, and its source', async () => {
    const html = await shown('```mermaid\ngraph LR; a --> b\n```', reader);
    expect(html).toMatch(
      /^<p><a href="https:\/\/example.org\/posts\/hello\/">See the diagram.*<\/a><\/p><pre><code>graph LR; a --&gt; b\s*<\/code><\/pre>$/,
    );
  });

  it('an embed is a link wherever its frame is taken out', async () => {
    const html = await shown(
      '<iframe src="https://maps.example/x?a=1&amp;b=2" title="A map"></iframe>',
      reader,
    );
    expect(html).toContain('<a href="https://maps.example/x?a=1&amp;b=2">A map</a>');
  });

  it('a script that waits for its reader is a link', async () => {
    const html = await shown('<script src="https://gist.github.com/ada/1f.js"></script>', reader);
    expect(html).toContain('<a href="https://gist.github.com/ada/1f">');
  });

  it('a film is a film', async () => {
    expect(await shown('<video src="/a.mp4" controls></video>', reader)).toContain(
      '<video src="https://example.org/a.mp4"',
    );
  });

  it('code keeps its lines, and its title', async () => {
    const html = await shown('```js title="a.js"\na < b\n  c\n```', reader);
    expect(html).toMatch(/<pre><code>a &lt; b\n? ?.*c/s);
  });

  it('tasks say whether they are done', async () => {
    expect(await shown('- [x] one\n- [ ] two', reader)).toMatch(/☑ one.*☐ two/);
  });

  it('what can be opened is there, below what opens it', async () => {
    const html = await shown('<details><summary>More</summary>\n\nText.\n\n</details>', reader);
    expect(html).toMatch(/<strong>More<\/strong>.*<p>Text\.<\/p>/);
  });

  it('a table has its rows and heads', async () => {
    expect(await shown('| a | b |\n|---|---|\n| 1 | 2 |', reader)).toMatch(
      /<table><thead><tr><th>a<\/th><th>b<\/th><\/tr><\/thead>.*<td>1<\/td><td>2<\/td>/,
    );
  });

  it('nothing is left that runs or asks', async () => {
    const html = await shown(
      '<script>alert(1)</script><style>p{}</style><p onclick="x()">a</p>',
      reader,
    );
    expect(html).toBe('<p>a</p>');
  });
});
