import { expect, it } from 'vitest';
import { excerptHtml } from '../../src/components/list/excerpt.ts';
import type { Post } from '../../src/post/posts.ts';

const post = (excerpt: string) => ({ data: { excerpt, url: '/posts/a/' } }) as Post;

it.each([
  ['<p>Plain &amp; simple</p>', '<p>Plain &amp; simple</p>'],
  ['<a href="../b/?q#c">b</a>', '<a href="/posts/b/?q#c">b</a>'],
  ['<a href="#fn-1">1</a>', '<a href="/posts/a/#fn-1">1</a>'],
  ['<a href="/about/">b</a>', '<a href="/about/">b</a>'],
  ['<a href="https://example.com/x">b</a>', '<a href="https://example.com/x">b</a>'],
  ['<a href="mailto:a@example.org">b</a>', '<a href="mailto:a@example.org">b</a>'],
  ['<a href="http://[">b</a>', '<a href="http://[">b</a>'],
])('%s', (excerpt, expected) => {
  expect(excerptHtml(post(excerpt))).toBe(expected);
});
