import { describe, expect, it, vi } from 'vitest';
import type { Post } from '../../../src/posts/posts.ts';

vi.mock('../../../src/site.config.ts', () => ({
  default: {
    url: 'https://example.org',
    base: '/blog',
    title: 'Tides',
    description: '',
    lang: 'en',
    author: { name: 'Ada', url: 'https://ada.example', email: 'ada@example.org' },
    social: [{ name: 'Elsewhere', url: 'https://social.example/@ada' }],
  },
}));

const { blogPosting, breadcrumbs, scriptJson, structuredData, webSite } =
  await import('../../../src/components/page/structured-data.ts');

const owner = {
  '@type': 'Person',
  name: 'Ada',
  url: 'https://ada.example',
  sameAs: ['https://social.example/@ada'],
};
const post = (data: object) =>
  ({
    data: {
      title: 'Ebb',
      url: '/posts/über/',
      date: { time: Date.UTC(2025, 8, 4), offset: 120 },
      description: '',
      authors: [],
      categories: [],
      tags: [],
      words: 3,
      ...data,
    },
  }) as unknown as Post;

it.each(['</script><script>alert(1)</script>', '<!-- <script>', 'a & "b"', '日本語\u2028'])(
  'scriptJson keeps %j a value',
  (headline) => {
    const json = scriptJson({ headline });
    expect(json).not.toContain('<');
    expect(JSON.parse(json)).toEqual({ headline });
  },
);

it('scriptJson leaves out what is missing', () => {
  expect(scriptJson({ a: 1, b: undefined })).toBe('{"a":1}');
});

describe('what search engines are told', () => {
  it('of the site', () => {
    expect(JSON.parse(structuredData([webSite()]))).toEqual({
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': 'WebSite',
          name: 'Tides',
          url: 'https://example.org/blog/',
          inLanguage: 'en',
          author: owner,
        },
      ],
    });
  });

  it('of where a page stands', () => {
    expect(breadcrumbs([{ name: 'Tea', path: '/tags/tea/' }]).itemListElement).toEqual([
      { '@type': 'ListItem', position: 1, name: 'Tides', item: 'https://example.org/blog/' },
      { '@type': 'ListItem', position: 2, name: 'Tea', item: 'https://example.org/blog/tags/tea/' },
    ]);
  });

  it('of a post that says little', () => {
    expect(blogPosting(post({}), 'de', undefined)).toEqual({
      '@type': 'BlogPosting',
      headline: 'Ebb',
      url: 'https://example.org/blog/posts/%C3%BCber/',
      mainEntityOfPage: 'https://example.org/blog/posts/%C3%BCber/',
      datePublished: '2025-09-04T02:00:00+02:00',
      dateModified: '2025-09-04T02:00:00+02:00',
      author: [owner],
      publisher: owner,
      wordCount: 3,
      inLanguage: 'de',
    });
  });

  it('of a post that says much, and no address of a person', () => {
    const data = {
      description: 'About',
      updated: { time: Date.UTC(2025, 9, 1), offset: 0 },
      authors: [{ name: 'Bond', email: 'bond@example.org' }, { name: 'Grace' }],
      categories: ['Sea'],
      tags: ['ebb', 'flow'],
      series: 'Water',
    };
    const picture = { url: 'https://example.org/blog/a.png', alt: 'A' };
    const posting = blogPosting(post(data), 'en', picture);
    expect(posting).toMatchObject({
      description: 'About',
      dateModified: '2025-10-01T00:00:00+00:00',
      author: [
        { '@type': 'Person', name: 'Bond' },
        { '@type': 'Person', name: 'Grace' },
      ],
      image: 'https://example.org/blog/a.png',
      articleSection: ['Sea'],
      keywords: ['ebb', 'flow'],
      isPartOf: { '@type': 'CreativeWorkSeries', name: 'Water' },
    });
    expect(structuredData([posting])).not.toContain('bond@example.org');
  });
});
