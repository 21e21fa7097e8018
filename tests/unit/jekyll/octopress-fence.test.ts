import { describe, expect, it } from 'vitest';
import { captionFences } from '../../../src/jekyll/octopress/fence.ts';

const figure = (caption: string, fence: string) =>
  `<figure class="code" markdown="1"><figcaption>${caption}</figcaption>\n\n${fence}\n\n</figure>`;

describe('captionFences', () => {
  it.each([
    [
      '``` ruby Title of code http://x.org/a link text\nputs 1\n```',
      figure(
        '<span>Title of code</span> <a href="http://x.org/a">link text</a>',
        '```ruby\nputs 1\n```',
      ),
    ],
    [
      '```ruby Title /a/b.rb\nputs 1\n```\nx',
      `${figure('<span>Title</span> <a href="/a/b.rb">link</a>', '```ruby\nputs 1\n```')}\nx`,
    ],
    ['```ruby title.rb\n\na\n```', figure('<span>title.rb</span>', '```ruby\n\na\n```')],
    [
      '```ruby start:5 mark:6 title:"A b"\na\n```',
      '<figure class="code" markdown="1"><figcaption><span>A b</span></figcaption>\n\n```ruby {2} showLineNumbers startLineNumber=5\na\n```\n\n</figure>',
    ],
    ['````md A\n```\n````', figure('<span>A</span>', '````md\n```\n````')],
  ])('%s', (body, expected) => {
    expect(captionFences(body)).toBe(expected);
  });

  it('stays inside of a list item', () => {
    expect(captionFences('- ```js A\n  x\n  ```')).toBe(
      '- <figure class="code" markdown="1"><figcaption><span>A</span></figcaption>\n\n  ```js\n  x\n  ```\n\n  </figure>',
    );
  });

  it.each([
    ['```ruby\nputs 1\n```'],
    ['```js {1,3}\nx\n```'],
    ['```js title="x y"\nx\n```'],
    ['```ruby linenos\nx\n```'],
    ['```{r echo=FALSE}\nx\n```'],
    ['```inline code``` with words'],
    ['~~~\n```ruby Title\nx\n```\n~~~'],
    ['```\n``` ruby Title\n```\n'],
    ['```ruby Title that is never closed\nx'],
  ])('leaves %s', (body) => {
    expect(captionFences(body)).toBe(body);
  });
});
