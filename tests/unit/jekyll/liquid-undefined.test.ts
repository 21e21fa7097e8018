import { describe, expect, it } from 'vitest';
import { engineWith, renderPost } from './liquid-fixture.ts';

const INCLUDES = 'src/liquid/includes';

function warningsOf(body: string, includes: Record<string, string> = {}) {
  const files = Object.entries(includes).map(([name, text]) => [`${INCLUDES}/${name}`, text]);
  return renderPost(body, engineWith(Object.fromEntries(files))).warnings;
}

describe('a variable that nobody defines', () => {
  it.each([
    ['${{ secrets.TOKEN }}', 'secrets'],
    ['{{ matrix.node | upcase }}', 'matrix'],
    ['{{ site.titel }}', 'site.titel'],
    ['{{ site.data.member }}', 'site.data.member'],
    ['{{ site.github.repository_url }}', 'site.github'],
    ['{{ page.subtitel }}', 'page.subtitel'],
    ['{% for book in books %}x{% endfor %}', 'books'],
    ['{% for book in site.books reversed %}x{% endfor %}', 'site.books'],
    ['{{ include.caption }}', 'include'],
    ['{% for p in site.posts %}{{ p.title }}{% endfor %}{{ p.title }}', 'p'],
    ['{% highlight yaml %}token: ${{ secrets.TOKEN }}{% endhighlight %}', 'secrets'],
  ])('%s', (body, name) => {
    expect(warningsOf(`One.\n\n${body}`)).toEqual([
      expect.objectContaining({
        file: 'src/content/posts/2014-01-05-post.md',
        line: 6,
        message: expect.stringContaining(`\`${name}\``),
      }),
    ]);
  });

  it('is told once in a file, at its first place', () => {
    const warnings = warningsOf('{{ a }}\n{{ b }}\n{{ a }}{{ a | size }}');
    expect(warnings.map(({ line, value }) => [line, value])).toEqual([
      [4, '{{ a }}'],
      [5, '{{ b }}'],
    ]);
  });

  it('is told where it stands, whoever includes that', () => {
    const [warning] = warningsOf('{% include n.html %}', { 'n.html': '\n{{ nothing }}' });
    expect(warning).toMatchObject({ file: `${INCLUDES}/n.html`, line: 2 });
    expect(warning?.via).toBeUndefined();
  });

  it('comes with what was probably meant', () => {
    expect(warningsOf('{{ site.titel }}')[0]?.hint).toBe('Did you mean `site.title`?');
    expect(warningsOf('{{ page.imgae }}')[0]?.hint).toBe('Did you mean `page.image`?');
    expect(warningsOf('{{ x }}')[0]?.hint).toContain('{% raw %}');
  });
});

describe('what may be absent', () => {
  it.each([
    ['{% if page.nothing_else %}{{ page.nothing_else }}{% endif %}'],
    ['{% unless site.quiet %}x{% endunless %}'],
    ['{{ site.subtitle | default: "none" }}{{ x | default: page.y }}'],
    // Another text has it.
    ['{{ page.subtitle }}'],
    // It is there, and empty.
    ['{{ page.nothing }}{{ page.image.nothing }}'],
    ['{% if false %}{% assign a = 1 %}{% endif %}{{ a }}'],
    ['{% if false %}{%- capture a -%}x{% endcapture %}{% endif %}{{ a | size }}'],
    ['{{ n }}{% increment n %}'],
    ['{% for p in site.posts %}{{ p.nothing }}{{ forloop.index }}{% endfor %}'],
    ['{{ site.posts.size }}{{ site.data.members.first.name }}{{ jekyll.version }}'],
    ['{{ nil }}{{ "x" }}{{ 7 }}{{ true }}{{ empty }}{% for i in (1..3) %}{{ i }}{% endfor %}'],
    ['{% raw %}{{ secrets.X }}{% endraw %}'],
  ])('%s', (body) => {
    expect(warningsOf(body)).toEqual([]);
  });

  it.each([['{% include n.html %}'], ['{% include n.html a="1" %}']])(
    'what an include is not given: %s',
    (body) => {
      const files = { 'n.html': '{{ include.a }}{{ include.b }}{{ page.style }}' };
      expect(warningsOf(body, files)).toEqual([]);
    },
  );

  it('what an include defines for those behind it', () => {
    const files = { 'n.html': '{% if include.a %}{% assign width = include.a %}{% endif %}' };
    expect(warningsOf('{% include n.html %}{{ width }}', files)).toEqual([]);
  });
});
