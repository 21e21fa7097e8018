import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { kramdownToMarkdown } from '../../../src/jekyll/kramdown/kramdown.ts';
import { renderMarkdown } from '../../../src/markdown/render.ts';

const PIECES = [
  '{',
  '}',
  '{:',
  '{: .a}',
  '{::comment}',
  '{:/}',
  '*',
  '**',
  '[',
  ']',
  '](',
  ')',
  '`',
  '``',
  '$$',
  '$',
  '<',
  '>',
  '<<',
  '<div>',
  '</div>',
  '<div markdown="1">',
  '<p>',
  '<a b="',
  '<!--',
  '-->',
  '|',
  '-',
  '- ',
  '1. ',
  '> ',
  '#',
  '# ',
  '~~~',
  '```',
  '\\',
  '\n',
  '\n\n',
  ' ',
  '    ',
  '\t',
  'a',
  '"',
  "'",
  ':',
  '^',
  '*[a]: b',
  '[a]: b',
  '世',
  '\u{1f600}',
  '\ud800',
  '\0',
];

// prettier-ignore
const UNCLOSED = [
  '{', '{:', '{: ', '{::comment} ', '[', '](', '[a](b c ', '[a](b" ', '] [', '`', '`a ``', '$$', '<', '<a ', '<a b="', '<div>\n',
  '<div markdown="1">', '<div><p markdown="1">', '<p>\n\n', '<!--', 'a <!-- b\n', '**a **b', 'a*(', '|a', 'a|`\n', '- - ', '>\n',
  '{:a:b}\n', '*[a]:b\n', '[a]: b (c "\n', ' " ', '\\', '~~~\n', '<!--\uE00Bkramdown:a:', ' ', '\n',
];

it('reads any text without failing and keeps its words', async () => {
  const text = fc
    .array(fc.constantFrom(...PIECES), { maxLength: 60 })
    .map((pieces) => pieces.join(''));
  await fc.assert(
    fc.asyncProperty(text, fc.boolean(), async (source, parseBlockHtml) => {
      const { html } = await renderMarkdown(kramdownToMarkdown(source, { parseBlockHtml }));
      expect(html).not.toContain('kramdown:');
    }),
    { numRuns: 2000 },
  );
});

it.each(UNCLOSED)('takes linear time for many of %j', (piece) => {
  const source = piece.repeat(Math.ceil(200_000 / piece.length));
  expect(kramdownToMarkdown(source).length).toBeGreaterThan(0);
});
