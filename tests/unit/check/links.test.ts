import { describe, expect, it } from 'vitest';
import { renderMarkdownSync } from '../../../src/markdown/render.ts';
import { linksToHidden } from '../../../src/check/hidden-links.ts';
import { post } from '../audit/audit-fixture.ts';

const file = post('2026-03-01-plan.md');
const chart = post('_drafts/Chart.astro');
const hidden = [
  { file, urls: ['/posts/plan/', '/old'] },
  { file: post('_drafts/half_done.md'), urls: ['/posts/half_done/'] },
  { file: 'src/content/pages/_team.md', urls: ['/team.html'] },
  { file: chart, urls: [] },
];
const links = linksToHidden(hidden, { url: 'https://example.org', base: '/blog' });
const tea = post('2026-01-01-tea.md');
const from = (body: string, file = tea) => ({
  file,
  url: '/posts/tea/',
  body,
  bodyLine: 5,
  text: body.replace('{{ site.baseurl }}', '/blog'),
  toHtml: renderMarkdownSync,
});

describe('links to what is not published', () => {
  it.each([
    '[x](/posts/plan/)',
    '[x](/blog/posts/plan/ "title")',
    '[x](</posts/plan>)',
    '[x](/posts/plan/index.html#top)',
    '[x](https://example.org/blog/posts/plan/?a=b)',
    '[x](../plan/)',
    '[x](2026-03-01-plan.md)',
    '[x](./2026-03-01-plan.md#a)',
    '[x](../_posts/2026-03-01-plan.md)',
    '[x](/_posts/2026-03-01-plan.md)',
    'See [x].\n\n[x]: /old',
    '<a class="y" href="/posts/plan/">x</a>',
    '[x]({{ site.baseurl }}/posts/plan/)',
    '<a href=/posts/plan/>x</a>',
    '<a HREF = /blog/posts/plan>x</a>',
    '[x](HTTPS://EXAMPLE.org/blog/posts/plan/)',
    '[x](//example.org/blog/posts/plan/)',
    '<https://example.org/blog/posts/plan/>',
    '[x](/posts/%70lan/)',
    '[x](/posts/pl&#97;n/)',
    '[x](/posts/half\\_done/)',
    '[x](/team.html)',
    '[x](/team)',
    '<form action="/posts/plan/"></form>',
    '<blockquote cite="/posts/plan/">x</blockquote>',
    '<img src=/posts/plan/ alt="">',
    '> * [x](/posts/plan/)',
    '{% include_relative 2026-03-01-plan.md %}',
    '```mermaid\ngraph TD\nclick A "/posts/plan/" "Read"\n```',
    '```mermaid\ngraph TD\n  click B href "/blog/posts/plan/"\n```',
    '[x](https://www.example.org/blog/posts/plan/)',
    '<button onclick="location=\'/posts/plan/\'">x</button>',
    '<a href="#" ping=/posts/plan/>x</a>',
    '<meta http-equiv="refresh" content="0;url=/posts/plan/">',
    '<svg><a xlink:href="/posts/plan/"><text>x</text></a></svg>',
    'See[^1].\n\n[^1]: [x](/posts/plan/)',
    '| a |\n|---|\n| [x](/posts/plan/) |',
  ])('%s', (text) => {
    const line = 6 + text.split('\n').findIndex((line) => /[/]|\.md/.test(line));
    expect(links(from(`Tea.\n${text}`))).toMatchObject([{ file: tea, line }]);
  });

  it.each([
    '[x](/posts/tea/)',
    '[x](https://example.com/posts/plan/)',
    '[x](#plan)',
    '`[x](/posts/plan/)`',
    '```md\n[x](/posts/plan/)\n```',
    '/posts/plan/',
    '<!-- [x](/posts/plan/) -->',
    '    [x](/posts/plan/)',
    '<pre>[x](/posts/plan/)</pre>',
    '[x](/posts/plan/more/)',
    '[x](/POSTS/plan/)',
    '![](/images/plan.png)',
    '[x](mailto:plan)',
  ])('not %j', (text) => {
    expect(links(from(text))).toEqual([]);
  });

  it.each([
    'import Plan from "./2026-03-01-plan.md";',
    "} from './2026-03-01-plan.md'",
    "export * from './2026-03-01-plan.md'",
    'import Chart from "./_drafts/Chart.astro";',
    '<Card href="/posts/plan/" />',
    '<Card>[x](/posts/plan/)</Card>',
  ])('in MDX: %s', (text) => {
    expect(links(from(`Tea.\n\n${text}`, post('tea.mdx')))).toMatchObject([{ line: 7 }]);
  });

  it.each([
    'import Tea from "./tea.mdx";',
    'import the plan, "./2026-03-01-plan.md2"',
    '```jsx\n<Card href="/posts/plan/" />\n```',
    'const {',
  ])('not in MDX: %s', (text) => {
    expect(links(from(text, post('tea.mdx')))).toEqual([]);
  });

  it.each([
    ['redirect_from', '/posts/plan/'],
    ['redirect_from', '/posts/plan'],
    ['redirect_to', 'https://example.org/blog/old'],
    ['excerpt', 'More in [the plan](/posts/plan/).'],
    ['description', 'More: https://example.org/blog/posts/plan/'],
  ])('in the key %s: %s', (field, value) => {
    expect(links({ ...from('Tea.'), values: [{ field, line: 3, value }] })).toMatchObject([
      { file: tea, field, line: 3 },
    ]);
  });

  it('not in keys that lead elsewhere', () => {
    const values = ['/posts/tea', 'The plan: /posts/coffee/', ''].map((value) => {
      return { field: 'excerpt', value };
    });
    expect(links({ ...from('Tea.'), values })).toEqual([]);
  });
});
