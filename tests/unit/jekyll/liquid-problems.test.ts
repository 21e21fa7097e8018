import { describe, expect, it } from 'vitest';
import { engineWith, FIRST_LINE, POST, renderPost } from './liquid-fixture.ts';

describe('mistakes', () => {
  it.each([
    ['{% bogus x %}', 'expected a tag of Liquid, Jekyll, Octopress or this site, not `bogus`'],
    ['{% endif %}', 'there is no {% if %} for this tag to close'],
    ['{% endbogus %}', 'expected a tag of Liquid, Jekyll, Octopress or this site, not `endbogus`'],
    ['{% if true %}never closed', 'this tag is never closed: expected {% endif %}'],
    ['{% highlight ruby %}x', 'this tag is never closed: expected {% endhighlight %}'],
    ['{% comment %}x', 'this tag is never closed: expected {% endcomment %}'],
    ['`{% raw %}`', 'this tag is never closed: expected {% endraw %}'],
    ['text {{ oops\n\nmore', 'this output is never closed: expected `}}`'],
    ['text {{ oops }', 'this output is never closed: expected `}}`'],
    ['text {% oops', 'this tag is never closed: expected `%}`'],
    ['{% %}', 'expected the name of a tag after `{%`'],
    ['{% if %}x{% endif %}', 'expected a condition, such as {% if page.title == "x" %}'],
    ['{% if a = b %}x{% endif %}', 'expected a condition, such as {% if page.title == "x" %}'],
    [
      '{% if a %}{% elsif %}{% endif %}',
      'expected a condition, such as {% elsif page.title == "x" %}',
    ],
    ['{% else %}', 'expected {% else %} inside of {% if %} only'],
    ['{% assign x %}', 'expected a name, `=` and a value, such as {% assign x = "y" %}'],
    [
      '{% highlight %}x{% endhighlight %}',
      'expected a language and its options, such as {% highlight ruby linenos %}',
    ],
    [
      '{% post_url 2001-01-01-nope %}',
      'expected the name of a post, such as 2014-01-05-name; there is no `2001-01-01-nope`',
    ],
    ['{% post_url %}', 'expected the name of a post, such as 2014-01-05-name'],
    [
      '{% post_url 2014-02-02-hidden %}',
      'expected the name of a post, such as 2014-01-05-name, that is published; `2014-02-02-hidden` is not',
    ],
    [
      '{% link nope.md %}',
      'expected the path of a file, such as _posts/2014-01-05-name.md; there is no `nope.md`',
    ],
    [
      '{% include nope.html %}',
      'expected a file `nope.html` in src/liquid/includes/; there is none',
    ],
    ['{% include %}', 'expected the name of a file to include, not ``'],
    [
      '{% include ../secret.html %}',
      'expected the name of a file to include, not `../secret.html`',
    ],
    [
      '{% include a.html x %}',
      'expected parameters such as name="text" or name=page.title, not `x`',
    ],
  ])('%s', (body, message) => {
    expect(renderPost(body).problems).toMatchObject([{ file: POST, line: FIRST_LINE, message }]);
  });

  it.each([['{% for x %}a{% endfor %}'], ['{% case %}{% endcase %}'], ['{% cycle %}']])(
    '%s',
    (body) => {
      expect(renderPost(body).problems).toHaveLength(1);
    },
  );

  it('are told all at once, each with its line and its text', () => {
    const body = [
      'a {% if %}',
      '{% bogus 1 %} {% for x %}{% include in-for.html %}{% bogus 2 %}',
      '{% endfor %}{% else %} {% endif %}',
      '{% post_url nope %} {{ 1 | divided_by: 0 }}',
      '{% include nope.html %}',
      '{% for i in (1..3) %}{% link nope.md %}{% endfor %}',
      '{% if x %} {{ oops',
    ].join('\n');
    const found = renderPost(body).problems.map(({ line, value }) => `${line} ${String(value)}`);
    expect(found.toSorted()).toEqual([
      '10 {% if x %}',
      '10 {{ oops',
      '4 {% if %}',
      '5 {% bogus 1 %}',
      '5 {% bogus 2 %}',
      '5 {% for x %}',
      '7 {% post_url nope %}',
      '7 {{ 1 | divided_by: 0 }}',
      '8 {% include nope.html %}',
      '9 {% link nope.md %}',
    ]);
  });

  it('keep the text around them', () => {
    expect(renderPost('a {% bogus %}b{% endbogus %} {% if %}c{% endif %} d').text).toBe('a b  d');
  });

  it.each([
    ['{% hilight ruby %}x{% endhilight %}', 'Did you mean `highlight`?'],
    ['{% elseif x %}', 'Did you mean `elsif`?'],
    [
      '{% bogus %}',
      "Define it in src/liquid/tags/bogus.ts, or set liquid.unknownTags to 'drop' in src/site.config.ts.",
    ],
    ['{% post_url nope %}', 'Did you mean `2014-01-05-post`?'],
    ['{% post_url 2014-02-02-hidden %}', 'src/content/posts/hidden.md is kept from the public.'],
  ])('%s: %s', (body, hint) => {
    expect(renderPost(body).problems.map((problem) => problem.hint)).toEqual([hint]);
  });

  it('of an own tag are told with what it threw', () => {
    const fails = {
      render() {
        throw new Error('no album');
      },
    };
    const engine = engineWith({}, { customTags: { fails } });
    expect(renderPost('\n{% fails %}', engine).problems).toMatchObject([
      { line: FIRST_LINE + 1, message: 'no album' },
    ]);
  });
});

describe("unknownTags: 'drop'", () => {
  it('leaves out what is not there, with a warning', () => {
    const engine = engineWith({}, { unknownTags: 'drop' });
    const { text, problems, warnings } = renderPost(
      'a{% bogus %}b{% box %}c{% endbox %}d{% include nope.html %}e{% include nope.html %}',
      engine,
    );
    expect(text).toBe('abcde');
    expect(problems).toEqual([]);
    expect(warnings.map(({ value }) => value)).toEqual([
      '{% bogus %}',
      '{% box %}',
      '{% include nope.html %}',
    ]);
  });

  it('is no excuse for other mistakes', () => {
    const engine = engineWith({}, { unknownTags: 'drop' });
    expect(renderPost('{% if %}{% post_url nope %}', engine).problems).toHaveLength(3);
  });
});
