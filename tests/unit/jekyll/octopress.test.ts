import { describe, expect, it } from 'vitest';
import { titleCase } from '../../../src/jekyll/octopress/title-case.ts';
import { engineWith, renderPost, textOf } from './liquid-fixture.ts';

const FILES = {
  'public/downloads/code/a/test.rb': 'puts 1\n',
  'src/liquid/includes/about/_bio.md': '---\ntitle: x\n---\nBio of {{ page.title }}',
  'src/liquid/includes/about/_bad.md': '---\ntitle: x\n---\n\n{% bogus %}',
};

describe('tags of Octopress', () => {
  const engine = engineWith(FILES);

  it.each([
    ['{% img /a.png %}', '<img src="/a.png" alt="">'],
    [
      '{% img left half /a.png 10 20 "A title" "Its alt" %}',
      '<img class="left half" src="/a.png" width="10" height="20" title="A title" alt="Its alt">',
    ],
    [
      '{% img http://x.org/a.png Ninja Attack! %}',
      '<img src="http://x.org/a.png" title="Ninja Attack!" alt="Ninja Attack!">',
    ],
    ['{% img /a.png 100 %}', '<img src="/a.png" width="100" alt="">'],
    [
      '{% img images/a.png "A & B" %}',
      '<img src="images/a.png" title="A &amp; B" alt="A &amp; B">',
    ],
    ['{% codeblock %}\nx\n{% endcodeblock %}', '```\nx\n```'],
    ['{% codeblock lang:c %}\nx\n{% endcodeblock %}', '```c\nx\n```'],
    [
      '{% codeblock Title of it lang:js http://x.org/a here %}\nx\n{% endcodeblock %}',
      '<figure class="code" markdown="1"><figcaption><span>Title of it</span> <a href="http://x.org/a">here</a></figcaption>\n\n```js\nx\n```\n\n</figure>',
    ],
    [
      '{% codeblock <b>.rb %}\nx\n{% endcodeblock %}',
      '<figure class="code" markdown="1"><figcaption><span>&lt;b&gt;.rb</span></figcaption>\n\n```\nx\n```\n\n</figure>',
    ],
    [
      '{% codeblock title.rb %}\nx\n{% endcodeblock %}',
      '<figure class="code" markdown="1"><figcaption><span>title.rb</span></figcaption>\n\n```rb\nx\n```\n\n</figure>',
    ],
    [
      '{% codeblock title:"A \'b\'" lang:js url:/a.js link_text:"it" start:51 mark:52,54-55 class:x %}\nx\n{% endcodeblock %}',
      '<figure class="code" markdown="1"><figcaption><span>A \'b\'</span> <a href="/a.js">it</a></figcaption>\n\n```js {2,4-5} showLineNumbers startLineNumber=51\nx\n```\n\n</figure>',
    ],
    [
      '{% codeblock Mark: a title start:9 linenos:false %}\nx\n{% endcodeblock %}',
      '<figure class="code" markdown="1"><figcaption><span>Mark: a title</span></figcaption>\n\n```\nx\n```\n\n</figure>',
    ],
    [
      '{% jsfiddle ccWP7/2 js,html default 400px %}',
      '<figure class="embed"><iframe src="https://jsfiddle.net/ccWP7/2/embedded/js,html/light/"></iframe></figure>',
    ],
    [
      '{% include_code A test a/test.rb %}',
      '<figure class="code" markdown="1"><figcaption><span>A test (test.rb)</span> <a href="/downloads/code/a/test.rb">download</a></figcaption>\n\n```rb\nputs 1\n```\n\n</figure>',
    ],
    [
      '{% blockquote %}\na\nb\n\nc\n{% endblockquote %}',
      '<blockquote><p>a<br>b</p><p>c</p></blockquote>',
    ],
    [
      '{% blockquote Someone http://x.org the title of it %}\na\n{% endblockquote %}',
      '<blockquote><p>a</p><footer><strong>Someone</strong> <cite><a href="http://x.org">The Title of It</a></cite></footer></blockquote>',
    ],
    [
      '{% blockquote @someone https://example.com/a/very-long-name/of-a-page %}a{% endblockquote %}',
      '<blockquote><p>a</p><footer><strong>@someone</strong> <cite><a href="https://example.com/a/very-long-name/of-a-page">example.com/a/very-long-name/…</a></cite></footer></blockquote>',
    ],
    [
      '{% blockquote Simon Haykin, Neural Networks: a foundation %}a{% endblockquote %}',
      '<blockquote><p>a</p><footer><strong>Simon Haykin</strong> <cite>Neural Networks: A Foundation</cite></footer></blockquote>',
    ],
    [
      '{% blockquote The community %}a{% endblockquote %}',
      '<blockquote><p>a</p><footer><strong>The community</strong></footer></blockquote>',
    ],
    [
      '{% pullquote left %}\nA {" quoted "} text.\n{% endpullquote %}',
      '<span class="pullquote-left" data-pullquote="quoted">A quoted text.</span>',
    ],
    [
      '{% pullquote %}\n{"a"}\n\nb\n{% endpullquote %}',
      '<div class="pullquote-right" data-pullquote="a" markdown="1">\n\na\n\nb\n\n</div>',
    ],
    [
      '{% gist 12345 %}',
      '<figure class="embed"><a href="https://gist.github.com/12345">gist 12345</a></figure>',
    ],
    [
      '{% gist parkr/c08ee0f2 a.rb %}',
      '<figure class="embed"><a href="https://gist.github.com/parkr/c08ee0f2#file-a-rb">a.rb</a></figure>',
    ],
    [
      '{% youtube dQw4w9WgXcQ 640 480 %}',
      '<figure class="embed"><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">Video on YouTube</a></figure>',
    ],
    [
      '{% youtube "https://youtu.be/dQw4w9WgXcQ?t=1" %}',
      '<figure class="embed"><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">Video on YouTube</a></figure>',
    ],
    [
      '{% assign v = "dQw4w9WgXcQ" %}{% youtube {{ v }} %}',
      '<figure class="embed"><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">Video on YouTube</a></figure>',
    ],
    [
      '{% assign v = "dQw4w9WgXcQ" %}{% youtube v %}',
      '<figure class="embed"><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">Video on YouTube</a></figure>',
    ],
    [
      '{% video http://x.org/a.mp4 /a.webm 720 480 /p.png %}',
      '<video controls preload="none" width="720" height="480" poster="/p.png"><source src="http://x.org/a.mp4"><source src="/a.webm"></video>',
    ],
    ['{% render_partial about/_bio.md %}', 'Bio of A "post"'],
  ])('%s', (body, expected) => {
    expect(textOf(body, engine)).toBe(expected);
  });

  it.each([
    ['{% img %}'],
    ['{% gist %}'],
    ['{% jsfiddle %}'],
    ['{% youtube %}'],
    ['{% video a.avi %}'],
    ['{% include_code nope.rb %}'],
    ['{% include_code %}'],
    ['{% render_partial nope.md %}'],
    ['{% pullquote %}nothing{% endpullquote %}'],
  ])('%s is a mistake', (body) => {
    expect(renderPost(body, engine).problems).toHaveLength(1);
  });

  it('tells the line of a partial below its front matter', () => {
    expect(renderPost('{% render_partial about/_bad.md %}', engine).problems).toMatchObject([
      { file: 'src/liquid/includes/about/_bad.md', line: 5 },
    ]);
  });

  it('asks no other server for a picture of the video', () => {
    expect(textOf('{% video /a.mp4 http://x.org/p.png %}', engine)).not.toContain('poster');
  });
});

describe('titleCase', () => {
  it.each([
    ['the search for bobby', 'The Search for Bobby'],
    ['what is it for', 'What Is It For'],
    ['an iPhone and example.com', 'An iPhone and example.com'],
    ['a story: the end of "it"', 'A Story: The End of "It"'],
  ])('%s', (text, expected) => {
    expect(titleCase(text)).toBe(expected);
  });
});
