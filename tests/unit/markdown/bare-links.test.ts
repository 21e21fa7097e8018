import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../src/markdown/render.ts';

/** The texts of the links. */
const linksIn = async (source: string): Promise<string[]> =>
  [...(await renderMarkdown(source)).html.matchAll(/<a href="[^"]*"[^>]*>([^<]*)<\/a>/g)].map(
    ([, text = '']) => text,
  );

describe('full-width punctuation ends a bare address', () => {
  it.each([
    ['詳細は https://example.org/a。次の文', ['https://example.org/a']],
    ['全角（https://example.org/a）です', ['https://example.org/a']],
    [
      'https://example.org/a、https://example.org/b。',
      ['https://example.org/a', 'https://example.org/b'],
    ],
    ['见“https://example.org/a”！', ['https://example.org/a']],
    ['“www.example.org”', ['www.example.org']],
    ['www.example.org。次', ['www.example.org']],
    ['https://example.org/ジョン・レノン　です', ['https://example.org/ジョン・レノン']],
    ['https://example.org/々〇', ['https://example.org/々〇']],
    ['https://example.org/a?b=c.。', ['https://example.org/a?b=c']],
    ['(https://example.org/a)，后', ['https://example.org/a']],
    ['（https://example.org/a_(b).)。', ['https://example.org/a_(b)']],
  ])('%s', async (source, expected) => {
    expect(await linksIn(source)).toEqual(expected);
  });

  it.each([
    ['between angle brackets', '<https://example.org/a。b>', ['https://example.org/a。b']],
    [
      'in a link',
      '[https://example.org/a。b](https://example.org/c)',
      ['https://example.org/a。b'],
    ],
    ['in other writing', 'https://example.org/a(b).', ['https://example.org/a(b)']],
  ])('but not %s', async (_, source, expected) => {
    expect(await linksIn(source)).toEqual(expected);
  });
});
