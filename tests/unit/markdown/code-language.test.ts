import { createShikiHighlighter } from '@astrojs/internal-helpers/shiki';
import { describe, expect, it, vi } from 'vitest';
import { codeBlocks } from '../../../src/markdown/code-blocks.ts';
import { knownLanguage, readInfo } from '../../../src/markdown/code-language.ts';
import { renderMarkdown } from '../../../src/markdown/render.ts';

describe('readInfo', () => {
  it.each([
    ['js', '', 'js', ''],
    ['js{1,3}', '', 'js', '{1,3}'],
    ['js{1,', '3-5}', 'js', '{1, 3-5}'],
    ['ts:src/app.ts', '', 'ts', 'title="src/app.ts"'],
    ['js:title=a.js{2}', 'wrap', 'js', 'title="a.js" {2} wrap'],
    ['rust,no_run,wrap', '', 'rust', 'no_run,wrap'],
    ['{.python}', '', 'python', ''],
    ['{.haskell', '.numberLines startFrom="9"}', 'haskell', '.numberLines startFrom="9"'],
    ['{r,', 'echo=FALSE}', 'r', 'echo=FALSE'],
    ['language-c++', 'a', 'c++', 'a'],
    ['vb.net', '', 'vb.net', ''],
    ['', '', '', ''],
  ])('%s %s', (lang, meta, expectedLang, expectedMeta) => {
    expect(readInfo(lang, meta)).toEqual({ lang: expectedLang, meta: expectedMeta });
  });
});

describe('knownLanguage', () => {
  it.each([
    ['JavaScript', 'javascript'],
    ['C#', 'c#'],
    ['C++', 'c++'],
    ['F#', 'f#'],
    ['Objective-C', 'objective-c'],
    ['VB.NET', 'vb'],
    ['sh-session', 'shellsession'],
    ['console', 'console'],
    ['irb', 'ruby'],
    ['pycon', 'python'],
    ['golang', 'go'],
    ['patch', 'diff'],
    ['conf', 'ini'],
    ['nasm', 'asm'],
    ['ansi', 'ansi'],
    ['Mermaid', 'mermaid'],
    ['constructor', undefined],
    ['nosuchlanguage', undefined],
  ])('%s', (name, expected) => {
    expect(knownLanguage(name)).toBe(expected);
  });
});

it.each([
  ['a language in capitals', '```C#\nx\n```', 'language-c#'],
  ['an alias in a list', '- ```Golang {1}\n  x\n  ```', 'language-go'],
  ['an unknown one is plain', '~~~nosuch\nx\n~~~', 'language-plaintext'],
  ['changes of an alias', '```diff-golang\n+x\n```', 'language-go'],
])('fences: %s', async (_, source, expected) => {
  expect((await renderMarkdown(source)).html).toContain(`class="${expected}"`);
});

it('colours what a terminal prints by variables', async () => {
  const highlighter = await createShikiHighlighter({ theme: 'css-variables' });
  const html = await highlighter.codeToHtml(
    '\u001b[31mred\u001b[0m \u001b[1mbold\u001b[0m \u001b[92;44mboth\u001b[0m plain',
    'ansi',
    { transformers: [codeBlocks] },
  );
  expect(html).toContain('<span style="color:var(--astro-code-ansi-red)">red</span>');
  expect(html).toContain('<span style="font-weight:bold">');
  expect(html).toContain(
    'color:var(--astro-code-ansi-bright-green);background-color:var(--astro-code-ansi-blue)',
  );
  expect(html).not.toContain('#0000');
});

it('colours code the same however slow the machine is', async () => {
  const highlighter = await createShikiHighlighter({ theme: 'css-variables' });
  const colour = (code: string) =>
    highlighter.codeToHtml(code, 'js', { transformers: [codeBlocks] });
  const code = 'const a = f("x", 1); // b\nreturn `${a}`;\n';
  const html = await colour(code);
  let now = 0;
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => (now += 1000));
  expect(await colour(code)).toBe(html);
  clock.mockRestore();
  expect(html).toContain('<span class="c">// b</span>');
});
