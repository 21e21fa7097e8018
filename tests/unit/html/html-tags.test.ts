import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rewriteTags, startTag } from '../../../src/html/tags.ts';

const upper = (html: string) =>
  rewriteTags(html, ({ name, attributes }) => {
    if (name !== 'img') return undefined;
    for (const [key, value] of attributes) attributes.set(key, value.toUpperCase());
    return startTag(name, attributes);
  });

describe('rewriteTags', () => {
  it.each([
    ['<p><img src="a"></p>', '<p><img src="A"></p>'],
    ["<IMG SRC='a' alt=b/>", '<img src="A" alt="B/">'],
    ['<img\n  src=a\n  hidden >', '<img src="A" hidden="">'],
    ['<img src="a" src="b">', '<img src="A">'],
    [
      '<img alt="1 &lt; 2 &amp; &quot;b&quot; &#39;">',
      '<img alt="1 &lt; 2 &amp; &quot;B&quot; \'">',
    ],
    ['<img src="" alt="&copy; &uuml; &b">', '<img src="" alt="© Ü &amp;B">'],
    ['<!-- <img src="a"> --><img>', '<!-- <img src="a"> --><img>'],
    ['a < b <i mg> <img src="a', 'a < b <i mg> <img src="a'],
    ['<a title="<img src=x>">', '<a title="<img src=x>">'],
  ])('%s', (html, expected) => {
    expect(upper(html)).toBe(expected);
  });

  it('leaves everything else as it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(rewriteTags(text, () => undefined)).toBe(text);
      }),
    );
  });
});

describe('what looks like a tag in an element that holds text', () => {
  it.each([
    ['<script>const a = "<img src=a>";</script>', 0],
    ['<style>/* <img> */</style><img>', 1],
    ['<TEXTAREA><img></textarea ><img>', 1],
    ['<script>"<img>"', 0],
    ['<script src="a"></script><img>', 1],
    ['<scripts><img></scripts>', 1],
  ])('is none: %s', (html, count) => {
    const names: string[] = [];
    rewriteTags(html, ({ name }) => {
      names.push(name);
      return undefined;
    });
    expect(names.filter((name) => name === 'img')).toHaveLength(count);
  });
});
