import { expect, it } from 'vitest';
import { heldPosts } from '../../../src/build/held-posts.ts';
import { folderWith, post, site } from '../audit/audit-fixture.ts';

it('names what not everybody may find, why, and what else is to be said of it', () => {
  const root = folderWith({
    [post('2026-01-01-tea.md')]: 'Tea',
    [post('2026-01-02-rain.md')]: '---\npublished: false\ntoc: left\n---\n',
    [post('_drafts/snow.md')]: '---\ntitle: Snow\n---\n',
    [post('2030-01-01-sun.md')]: 'Sun',
    [post('2026-01-03-hand.md')]: '---\nunlisted: true\n---\n',
  });
  const groups = heldPosts(root, site, Date.parse('2026-06-01T12:00:00Z'));
  expect(groups).toMatchObject([
    {
      status: 'draft',
      posts: [
        { title: 'Snow', file: post('_drafts/snow.md'), warnings: [] },
        {
          file: post('2026-01-02-rain.md'),
          reason: expect.stringContaining('published'),
          warnings: [expect.stringContaining('toc')],
        },
      ],
    },
    { status: 'scheduled', posts: [{ reason: expect.stringContaining('future') }] },
    { status: 'unlisted', posts: [{ reason: expect.stringContaining('unlisted') }] },
  ]);
});
