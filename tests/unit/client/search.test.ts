import { describe, expect, it } from 'vitest';
import { otherLanguages } from '../../../src/client/search/pagefind.ts';
import { beginnings, isMeant } from '../../../src/client/search/near.ts';
import {
  addressOf,
  queryOf,
  resultAddress,
  tidyExcerpt,
} from '../../../src/client/search/query.ts';
import { searchPage } from '../../../src/search/page.ts';

describe('the address of a search', () => {
  it.each([
    ['', ''],
    ['?q=', ''],
    ['?q=%20%20', ''],
    ['?q=two+words', '?q=two+words'],
    ['?q=日本語', `?q=${encodeURIComponent('日本語')}`],
    ['?tag=C%2B%2B&q=a&other=1', '?q=a&tag=C%2B%2B'],
    ['?year=2026&category=Design', '?category=Design&year=2026'],
  ])('%s is read and written as %s', (address, written) => {
    expect(addressOf(queryOf(new URLSearchParams(address)))).toBe(written);
  });
});

describe('the address of a result', () => {
  const words = (text: string, excerpt: string) =>
    new URLSearchParams(resultAddress('/a/', text, excerpt).split('?')[1]).getAll('highlight');

  it.each([
    [
      'what was typed and what was found',
      'prints',
      'a <mark>printing,</mark> b',
      ['prints', 'printing'],
    ],
    ['each word once', 'a b print', '<mark>print</mark> <mark>(print)</mark>', ['print']],
    ['characters that are words', '本', 'x <mark>本</mark>', ['本']],
    ['nothing where only a filter was set', '', 'plain', []],
    [
      'no more than eight',
      'aa bb cc dd ee ff gg hh ii',
      '',
      ['aa', 'bb', 'cc', 'dd', 'ee', 'ff', 'gg', 'hh'],
    ],
  ])('has %s', (_, text, excerpt, expected) => {
    expect(words(text, excerpt)).toEqual(expected);
  });

  it('is the plain one where nothing is to be marked', () => {
    expect(resultAddress('/a/', '', 'text')).toBe('/a/');
  });
});

describe('what is found', () => {
  it.each([
    ['publish', 'Publishing.', true, true],
    ['printing', 'prints', true, true],
    ['café', 'cafe', true, true],
    ['本', '日本語', true, true],
    ['publsh', 'pubDate', false, true],
    ['publsh', 'published', true, true],
    ['zzqx', 'Z.', false, false],
    ['template', '-t', false, false],
  ])('for %s is %s', (text, mark, isIt, isNearly) => {
    const excerpt = `a <mark>${mark}</mark> b`;
    expect(isMeant(text, excerpt, false)).toBe(isIt);
    expect(isMeant(text, excerpt, true)).toBe(isNearly);
  });

  it('is no excerpt that marks a word where it is in a title', () => {
    expect(isMeant('C#', 'plain', false)).toBe(true);
  });

  it('is looked for by shorter beginnings, at least half of the word', () => {
    expect([...beginnings('publsh it')]).toEqual(['publs it', 'publ it', 'pub it']);
    expect([...beginnings('a')]).toEqual([]);
  });

  it.each([
    ['A <mark>word,</mark> b.', 'A <mark>word</mark>, b.'],
    ['<mark>&quot;word&quot;)</mark>', '&quot;<mark>word</mark>&quot;)'],
    ['<mark>(日本語)。</mark>', '(<mark>日本語</mark>)。'],
    ['<mark>A</mark> <mark>b.</mark>', '<mark>A</mark> <mark>b</mark>.'],
    ['<mark>C++</mark>', '<mark>C</mark>++'],
    ['A &lt; <mark>AT&amp;T</mark>.', 'A &lt; <mark>AT&amp;T</mark>.'],
    ['in the <mark>middle</mark>', '… in the <mark>middle</mark> …'],
    ['<mark>amid</mark> words,', '… <mark>amid</mark> words, …'],
  ])('%s is shown as %s', (excerpt, tidy) => {
    expect(tidyExcerpt(excerpt)).toBe(tidy);
  });
});

describe('the languages beside the own', () => {
  const languages = { en: { page_count: 5 }, ja: { page_count: 2 }, 'pt-br': { page_count: 9 } };

  it.each([
    ['en', ['ja', 'pt-br']],
    ['en-GB', ['ja', 'pt-br']],
    ['pt-BR', ['en', 'ja']],
    ['fr', ['en', 'ja']],
  ])('for %s are %j', (lang, expected) => {
    expect(otherLanguages(languages, lang)).toEqual(expected);
  });

  it('are none where there is no index', () => {
    expect(otherLanguages({}, 'en')).toEqual([]);
  });
});

describe('the page that Pagefind reads', () => {
  it('holds the text, and the facts without anything that ends an attribute', () => {
    const document = {
      url: '/a/',
      title: 'Is "a" < b & c?',
      lang: 'en',
      date: '1 May 2026',
      time: 1,
      year: 2026,
      tags: ['C++', 'a"b'],
      categories: ['Design'],
    };
    const code = '<pre class="a"><code><span class="s">"x"</span> &lt; 1\n</code></pre>';
    expect(searchPage(document, `<p>Text</p>${code}<pre>y</pre>`)).toBe(
      '<html lang="en"><head>' +
        '<meta data-pagefind-meta="title[content]" content="Is &quot;a&quot; &lt; b &amp; c?">' +
        '<meta data-pagefind-meta="date[content]" content="1 May 2026">' +
        '<meta data-pagefind-meta="lang[content]" content="en">' +
        '<meta data-pagefind-meta="tags[content]" content="C++, a&quot;b">' +
        '<meta data-pagefind-sort="time[content]" content="1">' +
        '<meta data-pagefind-filter="year[content]" content="2026">' +
        '<meta data-pagefind-filter="tag[content]" content="C++">' +
        '<meta data-pagefind-filter="tag[content]" content="a&quot;b">' +
        '<meta data-pagefind-filter="category[content]" content="Design">' +
        '<meta data-pagefind-meta="code[content]" content="&quot;x&quot; &lt; 1\n · y">' +
        '</head><body data-pagefind-body><p>Text</p> ·  · </body></html>',
    );
  });
});
