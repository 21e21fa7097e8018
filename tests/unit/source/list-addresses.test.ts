import { describe, expect, it } from 'vitest';
import { defineSite } from '../../../src/site/define.ts';
import { listRedirects } from '../../../src/source/list-addresses.ts';
import { oldLists, termsOf } from '../../../src/source/routes.ts';

const siteWith = (alias: string | string[], paginate = 2) =>
  defineSite(
    {
      url: 'https://example.org',
      title: 'A',
      author: { name: 'A' },
      timeZone: 'Asia/Tokyo',
      paginate,
      lists: { alias },
    },
    {},
  );

const terms = termsOf([
  { terms: { categories: ['News'], tags: ['Deep Sea', 'a_b-'] } },
  { terms: { categories: ['news'], tags: [] } },
]);
const times = ['2014-12-31T16:00:00Z', '2014-03-01T00:00:00Z', '2014-03-02T00:00:00Z'].map((time) =>
  Date.parse(time),
);
const redirects = (alias: string | string[]) =>
  listRedirects({ terms, times }, siteWith(alias)).map(({ from, to }) => `${from} ${to}`);

describe('old addresses of lists', () => {
  it.each([
    ['/blog/', ['/blog/ /']],
    ['/page:num/', ['/page2/ /page/2/']],
    ['/blog/page/:num', ['/blog/page/2 /page/2/']],
    ['/page/:num/', []],
    ['/t/:tag/', ['/t/a_b-/ /tags/a-b/', '/t/Deep Sea/ /tags/deep-sea/']],
    [
      '/tag/:tag_slug/',
      ['/tag/a-b/ /tags/a-b/', '/tag/a-b-/ /tags/a-b/', '/tag/deep-sea/ /tags/deep-sea/'],
    ],
    ['/tags/:tag_slug/', ['/tags/a-b-/ /tags/a-b/']],
    ['/c/:category/', ['/c/News/ /categories/news/', '/c/news/ /categories/news/']],
    ['/:year/', ['/2015/ /archives/2015/', '/2014/ /archives/2014/']],
    ['/:year/:month/', ['/2015/01/ /archives/2015/', '/2014/03/ /archives/2014/']],
  ])('%s', (alias, expected) => {
    expect(redirects(alias).toSorted()).toEqual(expected.toSorted());
  });

  it('are never those of the site itself', () => {
    const site = siteWith(['/archives/', '/archives/:year/', '/blog/']);
    expect(oldLists({ terms, times }, site)).toEqual([{ from: '/blog/', to: '/' }]);
  });

  it.each(['page2', '/a b/', '/:title/', '/:tags/'])('cannot be %j', (alias) => {
    expect(() => siteWith(alias)).toThrow('expected a path');
  });
});
