import { describe, expect, it } from 'vitest';
import { mdxFrontMatter, normalizeFrontMatter } from '../../../src/build/mdx-front-matter.ts';

describe('normalizeFrontMatter', () => {
  it('leaves out the layout, which Astro would import', () => {
    expect(normalizeFrontMatter('---\nlayout: post\ntitle: A\n---\nText')).toBe(
      '---\n{"title":"A"}\n---\n\nText',
    );
  });

  it('takes what other YAML parsers refuse', () => {
    expect(normalizeFrontMatter('---\ntitle: A\ntitle: B\n---\nText')).toContain('{"title":"B"}');
  });

  it('keeps the text on its lines', () => {
    const source = '---\nlayout: post\ntitle: A\ntags: [a]\ndate: 2026-01-31\n---\nText';
    const lines = normalizeFrontMatter(source).split('\n');
    expect(lines.indexOf('Text')).toBe(source.split('\n').indexOf('Text'));
  });
});

describe('a text that is no MDX', () => {
  it.each([
    ['a post', '/site/src/content/posts/a.mdx', 'src/content/posts/a.mdx:5'],
    ['a part of one', '/site/src/parts/note.mdx', 'src/parts/note.mdx:5'],
  ])('is told by file and line: %s', (_what, id, place) => {
    const { handler } = mdxFrontMatter('/site').transform;
    expect(() => handler('---\ntitle: A\n---\n\nIf a <3 b', id)).toThrow(
      `${place}\n  cannot be read as MDX: `,
    );
  });
});
