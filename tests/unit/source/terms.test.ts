import { describe, expect, it } from 'vitest';
import { groupByTerm } from '../../../src/source/terms.ts';

const group = (...posts: string[][]) => groupByTerm(posts, 'tags', (names) => names);

describe('groupByTerm', () => {
  it('makes one term of names that differ only in case, spelled as most posts spell it', () => {
    expect(group(['python'], ['Python'], ['Python'])).toMatchObject([
      { name: 'Python', slug: 'python', path: '/tags/python/', posts: [{}, {}, {}] },
    ]);
  });

  it('takes the newest spelling where two are as frequent', () => {
    expect(group(['CSS'], ['css'])[0]?.name).toBe('CSS');
  });

  it('keeps C, C# and C++ apart', () => {
    expect(
      group(['C', 'C#', 'C++', 'c'])
        .map(({ path }) => path)
        .toSorted(),
    ).toEqual(['/tags/c-plus-plus/', '/tags/c-sharp/', '/tags/c/']);
  });

  it('counts a post once that names a term twice', () => {
    expect(group(['a', 'A'])[0]?.posts).toHaveLength(1);
  });

  it('sorts by name as people do', () => {
    expect(group(['b', 'Ä', 'a10', 'a9', 'C']).map(({ name }) => name)).toEqual([
      'Ä',
      'a9',
      'a10',
      'b',
      'C',
    ]);
  });

  it('gives names in other scripts a path of their own', () => {
    expect(group(['日本語'])[0]?.path).toBe('/tags/日本語/');
  });
});
