import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editFrontMatter, editList } from '../../../src/cli/edit-front-matter.ts';

const edit = (text: string, values: Record<string, string | undefined>) =>
  editFrontMatter('a.md', Buffer.from(text), values).toString();

const DATE = '2026-11-25 10:00:00 +0100';

describe('editFrontMatter', () => {
  it.each([
    [
      'a value',
      '---\ntitle: A\ndate: 2020-01-01\n---\nB\n',
      `---\ntitle: A\ndate: ${DATE}\n---\nB\n`,
    ],
    ['one in quotes', '---\ndate: "2020-01-01 # no"\n---\n', `---\ndate: ${DATE}\n---\n`],
    [
      'before a comment',
      '---\ndate: 2020-01-01  # begun\n---\n',
      `---\ndate: ${DATE}  # begun\n---\n`,
    ],
    ['without a value', '---\ndate:\ntitle: A\n---\n', `---\ndate: ${DATE}\ntitle: A\n---\n`],
    ['a quoted key', `---\n'date' : x\n---\n`, `---\n'date' : ${DATE}\n---\n`],
    [
      'a key that is not there',
      '---\ntitle: A\n---\n\nB',
      `---\ntitle: A\ndate: ${DATE}\n---\n\nB`,
    ],
    ['no front matter', 'Text\n', `---\ndate: ${DATE}\n---\n\nText\n`],
    ['empty front matter', '---\n---\nText\n', `---\ndate: ${DATE}\n---\nText\n`],
    ['full stops as its end', '---\na: 1\n...\n', `---\na: 1\ndate: ${DATE}\n...\n`],
    [
      'ends of lines of Windows',
      '---\r\na: 1\r\n---\r\nB\r\n',
      `---\r\na: 1\r\ndate: ${DATE}\r\n---\r\nB\r\n`,
    ],
    ['a byte order mark', '\uFEFF---\na: é\n---\n', `\uFEFF---\na: é\ndate: ${DATE}\n---\n`],
    [
      'a key of the same name inside',
      '---\na:\n  date: 1\n---\n',
      `---\na:\n  date: 1\ndate: ${DATE}\n---\n`,
    ],
  ])('sets a date: %s', (_, before, after) => {
    expect(edit(before, { date: DATE })).toBe(after);
  });

  it.each([
    ['---\npublished: false\ntitle: A\n---\n', '---\ntitle: A\n---\n'],
    ['---\ntitle: A\npublished: no # yet\n---\n', '---\ntitle: A\n---\n'],
    ['---\ntitle: A\n---\npublished: false\n', '---\ntitle: A\n---\npublished: false\n'],
  ])('takes a key out of %j', (before, after) => {
    expect(edit(before, { published: undefined })).toBe(after);
  });

  it.each(['date: >\n  2020-01-01\n', 'date:\n  - 2020\n', 'date:\n- 2020\n'])(
    'refuses a value on several lines: %j',
    (yaml) => {
      expect(() => edit(`---\n${yaml}---\n`, { date: DATE })).toThrow('stands on several lines');
    },
  );

  it('keeps every byte that it does not mean, whatever the encoding', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 80 }),
        fc.array(fc.constantFrom('a: b', '# c', 'd: "e"', "f: 'g' # h", 'k:   l'), {
          maxLength: 4,
        }),
        fc.constantFrom('\n', '\r\n'),
        (body, lines, end) => {
          const head = ['---', ...lines, 'published: false', '---', ''].join(end);
          const bytes = Buffer.concat([Buffer.from(head), body]);
          const out = editFrontMatter('a.md', bytes, { published: undefined });
          const back = editFrontMatter('a.md', out, { published: 'false' });
          expect(back).toEqual(bytes);
        },
      ),
    );
  });
});

describe('editList', () => {
  const list = (yaml: string, change: Parameters<typeof editList>[3]) =>
    editList('a.md', Buffer.from(`---\n${yaml}---\nText\n`), 'redirect_from', change)
      .toString()
      .replace(/^---\n|---\nText\n$/g, '');

  it.each([
    ['no key', 'title: A\n', 'title: A\nredirect_from:\n  - /b/\n'],
    ['no value', 'redirect_from:\n', 'redirect_from: [/b/]\n'],
    ['one text', 'redirect_from: /a/ # was\n', 'redirect_from: [/a/, /b/] # was\n'],
    ['brackets', 'redirect_from: ["/a,x/", /c/]\n', 'redirect_from: ["/a,x/", /c/, /b/]\n'],
    ['nothing in brackets', 'redirect_from: []\n', 'redirect_from: [/b/]\n'],
    ['lines', 'redirect_from:\n- /a/\nx: 1\n', 'redirect_from:\n- /a/\n- /b/\nx: 1\n'],
    [
      'lines with a comment',
      'redirect_from:\n    - /a/ # x\n',
      'redirect_from:\n    - /a/ # x\n    - /b/\n',
    ],
  ])('adds to %s', (_, before, after) => {
    expect(list(before, { add: ['/b/'] })).toBe(after);
  });

  it.each([
    ['redirect_from: /a/\n', ''],
    ['redirect_from: ["/a/", /c/]\n', 'redirect_from: [/c/]\n'],
    ['redirect_from:\n  - /a/ # was\n  - /c/\n', 'redirect_from:\n  - /c/\n'],
    ['redirect_from:\n  - "/a/"\nx: 1\n', 'x: 1\n'],
    ['x: 1\n', 'x: 1\n'],
  ])('takes out of %j', (before, after) => {
    expect(list(before, { remove: ['/a/'] })).toBe(after);
  });

  it('refuses brackets over several lines', () => {
    expect(() => list('redirect_from: [\n  /a/\n  ]\n', { add: ['/b/'] })).toThrow('several lines');
  });

  it('writes what is no plain word in quotes, in UTF-8', () => {
    expect(list('', { add: ['/古 い/', 'no'] })).toBe('redirect_from:\n  - "/古 い/"\n  - "no"\n');
  });
});
