import { describe, expect, it } from 'vitest';
import { kramdownToMarkdown } from '../../../src/jekyll/kramdown/kramdown.ts';
import { renderMarkdown } from '../../../src/markdown/render.ts';

const headings = async (source: string): Promise<string[]> =>
  (await renderMarkdown(kramdownToMarkdown(source))).headings.map(
    ({ slug, text }) => `${slug}: ${text}`,
  );

describe('braces of a heading', () => {
  it.each([
    // As Jekyll 4.3.1 has them.
    ['## GET /users/{id}', 'get-usersid: GET /users/{id}'],
    ['## POST /users/{id}/posts/{post}', 'post-usersidpostspost: POST /users/{id}/posts/{post}'],
    ['## {hidden}', 'hidden: {hidden}'],
    ['## U {#x .y}', 'u-x-y: U {#x .y}'],
    ['## V{#z}', 'vz: V{#z}'],
    ['## W ## {#w}', 'w: W'],
    ['## X {#x1} ##', 'x-x1: X {#x1}'],
    ['## Y {#1a}', 'y-1a: Y {#1a}'],
    ['## Z {#a.b}', 'a.b: Z'],
    ['## T {: .x #y}', 't--x-y: T {: .x #y}'],
    ['Set {#s}\n====', 's: Set'],
    ['Set {id}\n----', 'set-id: Set {id}'],
    ['> ## Q {id}', 'q-id: Q {id}'],
    ['- ## L {#l}', 'l: L'],
    ['{: #cc}\n## AA', 'cc: AA'],
    ['## `{a}`', 'a: {a}'],
  ])('%s', async (source, expected) => {
    expect(await headings(source)).toEqual([expected]);
  });
});

it.each([
  ['## On $$x_1$$ and *$$y$$*', 'on-x_1-and-y'],
  ['## $$x$$', 'x'],
  ['## A[^1]\n\n[^1]: b', 'a'],
])('a formula counts as it was written: %s', async (source, id) => {
  const [heading = ''] = await headings(source);
  expect(heading.replace(/:.*/s, '')).toBe(id);
});

describe('an id belongs to one heading', () => {
  it.each([
    [
      ['## Intro', '## Intro'],
      ['intro', 'intro-1'],
    ],
    [
      ['## Setup {#intro}', '## Intro'],
      ['intro', 'intro-1'],
    ],
    [
      ['## Intro', '## Setup {#intro}'],
      ['intro-1', 'intro'],
    ],
    [
      ['## A {#x}', '## B {#x}', '## X'],
      ['x', 'x-1', 'x-2'],
    ],
    [
      ['## A', '## A 1', '## A'],
      ['a', 'a-1', 'a-2'],
    ],
    [
      ['## 🎉', '## …'],
      ['section', 'section-1'],
    ],
    [
      ['## Main {#Page-main}', '## Note {#fn:1}'],
      ['section-Page-main', 'section-fn:1'],
    ],
  ])('%j', async (source, expected) => {
    const found = await headings(source.join('\n\n'));
    expect(found.map((each) => /^(.*?): /.exec(each)?.[1])).toEqual(expected);
  });
});

it('the mark of a note is no part of id and text', async () => {
  expect(await headings('* toc\n{:toc}\n\n## With note[^1]\n\n[^1]: Here.')).toEqual([
    'with-note: With note',
  ]);
});

it('contents lead to the ids that headings have', async () => {
  const source =
    '* toc\n{:toc}\n\n## Intro\n\n## A {#intro}\n\n## B {#intro}\n\n## C[^c]\n\n[^c]: c';
  const { html } = await renderMarkdown(kramdownToMarkdown(source));
  expect(
    [...html.matchAll(/<a href="#([^"]+)">([^<]+)<\/a><\/li>/g)].map((m) => [m[1], m[2]]),
  ).toEqual([
    ['intro-2', 'Intro'],
    ['intro', 'A'],
    ['intro-1', 'B'],
    ['c', 'C'],
  ]);
});
