import { expect, it } from 'vitest';
import { newPost } from '../../../src/cli/new-post.ts';
import { readFrontMatter } from '../../../src/jekyll/rules/front-matter.ts';

const NOW = Date.parse('2026-01-31T23:30:00Z');

it.each([
  ['UTC', '2026-01-31', '2026-01-31 23:30:00 +0000'],
  ['Europe/Vienna', '2026-02-01', '2026-02-01 00:30:00 +0100'],
  ['America/St_Johns', '2026-01-31', '2026-01-31 20:00:00 -0330'],
])('is dated now in %s', (timeZone, day, date) => {
  const { name, text } = newPost('A title', NOW, timeZone);
  expect(name).toBe(`${day}-a-title.md`);
  expect(text).toContain(`date: ${date}\n`);
});

it.each(['Plain', 'With "quotes"', 'Colon: here', '# not a comment', 'back\\slash', '日本語'])(
  'keeps the title %s and holds the post back',
  (title) => {
    const { data } = readFrontMatter(newPost(title, NOW, 'UTC').text);
    expect(data).toMatchObject({ title, published: false });
  },
);

it('names a post whose title has no letters', () => {
  expect(newPost('!?', NOW, 'UTC').name).toBe('2026-01-31-untitled.md');
});

it('takes tags and categories along', () => {
  const { text } = newPost('A', NOW, 'UTC', { tags: ['C#', 'a, b'], categories: ['Notes: small'] });
  expect(readFrontMatter(text).data).toMatchObject({
    tags: ['C#', 'a, b'],
    categories: ['Notes: small'],
  });
  expect(newPost('A', NOW, 'UTC').text).toContain('tags: []');
  expect(newPost('A', NOW, 'UTC').text).not.toContain('categories');
});
