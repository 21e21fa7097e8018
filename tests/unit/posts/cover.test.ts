import { describe, expect, it, vi } from 'vitest';

vi.mock('../../../src/site.config.ts', () => ({
  default: { url: 'https://example.org', base: '/blog' },
}));

const { coverPicture, coverSrc, coverUrl } = await import('../../../src/posts/cover.ts');

describe('the address of a cover image', () => {
  it.each([
    ['/images/a.png', '/blog/images/a.png'],
    ['images/a.png', '/blog/images/a.png'],
    ['https://example.com/a.png', 'https://example.com/a.png'],
    ['//example.com/a.png', '//example.com/a.png'],
    ['data:image/gif;base64,R0', 'data:image/gif;base64,R0'],
  ])('for the page: %s', (src, expected) => {
    expect(coverSrc(src)).toBe(expected);
  });

  it.each([
    ['/images/a b.png', 'https://example.org/blog/images/a%20b.png'],
    ['//example.com/a.png', 'https://example.com/a.png'],
    [{ src: '/blog/_astro/a.hash.png' }, 'https://example.org/blog/_astro/a.hash.png'],
  ])('as a whole address: %j', (src, expected) => {
    expect(coverUrl(src)).toBe(expected);
  });
});

describe('a cover as it is seen from elsewhere', () => {
  it.each([
    ['/a.PNG', 'image/png'],
    ['https://example.com/a.jpeg?size=2', 'image/jpeg'],
    ['/a.svg#b', 'image/svg+xml'],
    ['https://example.com/picture', undefined],
    ['/a.doc', undefined],
  ])('%s is %s', (src, type) => {
    expect(coverPicture({ src, alt: '' })?.type).toBe(type);
  });

  it('has size and text', () => {
    const image = { src: '/a.webp', alt: 'A', width: 3, height: 4, bytes: 5 };
    expect(coverPicture(image)).toEqual({
      url: 'https://example.org/blog/a.webp',
      alt: 'A',
      type: 'image/webp',
      width: 3,
      height: 4,
      bytes: 5,
    });
    expect(coverPicture(undefined)).toBeUndefined();
  });
});
