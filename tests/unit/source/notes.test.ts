import { describe, expect, it } from 'vitest';
import { notesOf } from '../../../src/source/notes.ts';

const notes = (body: string) => notesOf(body).notes.map(({ text }) => text);

describe('comments in a body', () => {
  it.each([
    ['a <!-- b --> c', ['<!-- b -->']],
    ['<!-- a\n`b` -->', ['<!-- a\n`b` -->']],
    ['{% comment %}a{% endcomment %}', ['{% comment %}a{% endcomment %}']],
    ['{::comment}a{:/comment} {::comment}b{:/}', ['{::comment}a{:/comment}', '{::comment}b{:/}']],
    ['{/* a */}', ['{/* a */}']],
    ['Text.\n\n~~~\n<!-- a -->\n~~~\n<!-- b -->', ['<!-- b -->']],
    ['````\n```\n<!-- a -->\n```\n````\n', []],
    ['```html\n<!-- never closed -->', []],
    ['write `<!-- more -->` there', []],
    ['``<!-- ` -->``', []],
    ['    <!-- a -->', []],
    ['<pre>\n<!-- a -->\n</pre>', []],
    ['{% highlight html %}<!-- a -->{% endhighlight %}', []],
    [String.raw`\<!-- a -->`, []],
    ['a <!-- b', []],
  ])('%j', (body, expected) => {
    expect(notes(body)).toEqual(expected);
  });

  it('are blanked out of the text, line for line', () => {
    expect(notesOf('a\n<!-- b\nc -->\nd').text).toBe('a\n      \n     \nd');
  });

  it('says where they begin', () => {
    expect(notesOf('a <!-- b -->').notes).toEqual([{ text: '<!-- b -->', offset: 2 }]);
  });
});
