import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/audit/characters.ts';
import { scan, type Syntax } from '../../../src/audit/scan.ts';

/** The tokens of a text; a bar where a run begins. */
function tokens(text: string, syntax: Syntax = 'markup', hasBreaks = true): string {
  const folded = fold(text);
  const words: string[] = [];
  scan(folded, syntax, hasBreaks, (run) => {
    if (run.length === 1 && words.length > 0) words.push('|');
    words.push(folded.slice(run.start(1), run.end).toLowerCase());
  });
  return words.join(' ');
}

/** Numbers of the tokens, in their order. */
function numbers(text: string, syntax: Syntax = 'markup'): number[] {
  const found: number[] = [];
  scan(fold(text), syntax, true, (run) => found.push(run.nameKey(1)));
  return found;
}

describe('tokens', () => {
  it.each<[string, Syntax, string]>([
    ['One, two - three.', 'markup', 'one two three'],
    ['don’t “quote”', 'markup', 'don t quote'],
    ['a <em>b</em> c', 'markup', 'a b c'],
    ['<p>a</p><p>b</p>', 'markup', 'a | b'],
    ['a · b', 'markup', 'a | b'],
    ['<img alt="a &quot;b&quot; > c" title="d">e', 'markup', 'alt | a b c | title | d | e'],
    ['<a href="x"">b c</a> d', 'markup', 'href | x | b c d'],
    ["<a title='it's' rel = 'x y'>b c</a>", 'markup', 'title | it | s rel | x y | b c'],
    ['<a href="x>b</a> <a href="y">c d</a>', 'markup', 'href | x b a a href | y | c d'],
    ['&lt;a href=&quot;x&quot;&quot;&gt;b c&lt;/a&gt;', 'markup', 'href | x | b c'],
    ['日本 go', 'markup', '日 本 go'],
    ['<script>let a="b c"</script>d', 'markup', 'let a | b c | d'],
    ['1 < 2 and a<c', 'markup', '1 2 and a | c'],
    ['&lt;Secret&gt;', 'markup', 'secret'],
    ['data:image/png;base64,aaa/bbb== c', 'markup', 'data image png base64 c'],
    ['{"a b":"c\\"d\\ne"}', 'json', 'a b | c d e'],
    ['{"x":"<b>a</b> b"}', 'json', 'x | a b'],
    ['[text](/address "title") and', 'markdown', 'text | address title and'],
    ['{% img left /a.png %} text', 'markdown', 'img left a png | text'],
    ['text[^1] more', 'markdown', 'text | 1 more'],
    ['- a\n12. b', 'markdown', 'a b'],
  ])('%s', (text, syntax, expected) => {
    expect(tokens(text, syntax)).toBe(expected);
  });

  it.each([
    ['Caf&eacute;', 'CAFÉ', 'cafe\u0301', 'caf%C3%A9', 'Caf&#xe9;', 'Ca&shy;f&#233;'],
    ['R&amp;D', 'R & D', 'r&amp;amp;d', 'R-D'],
    ['ﬁne', 'fine', 'FINE', 'fi\u200Bne'],
  ])('are the same for %s and its other spellings', (first, ...others) => {
    for (const other of others) expect(numbers(other)).toEqual(numbers(first));
  });

  it('are the same in a string with escapes', () => {
    expect(numbers(String.raw`caf\u00e9\n\u003cp\u003ex`, 'json')).toEqual(numbers('café x'));
  });

  it('are never lost, whatever the markup', () => {
    const word = fc.stringMatching(/^[a-z]{3,8}$/);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), word, fc.string(), (before, canary, after) => {
        const text = fold(`${before.replace(/[a-z\d\\&]+$/i, '')} ${canary}xq ${after}`);
        let found = false;
        scan(text, 'markup', true, (run) => {
          found ||= text.slice(run.start(1), run.end) === `${canary}xq`;
        });
        return found || /script|style|base64/i.test(before);
      }),
    );
  });
});
