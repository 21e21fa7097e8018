import { describe, expect, it } from 'vitest';
import { ContentError, formatKinds, formatProblem, nearest } from '../../../src/lib/problem.ts';

describe('formatProblem', () => {
  it('says place, field, value, expectation and hint', () => {
    expect(
      formatProblem({
        file: 'src/content/posts/a.md',
        line: 4,
        field: 'publish',
        value: false,
        message: 'there is no such key',
        hint: 'Did you mean `published`?',
      }),
    ).toBe(
      'src/content/posts/a.md:4\n  publish = false: there is no such key\n  Did you mean `published`?',
    );
  });

  it('leaves out what is not known', () => {
    expect(formatProblem({ file: 'a.md', message: 'expected UTF-8 text' })).toBe(
      'a.md\n  expected UTF-8 text',
    );
  });

  it('shortens long values', () => {
    const text = formatProblem({
      file: 'a.md',
      field: 'title',
      value: 'x'.repeat(500),
      message: 'm',
    });
    expect(text.length).toBeLessThan(160);
  });
});

describe('formatKinds', () => {
  const problem = (line: number, value: string) => ({
    file: 'a.md',
    line,
    field: 'lang',
    value,
    message: 'expected a language',
  });

  it('tells each kind once, with its count and the first places, the most frequent first', () => {
    const kinds = formatKinds([
      { file: 'z.md', message: 'alone' },
      ...[1, 2, 3, 4, 5, 6].map((line) => problem(line, `x${line}`)),
    ]);
    expect(kinds).toEqual([
      [
        'a.md:1',
        '  lang = "x1": expected a language',
        '  6 of this kind; the others:',
        '    a.md:2 = "x2"',
        '    a.md:3 = "x3"',
        '    a.md:4 = "x4"',
        '    and 2 more',
      ].join('\n'),
      'z.md\n  alone',
    ]);
  });

  it('names all places where it is asked to', () => {
    const [kind] = formatKinds(
      [1, 2, 3, 4, 5, 6].map((line) => problem(line, 'x')),
      Infinity,
    );
    expect(kind).toMatch(/a\.md:6/);
    expect(kind).not.toMatch(/more/);
  });

  it('takes together what different files led to, and names these', () => {
    const via = (file: string) => ({ ...problem(1, 'x'), via: `included by ${file}` });
    expect(formatKinds([via('b.md'), via('c.md')])).toEqual([
      [
        'a.md:1',
        '  lang = "x": expected a language (included by b.md)',
        '  2 of this kind; the others:',
        '    a.md:1 = "x" (included by c.md)',
      ].join('\n'),
    ]);
  });

  it('keeps apart what concerns another field', () => {
    const other = { ...problem(1, 'x'), field: 'title' };
    expect(formatKinds([problem(1, 'x'), other])).toHaveLength(2);
  });
});

describe('ContentError', () => {
  it.each(['the-document-of-the-window.md', 'window.md', 'a/document.mdx'])(
    'of %s gets no stack trace and no guess at a hint',
    (file) => {
      const error: Error & { hint?: unknown } = new ContentError([
        { file, message: 'document.body' },
      ]);
      error.hint = 'Browser APIs are not available on the server.';
      expect(error.hint).toBeUndefined();
      expect(error.stack).toBe('');
    },
  );

  it('tells all problems in the order of files and lines', () => {
    const error = new ContentError([
      { file: 'b.md', line: 1, message: 'third' },
      { file: 'a.md', line: 9, message: 'second' },
      { file: 'a.md', line: 2, message: 'first' },
    ]);
    expect(error.problems.map(({ message }) => message)).toEqual(['first', 'second', 'third']);
    expect(error.message).toMatch(/^3 problems[^]*first[^]*second[^]*third/);
  });
});

describe('nearest', () => {
  const keys = ['published', 'draft', 'title', 'timeZone', 'url'];
  it.each([
    ['pubished', 'published'],
    ['Published', 'published'],
    ['time_zone', 'timeZone'],
    ['titel', 'title'],
    ['drafts', 'draft'],
    ['ulr', 'url'],
    ['xyz', undefined],
    ['permalink', undefined],
  ])('%s is near to %s', (word, expected) => {
    expect(nearest(word, keys)).toBe(expected);
  });
});
