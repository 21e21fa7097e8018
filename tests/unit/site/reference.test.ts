import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { siteSchema } from '../../../src/site/schema.ts';

const REFERENCE = readFileSync('src/content/posts/2026-02-05-configuration.md', 'utf8');

/** The keys of an object schema, and those of the objects in it that have a key of their own. */
function keysOf(schema: z.core.JSONSchema.JSONSchema): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, value]) => [
    key,
    ...(typeof value === 'object' && ['theme', 'show', 'feeds'].includes(key) ? keysOf(value) : []),
  ]);
}

it('the manual’s reference names every key of the configuration', () => {
  const keys = keysOf(z.toJSONSchema(siteSchema, { io: 'input', unrepresentable: 'any' }));
  expect(keys.length).toBeGreaterThan(30);
  const named = new Set(
    Array.from(REFERENCE.matchAll(/(?:`|^\s+)([\w.]+)[`:]/gm), ([, key = '']) =>
      key.split('.'),
    ).flat(),
  );
  expect(keys.filter((key) => !named.has(key))).toEqual([]);
});
