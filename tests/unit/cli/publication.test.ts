import { describe, expect, it } from 'vitest';
import { findPost } from '../../../src/cli/find-post.ts';
import { changedLines, confirm, publish, unpublish } from '../../../src/cli/publication.ts';
import { readPost, type PostSource } from '../../../src/source/read-post.ts';
import { defineSite } from '../../../src/site/define.ts';

const site = defineSite({
  url: 'https://blog.example',
  title: 'Blog',
  author: { name: 'A' },
  permalink: '/:title/',
});
const NOW = Date.parse('2026-11-25T09:00:00Z');
const DATE = '2026-11-25 10:00:00 +0100';

function read(path: string, bytes: Buffer): PostSource {
  const reading = readPost(path, bytes, { site, now: NOW, drafts: true });
  if (reading.kind !== 'post') throw new Error(reading.kind);
  return reading.post;
}

const post = (frontMatter: string, path = '2026-01-01-a.md') => {
  const bytes = Buffer.from(`---\ntitle: A\n${frontMatter}---\nText\n`);
  return { post: read(path, bytes), bytes };
};

describe('publish', () => {
  it.each([
    'published: false\n',
    'draft: true\n',
    'published: no\ndraft: yes\ndate: 2025-01-01\n',
    'date: 2030-01-01\n',
  ])('lets %j be read from now on', (frontMatter) => {
    const { post: draft, bytes } = post(frontMatter);
    const after = read('2026-01-01-a.md', publish(draft, bytes, DATE));
    expect(after.verdict.status).toBe('published');
    expect(after.date.time).toBe(NOW);
  });

  it('refuses what can be read already', () => {
    const { post: published, bytes } = post('');
    expect(() => publish(published, bytes, DATE)).toThrow('is published already');
  });

  it.each([
    ['2026-01-01-a.md', 'status: draft\npublished: false\n', 'keeps it back elsewhere'],
    ['_drafts/a.md', '', '_drafts'],
  ])('what else holds %s back is told', (path, frontMatter, reason) => {
    const { post: draft, bytes } = post(frontMatter, path);
    const after = read(path, publish(draft, bytes, DATE));
    expect(() => confirm(after, ({ verdict }) => verdict.status === 'published')).toThrow(reason);
  });
});

describe('unpublish', () => {
  it.each([
    '',
    'published: true # at last\n',
    'draft: false\n',
    'unlisted: true\n',
    'date: 2030-01-01\n',
  ])('makes a draft of %j', (frontMatter) => {
    const { post: published, bytes } = post(frontMatter);
    const after = read('2026-01-01-a.md', unpublish(published, bytes));
    expect(after.verdict.status).toBe('draft');
  });

  it('refuses a draft', () => {
    const { post: draft, bytes } = post('published: false\n');
    expect(() => unpublish(draft, bytes)).toThrow('is a draft already');
  });
});

it('changedLines shows what goes and what comes', () => {
  const { post: draft, bytes } = post('date: 2025-01-01\npublished: false\n');
  expect(changedLines(bytes, publish(draft, bytes, DATE))).toEqual([
    '- date: 2025-01-01',
    '- published: false',
    `+ date: ${DATE}`,
  ]);
});

describe('findPost', () => {
  const posts = [
    '2026-01-01-river.md',
    'en/_posts/2026-01-02-rain.md',
    'de/_posts/2026-01-02-rain.md',
  ].map((path) => post('', path).post);

  it.each([
    '2026-01-01-river.md',
    'src/content/posts/2026-01-01-river.md',
    './src/content/posts/2026-01-01-river.md',
    '2026-01-01-river',
    'river',
    '/river/',
  ])('finds a post by %s', (name) => {
    expect(findPost(posts, name).path).toBe('2026-01-01-river.md');
  });

  it.each([
    ['rivre', 'Did you mean river?'],
    ['riv', 'Did you mean river?'],
    ['rain', 'is one of several posts called rain'],
    ['nothing', 'there is no post nothing'],
  ])('says what is wrong with %s', (name, message) => {
    expect(() => findPost(posts, name)).toThrow(message);
  });
});
