import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FrontMatterError, readFrontMatter } from '../../../src/jekyll/rules/front-matter.ts';
import { YamlScalar } from '../../../src/jekyll/rules/yaml.ts';

describe('where front matter ends', () => {
  it.each([
    ['---\ntitle: a\n---\nText\n', { title: 'a' }, 'Text\n', 4],
    ['---\ntitle: a\n...\nText\n', { title: 'a' }, 'Text\n', 4],
    ['--- \ntitle: a\n---  \n\n\n  Indented.\n', { title: 'a' }, '  Indented.\n', 6],
    ['---\r\ntitle: a\r\n---\r\nText\r\n', { title: 'a' }, 'Text\r\n', 4],
    ['---\n---\nText\n', {}, 'Text\n', 3],
    ['---\n\n# nothing\n---\nText\n', {}, 'Text\n', 5],
    ['---\ntitle: a\n---', { title: 'a' }, '', 3],
    ['---\ntitle: a\n---\nOne\n\n---\n\nTwo\n', { title: 'a' }, 'One\n\n---\n\nTwo\n', 4],
    ['---\nx: |\n  a\n  ---\n  b\n---\nText\n', { x: 'a\n---\nb\n' }, 'Text\n', 7],
  ])('%j', (source, data, body, bodyLine) => {
    expect(readFrontMatter(source)).toMatchObject({ data, body, bodyLine });
  });

  it.each(['Text\n', '', '\n\nText\n', '-----\n\nText\n', 'Title\n---\n\nText\n'])(
    '%j has none',
    (source) => {
      expect(readFrontMatter(source)).toMatchObject({ data: {}, body: source, bodyLine: 1 });
    },
  );
});

describe('values', () => {
  const { data, lineOf } = readFrontMatter(
    '---\ntitle: first\ndate: 2014-01-05 10:00:00\nTags: [a]\ntitle: "second\nline"\nempty:\n---\n',
  );

  it('the last of two keys wins; quoted text may go on without indentation', () => {
    expect(data['title']).toBe('second line');
  });

  it('keeps capitals in keys, empty values and the form of dates', () => {
    expect(data).toMatchObject({
      Tags: ['a'],
      empty: null,
      date: new YamlScalar('time', '2014-01-05 10:00:00'),
    });
  });

  it.each([
    ['title', 5],
    ['date', 3],
    ['empty', 7],
    ['tags', undefined],
  ])('%s stands on line %s', (key, line) => {
    expect(lineOf(key)).toBe(line);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['---\ntitle: a\n\nText\n', 1, /not closed/, /`---`/],
    ['---\n', 1, /not closed/, /`---`/],
    ['--- # comment\npublished: false\n---\nText\n', 1, /nothing but `---`/, /line of its own/],
    ['\n---\npublished: false\n---\nText\n', 2, /first line/, /Remove/],
    ['---\n- a\n- b\n---\nText\n', 2, /keys and values/, /key: value/],
    ['---\njust text\n---\nText\n', 2, /keys and values/, /key: value/],
    ['---\ntitle: Foo: bar\n---\n', 2, /not YAML/, /`: ` in quotes/],
    ['---\ntitle: @foo\n---\n', 2, /not YAML/, /punctuation in quotes/],
    ['---\na: b\ntitle: %foo\n---\n', 3, /not YAML/, /punctuation in quotes/],
    ['---\ntags:\n\t- a\n---\n', 3, /not YAML/, /spaces/],
    ['---\na: b\ntitle: :sym\n---\n', 3, /symbol/, /quotes/],
    ['---\ntitle: "open\n---\n', 2, /not YAML/, /quotation mark/],
  ])('%j', (source, line, message, hint) => {
    expect(() => readFrontMatter(source)).toThrow(
      expect.objectContaining({
        name: 'FrontMatterError',
        line,
        message: expect.stringMatching(message),
        hint: expect.stringMatching(hint),
      }),
    );
  });

  it.each([
    ['published:false', 2, 'needs a blank', '`published: false`'],
    ['title: x\npublished:false\nlayout: post', 3, 'needs a blank', '`published: false`'],
    ['title: x\n"draft":yes\n', 3, 'needs a blank', '`draft: yes`'],
    ['title: x\npublished\uff1afalse', 3, 'is no key and value', '`published: false`'],
    ['title: x\ndraft = true\nlayout: post', 3, 'is no key and value', '`draft: true`'],
    ['title: x\n- draft: true\nlayout: post', 3, 'an entry of a list', '`draft: true`'],
    ['- title: x\n- draft: true', 3, 'an entry of a list', '`draft: true`'],
    ['title: x\n----\n\nText: with a colon.\n\nMore', 3, 'does not close', '`---`'],
    ['\tpublished: false', 2, 'a tab stands before `published: false`', 'spaces'],
    ['title: x\n\t\tdraft: true\nlayout: y', 3, 'a tab stands before', 'spaces'],
    ['tags: [a\npublished: false', 3, 'not YAML', 'closing bracket'],
    ['title: x\n\u2014\n\nText.\n', 3, 'does not close', '`---`'],
    ['authors:\n- name: Ada\ntitle: Foo: bar', 4, 'not YAML', '`: ` in quotes'],
    ['{a, published: false, published: true}', 2, 'duplicated', ''],
    ['? a\ndraft: true\nx: y\ndraft: no', 5, 'duplicated', ''],
  ])('%j is told in words, at its own line', (yaml, line, message, hint) => {
    expect(() => readFrontMatter(`---\n${yaml}\n---\nText\n`)).toThrow(
      expect.objectContaining({
        line,
        message: expect.stringContaining(message),
        ...(hint && { hint: expect.stringContaining(hint) }),
      }),
    );
  });

  it('throws nothing but FrontMatterError', () => {
    const lines = fc.array(
      fc.constantFrom('---', '...', 'a: b', 'a: "b', '- c', '\t', '', '--- x', ': :', '{', '&a *a'),
    );
    fc.assert(
      fc.property(lines, (lines) => {
        try {
          const { body } = readFrontMatter(lines.join('\n'));
          expect(lines.join('\n').endsWith(body)).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(FrontMatterError);
        }
      }),
    );
  });
});
