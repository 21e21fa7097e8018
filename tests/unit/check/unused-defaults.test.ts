import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unusedDefaults } from '../../../src/check/unused-defaults.ts';

let root = '';
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'galley-defaults-'));
  for (const file of [
    'posts/wip/2026-01-01-x.md',
    'posts/news/_posts/2026-01-01-y.md',
    'pages/about.md',
  ]) {
    const place = path.join(root, 'src/content', file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, '');
  }
});
afterAll(() => rmSync(root, { recursive: true }));

const found = (scope: { path?: string; type?: string }, values: Record<string, unknown>) => {
  const { path = '', type } = scope;
  const defaults = [{ scope: { path, ...(type !== undefined && { type }) }, values }];
  return unusedDefaults(root, { defaults, collections: {} });
};

describe('a default that applies to no file', () => {
  it.each([
    [{ path: 'wip' }, '_posts/wip'],
    [{ path: 'wip/' }, '_posts/wip'],
    [{ path: 'wip/*' }, '_posts/wip'],
    [{ path: 'posts/wip' }, '_posts/wip'],
    [{ path: 'src/content/posts/wip' }, '_posts/wip'],
    [{ path: './_posts/wip' }, '_posts/wip'],
    [{ path: '_posts/Wip' }, '_posts/wip'],
    [{ path: '_post/wp' }, '_posts/wip'],
    [{ path: '_posts/new' }, 'news'],
    [{ path: '', type: 'Posts' }, 'posts'],
    [{ path: '', type: 'drafts' }, 'drafts are posts'],
    [{ path: '', type: 'blog' }, 'posts` or `pages'],
    [{ path: 'nowhere' }, 'posts lie in `_posts`'],
  ])('%j', (scope, hint) => {
    expect(found(scope, { published: false })).toMatchObject({
      problems: [{ field: 'defaults.0.scope', hint: expect.stringContaining(hint) }],
      warnings: [],
    });
    expect(found(scope, { layout: 'post' })).toMatchObject({ problems: [], warnings: [{}] });
  });

  it.each(['draft', 'unlisted', 'date', 'Published'])('decides by %s', (key) => {
    expect(found({ path: 'wip' }, { [key]: true }).problems).toHaveLength(1);
  });

  it.each([
    { path: '' },
    { path: '', type: 'posts' },
    { path: '', type: 'page' },
    { path: '_posts/wip' },
    { path: '/_posts/wip/*' },
    { path: 'news' },
    { path: 'about.md' },
    { path: '_drafts' },
  ])('not %j', (scope) => {
    expect(found(scope, { published: false })).toEqual({ problems: [], warnings: [] });
  });
});
