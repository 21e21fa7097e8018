import { array, assert as assertProperty, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usesLiquid } from '../../../src/jekyll/liquid/engine.ts';
import { parseYaml } from '../../../src/jekyll/rules/yaml.ts';
import { engineWith, POST, renderPost, textOf } from './liquid-fixture.ts';

describe('usesLiquid', () => {
  it.each([
    ['{{ x }}', true],
    ['a {% x %}', true],
    ['{ a } {: .note } %}', false],
  ])('%s: %s', (body, expected) => {
    expect(usesLiquid(body)).toBe(expected);
  });
});

describe('outputs', () => {
  it.each([
    ['a{{ unknown }}b{{ site.no.pe }}c', 'abc'],
    ['{{ page.title | upcase }}', 'A "POST"'],
    ['{{ page["title"] }}', 'A "post"'],
    ['{{ site.title }}', 'Site'],
    ['{{ site.data.members[0].name }}', 'Ann'],
    ['{{ site.data.members.last.name }}', 'Bob'],
    ['{{ page.tags }}', 'redgreen'],
    ['{{ page.tags.size }}', '2'],
    ['{{ page.image }}', '{"alt"=>"Alt", "size"=>3}'],
    ['{{ page.date }}', '2014-01-05 09:03:07 -0500'],
    ['{{ page.nothing }}', ''],
    ['{{ true }} {{ nil }} {{ 7 }} {{ 7.0 }}', 'true  7 7.0'],
    ['{{ "it\'s" }}', "it's"],
    ['{{ "a\\n" }}', 'a\\n'],
    ['{{}}', ''],
    ['{{ jekyll.environment }}', 'production'],
    ['${{ secrets.X }}', '$'],
    ['{{ page.toString }}{{ page.constructor }}{{ page.__proto__ }}', ''],
  ])('%s', (body, expected) => {
    expect(textOf(body)).toBe(expected);
  });

  it('reads what is not strict as the lax grammar does, and warns', () => {
    const { text, problems, warnings } = renderPost(
      '{{ page.title | | upcase }}\n{{ page.title "b" }}\n{{ 7 == 8 }}',
    );
    expect(text).toBe('A "POST"\nA "post"\n7');
    expect(problems).toEqual([]);
    expect(warnings.map(({ line }) => line)).toEqual([4, 5, 6]);
  });

  it('leaves out a filter that nobody knows, with one warning', () => {
    const { text, warnings } = renderPost('{{ "x" | upcse }}\n{{ "y" | upcse }}');
    expect(text).toBe('x\ny');
    expect(warnings).toHaveLength(1);
    expect(warnings[0]?.hint).toBe('Did you mean `upcase`?');
  });

  it('keeps a fraction of the front matter as it was written', () => {
    const page = parseYaml('version: 1.0\nday: 2014-01-05') as Record<string, unknown>;
    const body =
      '{{ page.version }} {{ page.day }} {{ page.day | date: "%d.%m.%Y" }} {% if page.version == 1.0 %}same{% endif %}';
    expect(engineWith().render(body, { path: POST, line: 1, page }).text).toBe(
      '1.0 2014-01-05 05.01.2014 same',
    );
  });
});

/** What Liquid and Jekyll make of them. */
describe('ranges', () => {
  it.each([
    ['{{ (1..3) }}', '1..3'],
    ['{{ ( 3 .. 1 ) }}', '3..1'],
    ['{{ (-1..page.tags.size) }}', '-1..2'],
    ['{{ ("1".."4a") }} {{ (1..unknown) }} {{ (1.5..3.5) }}', '1..4 1..0 1..3'],
    [
      '{% assign r = (1..3) %}{{ r }} {{ r.size }} {{ r.first }} {{ r.last }}{{ r[1] }}',
      '1..3 3 1 3',
    ],
    [
      '{{ (1..3) | join: "-" }} {{ (2..3) | size }} {{ (2..3) | first }} {{ (2..3) | last }}',
      '1-2-3 2 2 3',
    ],
    ['{{ (1..3) | reverse }} {{ (1..3) | map: "x" }}', '321 '],
    ['{{ (1..3) | append: "x" }} {{ "x" | append: (1..3) }}', '1..3x x1..3'],
    [
      '{{ (1..3) | split: "." }} {{ (1..3) | slice: 1, 2 }} {{ (1..3) | truncate: 3 }}',
      '13 .. ...',
    ],
    ['{{ (1..3) | inspect }} {{ (1..3) | jsonify }}', '1..3 "1..3"'],
    ['{{ (1..3) | push: 4 }} {{ page.tags | push: (1..2) | join: "," }}', '1..3 red,green,1..2'],
    ['{{ (1..9) | where_exp: "i", "i > 7" | join: "," }}', '8,9'],
    ['{{ (1..1000000000000) }}', '1..1000000000000'],
    ['{% assign r = (1..3) %}{% for i in r %}{{ i }},{% endfor %}', '1,2,3,'],
    [
      '{% assign r = (1..3) %}{% if r contains 3 %}y{% endif %}{% if r contains 4 %}n{% endif %}',
      'y',
    ],
    [
      '{% assign r = (1..3) %}{% if r == (1..3) %}y{% endif %}{% if r == (1..4) %}n{% endif %}',
      'y',
    ],
    ['{% assign r = (1..3) %}{% if r == blank or r == empty %}n{% else %}y{% endif %}', 'y'],
    ['{% capture c %}{{ (1..3) }}{% endcapture %}{{ c }}', '1..3'],
  ])('%s', (body, expected) => {
    expect(textOf(body)).toBe(expected);
  });

  it('are told of as they were written', () => {
    const [warning] = renderPost('{{ (1..page.x) nonsense }}').warnings;
    expect(warning?.hint).toContain('`(1..page.x)`');
  });
});

describe('tags of Liquid', () => {
  it.each([
    ['{% assign x = "a" | upcase %}{{ x }}', 'A'],
    ['{% assign x="a"%}{{x}}', 'a'],
    ['{% assign x = 1 == 2 %}{{ x }}', '1'],
    ['{% capture x %}a{{ 1 }}{% endcapture %}{{ x }}{{ x }}', 'a1a1'],
    ['{% comment %}{% nope %} {{ x }} {% comment %}{% endcomment %} y {% endcomment %}a', 'a'],
    ['{% raw %}{{ x }} {% y %}{% endraw %}', '{{ x }} {% y %}'],
    ['a {%- raw -%} x {%- endraw -%} b', 'a x b'],
    ['{% if page.title contains "post" %}a{% else %}b{% endif %}', 'a'],
    ['{% if page.tags contains "red" and page.image contains "alt" %}a{% endif %}', 'a'],
    ['{% if x==nil %}a{% elsif true %}b{% endif %}', 'a'],
    ['{% if 1<>2 %}a{% endif %}', 'a'],
    ['{% if nil < 1 %}a{% else %}b{% endif %}', 'b'],
    ['{% if page.nothing < 1 %}a{% else %}b{% endif %}', 'b'],
    ['{% if "" %}a{% endif %}{% if x == empty %}b{% endif %}', 'a'],
    ['{% if "" == empty %}a{% endif %}', 'a'],
    ['{% if true or false and false %}a{% endif %}', 'a'],
    ['{% if page.title && nope %}a{% endif %}', 'a'],
    ['{% unless true %}a{% else %}b{% endunless %}', 'b'],
    ['{% case 2 %}{% when 1, 2 %}a{% when 3 or 4 %}b{% else %}c{% endcase %}', 'a'],
    ['{% case "x" %}{% when "y" %}a{% else %}c{% endcase %}', 'c'],
    ['{% for i in (1..3) %}{{ i }}{% unless forloop.last %},{% endunless %}{% endfor %}', '1,2,3'],
    ['{% for i in (1..9) limit:2 offset:3 %}{{ i }}{% endfor %}', '45'],
    ['{% for i in (1..3) reversed %}{{ i }}{% endfor %}', '321'],
    ['{% for i in nothing %}a{% else %}b{% endfor %}', 'b'],
    ['{% for p in page.image %}{{ p[0] }}={{ p[1] }};{% endfor %}', 'alt=Alt;size=3;'],
    ['{% for i in (1..5) %}{% if i == 3 %}{% break %}{% endif %}{{ i }}{% endfor %}', '12'],
    ['{% for i in (1..3) %}{% if i == 2 %}{% continue %}{% endif %}{{ i }}{% endfor %}', '13'],
    ['{% for i in (1..3) %}{% cycle "a", "b" %}{% endfor %}', 'aba'],
    ['{% increment n %}{% increment n %}{% decrement m %}', '01-1'],
    ['{% for i in (1..2) %}{% ifchanged %}x{% endifchanged %}{% endfor %}', 'x'],
    [
      '{% tablerow i in (1..3) cols:2 %}{{ i }}{% endtablerow %}',
      '<tr class="row1"><td class="col1">1</td><td class="col2">2</td></tr><tr class="row2"><td class="col1">3</td></tr>',
    ],
    ['{% if true %}a{% endif junk %}', 'a'],
  ])('%s', (body, expected) => {
    expect(textOf(body)).toBe(expected);
  });

  it('trims white space where a dash asks for it', () => {
    expect(textOf('a \n {%- if true -%} \n b \n {%- endif -%} \n c')).toBe('abc');
    expect(textOf('a \n {{- 1 -}} \n b')).toBe('a1b');
    expect(textOf('a\n{% if true %}\nb\n{% endif %}\nc')).toBe('a\n\nb\n\nc');
  });

  it('writes nothing for a block of nothing but white space', () => {
    expect(textOf('a{% if true %}\n {% assign x = 1 %}\n{% endif %}b')).toBe('ab');
    expect(textOf('{% for i in (1..3) %} {% endfor %}')).toBe('');
    expect(textOf('{% if true %} {{ nil }} {% endif %}')).toBe('  ');
  });

  it('has no tag that Liquid 4.0 lacks', () => {
    for (const name of ['liquid', 'echo', 'render', 'layout', 'block']) {
      expect(renderPost(`{% ${name} x %}`).problems).toHaveLength(1);
    }
  });
});

describe('post_url and link', () => {
  it.each([
    ['[x]({% post_url 2014-01-05-post %})', '[x](/blog/2014/01/05/post/)'],
    ['{% assign n = "2014-01-05-post" %}{% post_url {{ n }} %}', '/blog/2014/01/05/post/'],
    ['{% link _posts/2014-01-05-post.md %}', '/blog/2014/01/05/post/'],
  ])('%s', (body, expected) => {
    expect(textOf(body)).toBe(expected);
  });
});

describe('own tags', () => {
  const customTags = {
    galleria: { render: ({ markup }: { markup: string }) => `<div>${markup}</div>` },
    shout: { block: true, render: ({ body }: { body: string }) => body.toUpperCase() },
    youtube: { render: () => 'mine' },
  };

  it('stand for what they return', () => {
    const engine = engineWith({}, { customTags });
    expect(textOf('{% galleria a "b" %} {% shout %}x{{ 1 }}y{% endshout %}', engine)).toBe(
      '<div>a "b"</div> X1Y',
    );
    expect(textOf('{% youtube x %}', engine)).toBe('mine');
  });

  it('read values and outputs in their arguments', () => {
    const engine = engineWith(
      {},
      {
        customTags: {
          show: {
            render: (call) =>
              `${String(call.evaluate('page.title | size'))} ${call.interpolate(call.markup)}`,
          },
        },
      },
    );
    expect(textOf('{% show a{{ page.tags[0] }} %}', engine)).toBe('8 ared');
  });
});

describe('the beginning of a body is closed', () => {
  const shout = { block: true, render: ({ body }: { body: string }) => body.toUpperCase() };
  const { close } = engineWith({}, { customTags: { shout } });

  it.each([
    ['{% if true %}\nA', '\n{% endif %}'],
    ['{%- for i in x -%}{% raw %}A', '\n{% endraw %}\n{% endfor %}'],
    ['{% highlight ruby %}\na', '\n{% endhighlight %}'],
    ['{% pullquote %}\na', '\n{% endpullquote %}'],
    ['{% shout %}a', '\n{% endshout %}'],
    ['{% if a %}A{% endif %}', ''],
    ['{% include a.html %} A', ''],
  ])('%j with %j', (head, end) => {
    expect(close(head)).toBe(head + end);
  });
});

describe('laziness', () => {
  it('asks for the posts only when a template does, and anew in no post that does not', () => {
    let asked = 0;
    const posts = () => {
      asked++;
      return [];
    };
    const engine = engineWith({}, { site: { title: 'Site', posts } });
    renderPost('{{ site.title }}', engine);
    expect(asked).toBe(0);
    renderPost('{{ site.posts.size }}', engine);
    expect(asked).toBe(1);
  });
});

describe('hostile input', () => {
  const words =
    'if|endif|for x in|endfor|raw|endraw|assign x =|page.title|1..3|comment|endcomment|highlight c|endhighlight|else|include|case|when';
  const signs = '{{|}}|{%|%}| |-|"|:|,|.|[|]|(|)|\n'.split('|');
  const pieces = constantFrom('|', "'", ...signs, ...words.split('|'));

  it('never throws', () => {
    const engine = engineWith();
    assertProperty(
      property(array(pieces, { maxLength: 40 }), (parts) => {
        const { text } = renderPost(parts.join(' '), engine);
        expect(typeof text).toBe('string');
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['{{'.repeat(20_000)],
    ['{%'.repeat(20_000)],
    [`{% if ${'a and '.repeat(5_000)}b %}{% endif %}`],
    [`{{ ${'a:b, '.repeat(5_000)}! }}`],
    [`{{ x | f: ${'a: b, '.repeat(5_000)}! }}`],
    [`{{ "${' '.repeat(50_000)} }}`],
    [`${'<div '.repeat(20_000)}{{ x }}`],
    ['{% comment %}'.repeat(5_000)],
  ])('survives %#', (body) => {
    expect(typeof renderPost(body).text).toBe('string');
  });
});
