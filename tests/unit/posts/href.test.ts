import { expect, it, vi } from 'vitest';

vi.mock('../../../src/site.config.ts', () => ({
  default: { url: 'https://example.org', base: '/blog' },
}));

const { absolute } = await import('../../../src/posts/href.ts');

it.each([
  ['/日本/', 'https://example.org/blog/%E6%97%A5%E6%9C%AC/'],
  ['/a b/q"q/', 'https://example.org/blog/a%20b/q%22q/'],
  ['/c%23d/%20/', 'https://example.org/blog/c%23d/%20/'],
])('%s is encoded where feeds and metadata name it', (path, expected) => {
  expect(absolute(path)).toBe(expected);
});
