import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { toPlain } from '../../../src/jekyll/rules/yaml.ts';
import { filesBelow } from '../../../src/lib/files.ts';
import site from '../../../src/site.config.ts';
import { frontMatterSchema } from '../../../src/source/json-schema.ts';
import { readSource } from '../../../src/source/source.ts';

type Properties = Record<string, { description?: string; type?: unknown }>;
const propertiesOf = (of: 'posts' | 'pages') =>
  frontMatterSchema(of, site)['properties'] as Properties;

describe.each(['posts', 'pages'] as const)('the schema of %s', (of) => {
  const properties = propertiesOf(of);

  it('says of every key what it means and which form it has', () => {
    const silent = Object.entries(properties).filter(([, { description = '', type, ...rest }]) => {
      return description.length < 10 || (type === undefined && !('anyOf' in rest));
    });
    expect(silent).toEqual([]);
    expect(Object.keys(properties)).toEqual(
      expect.arrayContaining(['published', 'draft', 'unlisted', 'date', 'title', 'redirect_from']),
    );
  });

  it('needs no key and lets others pass', () => {
    expect(frontMatterSchema(of, site)).toMatchObject({
      type: 'object',
      additionalProperties: true,
    });
    expect(frontMatterSchema(of, site)).not.toHaveProperty('required');
  });

  it('is what Astro hands on to editors', () => {
    const schema = z.custom().transform(String).meta(frontMatterSchema(of, site));
    expect(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })).toMatchObject({
      properties,
    });
  });

  it('knows the keys of the manual, in the forms that stand there', () => {
    const folder = path.join('src/content', of);
    for (const file of filesBelow(folder).filter((file) => /\.mdx?$/.test(file))) {
      const source = readSource(readFileSync(path.join(folder, file)));
      if (!('data' in source)) throw new Error(file);
      for (const [key, value] of Object.entries(source.data)) {
        const plain: unknown = JSON.parse(JSON.stringify(toPlain(value)));
        const kind = Array.isArray(plain) ? 'array' : typeof plain;
        const known = properties[key];
        if (known) expect(JSON.stringify(known), `${file}: ${key}`).toContain(`"${kind}"`);
      }
    }
  });
});

it('knows what posts are grouped by', () => {
  expect(Object.keys(propertiesOf('posts'))).toEqual(
    expect.arrayContaining(['tags', 'tag', 'categories', 'category']),
  );
});
