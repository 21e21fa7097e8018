import { describe, expect, it } from 'vitest';
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
