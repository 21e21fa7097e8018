import { describe, expect, it } from 'vitest';
import {
  applyDefaults,
  mergeDefaults,
  type FrontMatterDefault,
} from '../../../src/jekyll/rules/defaults.ts';

const POST = '_posts/2014/2014-01-05-title.md';

/** Whether a scope holds for the post. */
const holds = (scope: FrontMatterDefault['scope'], path = POST, type = 'posts') =>
  applyDefaults(path, type, [{ scope, values: { yes: true } }])['yes'] === true;

/** Which of several scopes gives the layout. */
const layout = (...scopes: NonNullable<FrontMatterDefault['scope']>[]) =>
  applyDefaults(
    POST,
    'posts',
    scopes.map((scope, i) => ({ scope, values: { layout: i } })),
  )['layout'];

describe('scopes', () => {
  it.each([
    [undefined, true],
    [{}, true],
    [{ path: '' }, true],
    [{ path: null }, true],
    [{ path: '', type: 'posts' }, true],
    [{ path: '', type: 'post' }, true],
    [{ path: '', type: 'pages' }, false],
    [{ path: '_posts' }, true],
    [{ path: '/_posts' }, true],
    [{ path: '_posts/2014' }, true],
    [{ path: '_posts/20' }, true],
    [{ path: POST }, true],
    [{ path: 'posts' }, false],
    [{ path: '_posts/2015' }, false],
    [{ path: '_posts/*' }, true],
    [{ path: '_posts/*/2014-*.md' }, true],
    [{ path: '_posts/*.md' }, false],
    [{ path: '**/*.md' }, true],
    [{ path: '_posts/201?' }, false],
    [{ path: '_posts/201?/*' }, true],
    [{ path: '_posts/{2014,2015}/*' }, true],
    [{ path: '_posts/[12]014/*' }, true],
    [{ path: '*/2015' }, false],
  ])('%j: %s', (scope, expected) => {
    expect(holds(scope)).toBe(expected);
  });
});

describe('precedence', () => {
  it('the longer path', () => {
    expect(layout({ path: '_posts' }, { path: '' })).toBe(0);
    expect(layout({ path: '' }, { path: '_posts' })).toBe(1);
  });

  it('then the one with a type', () => {
    expect(layout({ path: '', type: 'posts' }, { path: '' })).toBe(0);
    expect(layout({ path: '' }, { path: '', type: 'posts' })).toBe(1);
  });

  it('then the last', () => {
    expect(layout({ path: '' }, { path: '' })).toBe(1);
  });

  it('values of all scopes come together', () => {
    const defaults = [
      { scope: { path: '_posts' }, values: { a: 1, nested: { x: 1, y: 1 } } },
      { scope: { path: '' }, values: { b: 2, nested: { y: 2, z: 2 } } },
    ];
    expect(applyDefaults(POST, 'posts', defaults)).toEqual({
      a: 1,
      b: 2,
      nested: { x: 1, y: 1, z: 2 },
    });
  });
});

describe('mergeDefaults', () => {
  it.each([
    [{ layout: 'a' }, { layout: 'b' }, { layout: 'b' }],
    [{ layout: 'a' }, { layout: null }, { layout: 'a' }],
    [{}, { layout: null }, { layout: null }],
    [{ published: false }, {}, { published: false }],
    [{ image: { width: 1, alt: '' } }, { image: { alt: 'x' } }, { image: { width: 1, alt: 'x' } }],
    [{ tags: ['a'] }, { tags: ['b'] }, { tags: ['b'] }],
    [{ categories: ['a', 'b'] }, { categories: ['b', 'c'] }, { categories: ['a', 'b', 'c'] }],
    [{ categories: 'a b' }, { categories: 'c' }, { categories: ['a', 'b', 'c'] }],
    [{ categories: ['a'] }, { categories: null }, { categories: ['a'] }],
    [{ categories: ['a'] }, { categories: 5 }, { categories: 5 }],
  ])('%j and %j', (defaults, data, merged) => {
    expect(mergeDefaults(defaults, data)).toEqual(merged);
  });
});
