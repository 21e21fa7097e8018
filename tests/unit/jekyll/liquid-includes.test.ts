import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { engineWith, POST, renderPost, textOf } from './liquid-fixture.ts';

const INCLUDES = {
  'src/liquid/includes/note.html': '<p>{{ include.text }} / {{ page.title }}</p>',
  'src/liquid/includes/sub/outer.html': '[{% include note.html text=include.text %}]',
  'src/liquid/includes/plain.html': '({{ include.text }})',
  'src/liquid/includes/passes.html': '{% include plain.html %}',
  'src/liquid/includes/sets.html': '{% assign x = "set" %}',
  'src/liquid/includes/bad.html': 'one\n{% bogus %}\n{{ 1 | divided_by: 0 }}',
  'src/liquid/includes/outer-bad.html': '\n{% include bad.html %}',
  'src/liquid/includes/itself.html': '{% include itself.html %}',
  'src/content/posts/part.md': 'part {{ page.title }}',
  'src/content/posts/en/deep.md': 'deep',
  'src/secret.md': 'secret',
};

describe('include', () => {
  const engine = engineWith(INCLUDES);

  it.each([
    ['{% include note.html text="hello *w*" %}', '<p>hello *w* / A "post"</p>'],
    [`{% include note.html text='a \\'b\\' "c"' %}`, `<p>a 'b' "c" / A "post"</p>`],
    ['{% include note.html text=page.tags.first %}', '<p>red / A "post"</p>'],
    ['{% include note.html\n  text = 7\n%}', '<p>7 / A "post"</p>'],
    ['{% include note.html %}', '<p> / A "post"</p>'],
    ['{% include sub/outer.html text="x" %}', '[<p>x / A "post"</p>]'],
    ['{% include passes.html text="x" %}', '(x)'],
    ['{% include_cached plain.html text="x" %}', '(x)'],
    ['{% assign f = "plain" %}{% include {{ f }}.html text="x" %}', '(x)'],
    ['{% include {{ "plain" | append: ".html" }} text="x" %}', '(x)'],
    ['{% include sets.html %}{{ x }}', 'set'],
    ['{% include plain.html text="x" %}{{ include.text }}', '(x)'],
    ['{% include_relative part.md %}', 'part A "post"'],
    ['{% include_relative en/deep.md %}', 'deep'],
  ])('%s', (body, expected) => {
    expect(textOf(body, engine)).toBe(expected);
  });

  it('finds relative files beside the post', () => {
    const post = 'src/content/posts/en/2014-01-05-x.md';
    expect(textOf('{% include_relative deep.md %}', engine, post)).toBe('deep');
  });

  it('tells the mistakes of an included file with its line and with the post', () => {
    const place = `included by ${POST}:5`;
    expect(renderPost('\n{% include bad.html %}', engine).problems).toMatchObject([
      {
        file: 'src/liquid/includes/bad.html',
        line: 2,
        message: expect.stringContaining('not `bogus`') as string,
        via: place,
      },
      {
        file: 'src/liquid/includes/bad.html',
        line: 3,
        via: place,
      },
    ]);
    expect(renderPost('{% include outer-bad.html %}', engine).problems[0]?.via).toBe(
      `included by src/liquid/includes/outer-bad.html:2, included by ${POST}:4`,
    );
  });

  it('stops where files include themselves', () => {
    expect(renderPost('{% include itself.html %}', engine).problems).toMatchObject([
      { hint: '`itself.html` includes itself.' },
    ]);
  });

  it('never leaves its folder', () => {
    const outside = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'liquid-')), 'secret.html');
    fs.writeFileSync(outside, 'secret');
    const root = fs.mkdtempSync(path.join(os.tmpdir(), 'liquid-'));
    fs.symlinkSync(outside, path.join(root, 'link.html'));
    const linked = engineWith({}, { includesDir: root });
    for (const [body, which] of [
      ['{% include link.html %}', linked],
      ['{% include ../../secret.md %}', engine],
      ['{% include_relative ../../secret.md %}', engine],
      ['{% assign f = "../../secret.md" %}{% include {{ f }} %}', engine],
      ['{% render_partial ../../secret.md %}', engine],
      ['{% include_code ../../../src/secret.md %}', engine],
    ] as const) {
      const { text, problems } = renderPost(body, which);
      expect(text).not.toContain('secret');
      expect(problems).toHaveLength(1);
    }
  });
});
