import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { frontMatterSchema } from '../../../src/source/json-schema.ts';
import { readOwnKeys, readOwnSchema } from '../../../src/source/own-schema.ts';
import site from '../../../src/site.config.ts';

/** What is said of a `src/custom/schema.ts`. */
function load(code: string) {
  const root = mkdtempSync(path.join(tmpdir(), 'galley-own-'));
  mkdirSync(path.join(root, 'src/custom'), { recursive: true });
  writeFileSync(path.join(root, 'src/custom/schema.ts'), code);
  return readOwnSchema(root);
}

describe('the file of the owner’s keys', () => {
  it('need not be there', async () => {
    expect(await readOwnSchema('/nowhere')).toEqual({ schema: {}, problems: [] });
  });

  it.each([
    ['export const post = {};', { field: 'post', hint: 'Did you mean `posts`?' }],
    ['export const posts = { rating: 1 };', { field: 'posts', message: /z\.object/ }],
    ['const a = 1;\nthrow new Error("no\\nmore");', { line: 2, message: /cannot be loaded: no$/ }],
    ['import "nowhere-at-all";', { message: /cannot be loaded: .*nowhere-at-all/ }],
    ['export const posts = (;', { message: /cannot be loaded/ }],
  ])('%j is told', async (code, expected) => {
    const { schema, problems } = await load(code);
    expect(schema).toEqual({});
    expect(problems).toHaveLength(1);
    for (const [key, value] of Object.entries(expected)) {
      const told = { ...problems[0] }[key as 'field'];
      if (value instanceof RegExp) expect(told).toMatch(value);
      else expect(told).toBe(value);
    }
  });
});

describe('the owner’s keys', () => {
  const schema = z.object({
    rating: z.number().max(5).optional(),
    by: z.string().default('me'),
    read: z.coerce.date().optional(),
  });

  it('are typed, with their defaults', () => {
    expect(readOwnKeys(schema, { rating: 4, read: '2026-01-02', title: 'T' })).toEqual({
      own: { rating: 4, by: 'me', read: new Date('2026-01-02') },
      warnings: [],
      problems: [],
    });
    expect(readOwnKeys(undefined, { rating: 4 }).own).toEqual({});
  });

  it('are passed over where they cannot be used', () => {
    expect(readOwnKeys(schema, { rating: 9, by: 'you' })).toMatchObject({
      own: { by: 'you' },
      warnings: [{ field: 'rating', value: 9 }],
      problems: [],
    });
  });

  it('stop a build where the schema cannot do without them, or fails', () => {
    const strict = z.object({ by: z.string() });
    expect(readOwnKeys(strict, {})).toMatchObject({
      problems: [{ field: 'by', message: 'is missing; expected a string' }],
    });
    const failing = z.object({ by: z.any().transform(() => JSON.parse('{')) });
    expect(readOwnKeys(failing, { by: 1 })).toMatchObject({
      problems: [{ message: expect.stringContaining('src/custom/schema.ts fails') }],
    });
  });

  it('are known to editors, and none is required there', () => {
    const { properties, required } = frontMatterSchema('posts', site, {
      posts: z.object({ by: z.string() }),
    });
    expect(properties).toHaveProperty('by');
    expect(properties).toHaveProperty('title');
    expect(required).toBeUndefined();
  });
});
