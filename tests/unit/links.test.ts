import { describe, expect, it } from 'vitest';
import { linksToHidden } from '../../src/post/links.ts';
import { post } from './audit-fixture.ts';

const file = post('2026-03-01-plan.md');
const hidden = [{ file, urls: ['/posts/plan/', '/old'] }];
const links = linksToHidden(hidden, { url: 'https://example.org', base: '/blog' });
const tea = post('2026-01-01-tea.md');
const from = (body: string) => ({ file: tea, url: '/posts/tea/', body, bodyLine: 5 });

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
    '[x]: /old',
    '<a class="y" href="/posts/plan/">x</a>',
    '[x]({{ site.baseurl }}/posts/plan/)',
    'import Plan from "./2026-03-01-plan.md";',
    "} from './2026-03-01-plan.md'",
    "export * from './2026-03-01-plan.md'",
    '{% include_relative 2026-03-01-plan.md %}',
  ])('%s', (text) => {
    expect(links(from(`Tea.\n${text}`))).toMatchObject([{ file: tea, line: 6 }]);
  });

  it.each([
    '[x](/posts/tea/)',
    '[x](https://example.com/posts/plan/)',
    '[x](#plan)',
    '`[x](/posts/plan/)`',
    '```md\n[x](/posts/plan/)\n```',
    '/posts/plan/',
    '<!-- [x](/posts/plan/) -->',
    'import Tea from "./tea.mdx";',
    'import the plan, "./2026-03-01-plan.md2"',
    '[x](mailto:plan)',
  ])('not %j', (text) => {
    expect(links(from(text))).toEqual([]);
  });
});
