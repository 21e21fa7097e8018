import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignSlugs, readTerms, termKey } from '../../../src/jekyll/rules/taxonomy.ts';
import { parseYaml } from '../../../src/jekyll/rules/yaml.ts';

const terms = (yaml: string, folders: string[] = []) =>
  readTerms((parseYaml(yaml) ?? {}) as Record<string, unknown>, folders);

describe('categories', () => {
  it.each([
    ['', []],
    ['categories:', []],
    ['categories: ""', []],
    ['categories: []', []],
    ['categories: a b', ['a', 'b']],
    ['categories: a, b', ['a,', 'b']],
    ['categories: "Game Development"', ['Game', 'Development']],
    ['categories: [a, b]', ['a', 'b']],
    ['categories:\n  - A One\n  - b', ['A One', 'b']],
    ['categories: [A, a]', ['A', 'a']],
    ['categories: [a, a]', ['a']],
    ['categories: [2014, 1.0, true, ~, 2014-1-5]', ['2014', '1.0', 'true', '2014-01-05']],
    ['categories: [[a, b], c]', ['["a", "b"]', 'c', 'a', 'b']],
    ['categories: [first]\ncategories: [second]', ['second']],
    ['category: a b', ['a b']],
    ['category: [a, b]', ['a', 'b']],
    ['category:', []],
    ['category: 2014', ['2014']],
    ['category: x\ncategories: [a, b]', ['a', 'b', 'x']],
    ['category: x\ncategories: a b', ['a', 'b', 'x']],
    ['category: a\ncategories: [a, b]', ['a', 'b']],
  ])('%j', (yaml, categories) => {
    expect(terms(yaml)).toEqual({ categories, tags: [], passedOver: [] });
  });

  it.each([
    ['', ['en', 'news'], ['en', 'news']],
    ['categories: [x, News]', ['news'], ['news', 'x', 'News']],
    ['categories: [news, x]', ['news'], ['news', 'x']],
    ['category: x', ['news'], ['news', 'x']],
  ])('%j in the folders %j', (yaml, folders, categories) => {
    expect(terms(yaml, folders).categories).toEqual(categories);
  });
});

describe('tags', () => {
  it.each([
    ['tags:', []],
    ['tags: a b', ['a', 'b']],
    ['tags: a, b', ['a,', 'b']],
    ['tags: " a  b\\n\\tc\\v\\fd "', ['a', 'b', 'c', 'd']],
    ['tags: [" ", a]', ['a']],
    ['tags: "On-Line Systems"', ['On-Line', 'Systems']],
    ['tags: [a b, c]', ['a b', 'c']],
    ['tags: [a, a, A]', ['a', 'A']],
    ['tags: [[a, b], c]', ['a', 'b', 'c']],
    ['tags: ["played:DOS"]', ['played:DOS']],
    ['tags: [2014, 1.0, true, ~, 2014-01-05]', ['2014', '1.0', 'true', '2014-01-05']],
    ['x: &a [q]\ntags: *a', ['q']],
    ['tag: x y', ['x y']],
    ['tag: [x, y]', ['x', 'y']],
    ['tag: x\ntags: [a, b]', ['x']],
    ['tag:\ntags: [a, b]', ['a', 'b']],
  ])('%j', (yaml, tags) => {
    expect(terms(yaml)).toEqual({ categories: [], tags, passedOver: [] });
  });
});

describe('values that are no terms', () => {
  it.each([
    ['categories: 2014', 'categories', 2014],
    ['categories: 2014-01-05', 'categories', '2014-01-05'],
    ['categories: {a: 1}', 'categories', { a: 1 }],
    ['categories: yes', 'categories', true],
    ['tags: 2014', 'tags', 2014],
    ['tags: {a: 1}', 'tags', { a: 1 }],
    ['category: {a: 1}', 'category', { a: 1 }],
    ['tag: {a: 1}', 'tag', { a: 1 }],
  ])('%j is passed over', (yaml, field, value) => {
    expect(terms(yaml)).toEqual({ categories: [], tags: [], passedOver: [{ field, value }] });
  });

  it.each(['categories: false', 'category: false', 'tags: no', 'tag: ""', 'tags:'])(
    '%j is as good as none',
    (yaml) => {
      expect(terms(yaml)).toEqual({ categories: [], tags: [], passedOver: [] });
    },
  );

  it('leaves the plural where the singular is passed over', () => {
    expect(terms('tag: {a: 1}\ntags: [b]').tags).toEqual(['b']);
  });
});

describe('assignSlugs', () => {
  it.each([
    ['Writing', 'writing'],
    ['Game Development', 'game-development'],
    ['日本語', '日本語'],
    ['Ünïcode', 'ünïcode'],
    ['C', 'c'],
    ['C#', 'c-sharp'],
    ['C++', 'c-plus-plus'],
    ['.NET', 'dot-net'],
    ['#til', 'til'],
    ['node.js', 'node-js'],
    ['a/b', 'a-b'],
    ['100%', '100'],
    ['हिन्दी', 'हिन्दी'],
    ['😀', 'u1f600'],
    ['❤️', 'u2764-ufe0f'],
    ['!?', 'u21-u3f'],
    ['', 'empty'],
  ])('%j', (name, slug) => {
    expect(assignSlugs([name]).get(name)).toBe(slug);
  });

  it('spellings that differ in case or Unicode form are one term', () => {
    const slugs = assignSlugs(['Café', 'CAFÉ', 'cafe\u0301']);
    expect(new Set(slugs.values())).toEqual(new Set(['café']));
    expect(slugs.size).toBe(3);
  });

  it('the plainest of several names has the slug', () => {
    const slugs = assignSlugs(['web!', 'web?', 'Web', 'C-sharp', 'C#']);
    expect(slugs.get('Web')).toBe('web');
    expect(slugs.get('web!')).toMatch(/^web-[0-9a-f]{4}$/);
    expect(slugs.get('web?')).toMatch(/^web-[0-9a-f]{4}$/);
    expect(slugs.get('C-sharp')).toBe('c-sharp');
    expect(slugs.get('C#')).toMatch(/^c-sharp-[0-9a-f]{4}$/);
  });

  const names = fc.uniqueArray(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc
        .array(
          fc.constantFrom('a', 'A', 'é', 'e\u0301', '#', '+', '.', '-', ' ', '/', '%', '日', '😀'),
          {
            maxLength: 5,
          },
        )
        .map((parts) => parts.join('')),
    ),
  );

  it('holds letters, marks, digits and hyphens alone, and at least one', () => {
    fc.assert(
      fc.property(names, (names) => {
        for (const slug of assignSlugs(names).values())
          expect(slug).toMatch(/^[\p{L}\p{M}\p{Nd}-]+$/u);
      }),
    );
  });

  it('gives every name a slug, different terms different ones, in whatever order they come', () => {
    fc.assert(
      fc.property(names, (names) => {
        const slugs = assignSlugs(names);
        expect([...slugs.keys()]).toEqual(names);
        expect(new Set(slugs.values()).size).toBe(new Set(names.map(termKey)).size);
        expect(new Map([...assignSlugs(names.toReversed())].toReversed())).toEqual(slugs);
      }),
    );
  });
});
