import { describe, expect, it } from 'vitest';
import { engineWith, textOf } from './liquid-fixture.ts';

describe('highlight', () => {
  it.each([
    [
      '{% highlight ruby %}\nputs 1\n\nputs 2\n{% endhighlight %}',
      '```ruby\nputs 1\n\nputs 2\n```',
    ],
    ['{% highlight C++ %}\nx\n{% endhighlight %}', '```c++\nx\n```'],
    ['{% highlight text %}\n  ```\n{% endhighlight %}', '````text\n  ```\n````'],
    [
      '{% highlight text %}{{ 1 }}{% raw %}{{ 2 }}{% endraw %}{% endhighlight %}',
      '```text\n1{{ 2 }}\n```',
    ],
    [
      '{% highlight js linenos hl_lines="1 3" %}\nx\n{% endhighlight %}',
      '```js {1 3} showLineNumbers\nx\n```',
    ],
    [
      '- a\n\n    {% highlight js %}\nx\n  y\n    {% endhighlight %}\n',
      '- a\n\n    ```js\n    x\n      y\n    ```\n',
    ],
    ['> {% highlight js %}\nx\n{% endhighlight %}', '> ```js\n> x\n> ```'],
    ['- {% highlight js %}\nx\n{% endhighlight %} more', '- ```js\n  x\n  ```\n\n   more'],
    [
      '<div>\n{% highlight js %}\na\n\n*b*\n{% endhighlight %}\n</div>',
      '<div>\n<figure class="code"><pre><code class="language-js" data-lang="js">a&#10;&#10;&#42;b&#42;</code></pre></figure>\n</div>',
    ],
    [
      '<div markdown="1">\n{% highlight js %}\na\n{% endhighlight %}\n</div>',
      '<div markdown="1">\n```js\na\n```\n</div>',
    ],
    ['`<div>` and\n\n{% highlight js %}\na\n{% endhighlight %}', '`<div>` and\n\n```js\na\n```'],
    [
      'see {% highlight js %}a<b{% endhighlight %}',
      'see <figure class="code"><pre><code class="language-js" data-lang="js">a&#60;b</code></pre></figure>',
    ],
  ])('%s', (body, expected) => {
    expect(textOf(body)).toBe(expected);
  });

  it('is HTML in a post that is HTML', () => {
    const body = '{% highlight js %}\na\n{% endhighlight %}';
    expect(textOf(body, engineWith(), 'src/content/posts/2014-01-05-x.html')).toBe(
      '<figure class="code"><pre><code class="language-js" data-lang="js">a</code></pre></figure>',
    );
  });
});
