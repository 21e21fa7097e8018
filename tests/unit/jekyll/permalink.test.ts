import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePostDate, type PostDate } from '../../../src/jekyll/rules/date.ts';
import {
  outputPath,
  pagePermalink,
  permalinkOf,
  type PermalinkInput,
} from '../../../src/jekyll/rules/permalink.ts';

const TIME_ZONE = 'America/New_York';

function dateOf(text: string): PostDate {
  const date = parsePostDate(text, TIME_ZONE);
  if (!date) throw new Error(text);
  return date;
}

/** The URL of a post of 5 January 2014, 3:04:05, by the name of `post`. */
function url(template: string, changes: Partial<PermalinkInput> = {}): string {
  return permalinkOf({
    template,
    date: dateOf('2014-01-05 03:04:05 -0500'),
    timeZone: TIME_ZONE,
    slug: 'post',
    categories: [],
    path: '_posts/2014-01-05-post.md',
    ...changes,
  });
}

describe('styles', () => {
  it.each([
    ['date', '/a/b/2014/01/05/post.html'],
    ['pretty', '/a/b/2014/01/05/post/'],
    ['ordinal', '/a/b/2014/005/post.html'],
    ['weekdate', '/a/b/2014/W01/Sun/post.html'],
    ['none', '/a/b/post.html'],
  ])('%s', (style, expected) => {
    expect(url(style, { categories: ['a', 'B'] })).toBe(expected);
  });
});

describe('placeholders', () => {
  it.each([
    [':year/:month/:day', '/2014/01/05'],
    [':short_year/:i_month/:i_day', '/14/1/5'],
    [':hour:minute:second', '/030405'],
    [':short_month-:long_month', '/Jan-January'],
    [':short_day-:long_day', '/Sun-Sunday'],
    [':y_day', '/005'],
    [':w_year-W:week-:w_day', '/2014-W01-7'],
    ['/:title:output_ext', '/post.html'],
    ['/:slug', '/post'],
    ['/:name/', '/2014-01-05-post/'],
    ['/:collection/:path', '/posts/2014-01-05-post'],
    ['/:year_:month_:day/', '/2014_01_05/'],
    ['/:categories/:title', '/post'],
  ])('%s', (template, expected) => {
    expect(url(template)).toBe(expected);
  });

  it.each([
    ['2012-01-01', '2011-W52-7'],
    ['2010-12-31', '2010-W52-5'],
    ['2014-12-29', '2015-W01-1'],
    ['2015-12-31', '2015-W53-4'],
  ])('the week of %s', (date, expected) => {
    expect(url(':w_year-W:week-:w_day', { date: dateOf(date) })).toBe(`/${expected}`);
  });

  it('the last day of a leap year', () => {
    expect(url(':y_day', { date: dateOf('2016-12-31') })).toBe('/366');
  });

  it('dates are in the time zone of the site', () => {
    expect(url('pretty', { date: dateOf('2014-01-05 03:00:00 +0000') })).toBe('/2014/01/04/post/');
  });

  it('one that Jekyll does not know is an error', () => {
    expect(() => url('/:bogus/x/')).toThrow(
      expect.objectContaining({ name: 'PermalinkError', placeholder: ':bogus' }),
    );
    expect(() => url('/:years/')).toThrow(
      expect.objectContaining({ hint: 'Did you mean `:year`?' }),
    );
    expect(() => url('/:toString/')).toThrow(/placeholder/);
  });
});

describe('slugs', () => {
  it.each([
    ['Slug-Upper-CASE', 'Slug-Upper-CASE'],
    ['slug with spaces', 'slug-with-spaces'],
    ['slug-#hash?q', 'slug-hash-q'],
    ['slug-$punct!@&(x),+;=', 'slug-$punct!@&(x),+;='],
    ['slug-brackets[x]{y}', 'slug-brackets-x-y'],
    ['slug-c++', 'slug-c++'],
    ['slug-emoji-😀', 'slug-emoji'],
    ['slug-em–dash', 'slug-em-dash'],
    ['My Custom_Slug.v2!', 'My-Custom_Slug.v2!'],
    ['slug-percent%20x', 'slug-percent-20x'],
    ["slug-quote's", "slug-quote's"],
    ['slug-tilde~x', 'slug-tilde~x'],
    ['slug--double', 'slug-double'],
    ['-slug-lead', 'slug-lead'],
    ['slug-ünïcode-日本語', 'slug-%C3%BCn%C3%AFcode-%E6%97%A5%E6%9C%AC%E8%AA%9E'],
  ])('%s', (slug, expected) => {
    expect(url('/:title/', { slug })).toBe(`/${expected}/`);
  });

  it('an empty one leaves no double slash', () => {
    expect(url('pretty', { slug: '' })).toBe('/2014/01/05/');
  });

  it(':slug is plainer than :title', () => {
    expect(url('/:slug/', { slug: "My Slug.v2's" })).toBe('/my-slug-v2-s/');
  });
});

describe('categories', () => {
  it.each([
    [['A One', 'b'], '/a%20one/b/x'],
    [['A', 'a'], '/a/x'],
    [["Let's Adventure!"], "/let's%20adventure!/x"],
    [['a,', 'b'], '/a,/b/x'],
    [['web2.0', 'a..b'], '/web2.0/a/b/x'],
    [['a/b', 'C++', 'C#'], '/a/b/c++/c%23/x'],
    [['Ünïcode', '日本'], '/%C3%BCn%C3%AFcode/%E6%97%A5%E6%9C%AC/x'],
    [['["a", "b"]'], '/%5B%22a%22,%20%22b%22%5D/x'],
    [['100%'], '/100%25/x'],
  ])('%j', (categories, expected) => {
    expect(url('/:categories/x', { categories })).toBe(expected);
  });

  it('slugified', () => {
    expect(url('/:slugified_categories/x', { categories: ['A One', 'C#', 'a-one'] })).toBe(
      '/a-one/c/x',
    );
  });
});

describe('the front matter of a post', () => {
  it.each([
    ['/foo/', '/foo/'],
    ['foo', '/foo'],
    ['/foo.html', '/foo.html'],
    ['/foo2/index.html', '/foo2/index.html'],
    ['/Foo/Bar', '/Foo/Bar'],
    ['pretty', '/pretty'],
    ['/a/../b/', '/a/b/'],
    ['/./a/inc./b', '/a/incb'],
    ['http://example.org/abs/', '/http:/example.org/abs/'],
    ['/a b/ü/', '/a b/ü/'],
    ['/x/:year/:i_month/:title/', '/x/2014/1/post/'],
    ['/:categories/:slug:output_ext', '/my%20cat/b/post.html'],
    ['', '/t'],
    [undefined, '/t'],
  ])('%j', (permalink, expected) => {
    expect(url('/t', { permalink, categories: ['My Cat', 'b'] })).toBe(expected);
  });
});

describe('outputPath', () => {
  it.each([
    ['/', 'index.html'],
    ['/a/', 'a/index.html'],
    ['/a', 'a.html'],
    ['/a.html', 'a.html'],
    ['/a/index.html', 'a/index.html'],
    ['/foo.xml', 'foo.xml.html'],
    ['/node.js/', 'node.js/index.html'],
    ['/c%23/%C3%BC/', 'c#/ü/index.html'],
    ['/100%/x', '100%/x.html'],
    ['/%2e%2e/%2e%2e/x', 'x.html'],
  ])('%s', (url, path) => {
    expect(outputPath(url)).toBe(path);
  });

  it('never leaves the output folder', () => {
    const parts = fc.array(fc.constantFrom('..', '.', '/', '%2e', '%2F', 'a', '\\', '%', ' '));
    fc.assert(
      fc.property(parts, (parts) => {
        const path = outputPath(permalinkOfText(parts.join('')));
        expect(path.startsWith('/')).toBe(false);
        expect(path.split('/')).not.toContain('..');
      }),
    );
  });
});

function permalinkOfText(permalink: string): string {
  return url('/t', { permalink });
}

describe('pages', () => {
  it.each([
    ['/help/:basename/', 'guides/anchor.md', '/help/anchor/'],
    ['about/', 'about.md', '/about/'],
    ['about', 'about.md', '/about'],
    ['/:path/deeper/:basename:output_ext', 'docs/deep.md', '/docs/deeper/deep.html'],
    ['/:path/:basename/', 'top.md', '/top/'],
    ['/:path/x/', 'a b/c.md', '/a%20b/x/'],
    ['/:title/Help:contents/', 'a.md', '/:title/Help:contents/'],
    ['/404.html', '404.md', '/404.html'],
  ])('fill %s of %s', (permalink, path, url) => {
    expect(pagePermalink({ path, template: 'pretty', permalink })).toBe(url);
  });

  it.each([
    ['pretty', 'docs/a.md', '/docs/a/'],
    ['date', 'docs/a.md', '/docs/a.html'],
    ['/:year/:title/', 'a.md', '/a/'],
    ['/:year/:title:output_ext', 'a.md', '/a.html'],
    ['/:year/:title', 'a.md', '/a'],
    ['date', 'index.md', '/'],
    ['date', 'docs/index.md', '/docs/'],
  ])('end as posts do at %s: %s', (template, path, url) => {
    expect(pagePermalink({ path, template })).toBe(url);
  });
});
