import { describe, expect, it } from 'vitest';
import { looksLike, showInvisible } from '../../../src/lib/look-alike.ts';
import { formatProblem } from '../../../src/lib/problem.ts';

describe('looksLike', () => {
  it.each([
    ['Published', 'published'],
    ['ｐｕｂｌｉｓｈｅｄ', 'published'],
    ['publ\u0456shed', 'published'],
    ['\u0440ubli\u0455hed', 'published'],
    ['pub\u200Blished', 'published'],
    ['pub\u00ADlished', 'published'],
    ['publishéd', 'published'],
    ['𝐝𝐫𝐚𝐟𝐭', 'draft'],
    ['dr\u03B1ft', 'draft'],
    ['ᴅʀᴀꜰᴛ', 'draft'],
    ['un\u0131isted', 'uniisted'],
    ['\u00A0draft', ' draft'],
    ['\u3000draft', ' draft'],
    ['日付', '日付'],
  ])('%j is %j', (text, expected) => {
    expect(looksLike(text)).toBe(expected);
  });
});

describe('what cannot be seen', () => {
  it.each([
    ['\u00A0published', 'U+00A0published'],
    ['pub\u200Blished', 'pubU+200Blished'],
    ['a b', 'a b'],
    ['👩‍🔬 ❤️', '👩‍🔬 ❤️'],
  ])('%j is shown as %j', (text, shown) => {
    expect(showInvisible(text)).toBe(shown);
  });

  it('is shown in the field and the value of a problem', () => {
    const text = formatProblem({
      file: 'a.md',
      field: '\u00A0draft',
      value: 'x\u200B',
      message: 'm',
    });
    expect(text).toBe('a.md\n  U+00A0draft = "xU+200B": m');
  });
});
