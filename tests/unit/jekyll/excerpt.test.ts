import { describe, expect, it } from 'vitest';
import { excerptOf } from '../../../src/jekyll/rules/excerpt.ts';

const source = (body: string, data: Record<string, unknown> = {}, separator?: string) =>
  excerptOf(data, body, separator).source;

/** Two paragraphs, a mark, a third paragraph. */
const body = (mark: string) => `One.\n\nTwo.\n\n${mark}\n\nThree.\n`;

describe('the excerpt key', () => {
  it.each([
    ['Some *markdown* & {{ page.title }}', 'Some *markdown* & {{ page.title }}'],
    ['', ''],
    [2014, '2014'],
  ])('%j is shown as it is', (excerpt, text) => {
    expect(excerptOf({ excerpt }, 'One.\n\nTwo.\n')).toEqual({
      source: text,
      from: 'front matter',
      rest: '',
    });
  });

  it.each([null, undefined, false])('%s is none', (excerpt) => {
    expect(excerptOf({ excerpt }, 'One.\n\nTwo.\n')).toMatchObject({
      source: 'One.',
      from: 'body',
    });
  });
});

describe('the first paragraph', () => {
  it.each([
    ['One.\n\nTwo.\n', 'One.'],
    ['Only para', 'Only para'],
    ['', ''],
    ['One.\n \nTwo.\n\nThree.\n', 'One.\n \nTwo.'],
    ['# Head\n\nPara.\n', '# Head'],
    ['* a\n* b\n\nC\n', '* a\n* b'],
    ['```ruby\na\n\nb\n```\n', '```ruby\na'],
  ])('%j', (body, excerpt) => {
    expect(source(body)).toBe(excerpt);
  });
});

describe('separators', () => {
  it.each([
    '<!-- more -->',
    '<!--more-->',
    '<!-- More -->',
    '<!--More-->',
    '<!-- MORE -->',
    '<!--more -->',
    '<!-- more-->',
    '<!--- more --->',
  ])('%s ends it', (mark) => {
    expect(source(body(mark))).toBe('One.\n\nTwo.\n\n');
  });

  it('of the post, of the site', () => {
    expect(source(body('<!-- cut -->'), { excerpt_separator: '<!-- cut -->' })).toBe(
      'One.\n\nTwo.\n\n',
    );
    expect(source(body('<!-- cut -->'), {}, '<!-- cut -->')).toBe('One.\n\nTwo.\n\n');
    expect(source(body('CUT'), { excerpt_separator: 'CUT' }, 'One')).toBe('One.\n\nTwo.\n\n');
  });

  it('comes before <!-- more -->, which comes before a paragraph', () => {
    expect(source('A\n\nCUT B <!-- more --> C', {}, 'CUT')).toBe('A\n\n');
    expect(source('A\n\nB <!-- more --> C', {}, 'CUT')).toBe('A\n\nB ');
    expect(source('A\n\nB <!-- more --> C')).toBe('A\n\nB ');
  });

  it('that does not occur leaves the whole text, as in Jekyll', () => {
    expect(source('One.\n\nTwo.\n', {}, '<!--more-->')).toBe('One.\n\nTwo.\n');
  });
});

describe('what the separator cuts off', () => {
  it('definitions of the links that are used', () => {
    expect(source('See [a][1] and [b].\n\nTwo.\n\n[1]: http://a/\n  [b]: /b "B"\n[c]: /c\n')).toBe(
      'See [a][1] and [b].\n\n[1]: http://a/\n[b]: /b "B"',
    );
  });

  it('definitions of footnotes', () => {
    expect(source('One[^1].\n\nTwo.\n\n[^1]: note\n')).toBe('One[^1].\n\n[^1]: note');
  });

  it('what is cut open is closed before them', () => {
    const closed = excerptOf({}, 'One [a].\n\nTwo.\n\n[a]: /a\n', undefined, (head) => `${head}!`);
    expect(closed.source).toBe('One [a].!\n\n[a]: /a');
  });

  it('a tag that the text shows is no block to close', () => {
    expect(source('Write {% if %}.\n\nTwo.')).toBe('Write {% if %}.');
  });
});

describe('code is no place for a separator', () => {
  const MARK = '<!-- more -->';
  it.each([
    ['a block', `One.\n\n\`\`\`html\n${MARK}\n\`\`\`\n\nTwo.`],
    ['a block of tildes in a list', `One.\n\n- a\n\n  ~~~\n  ${MARK}\n  ~~~\n\nTwo.`],
    ['a block in a quotation', `One.\n\n> \`\`\`\n> ${MARK}\n> \`\`\`\n\nTwo.`],
    ['indented code', `One.\n\n    ${MARK}\n\nTwo.`],
    ['a span', `One.\n\nPut \`${MARK}\` there.`],
    ['a span of two backticks', `One.\n\nPut \`\` \`${MARK}\` \`\` there.`],
    ['HTML that shows code', `One.\n\n<pre>\n${MARK}\n</pre>\n\nTwo.`],
    ["Liquid's raw", `One.\n\n{% raw %}${MARK}{% endraw %}\n\nTwo.`],
  ])('%s', (_, text) => {
    expect(source(text)).toBe('One.');
    expect(source(`${text}\n\n${MARK}\n\nEnd.`)).toBe(`${text}\n\n`);
    expect(source(text, {}, MARK)).toBe(text);
  });

  it('but a comment about code is no code', () => {
    expect(source(`One <!-- a \` tick --> two ${MARK} three \` four`)).toBe(
      'One <!-- a ` tick --> two ',
    );
  });
});
