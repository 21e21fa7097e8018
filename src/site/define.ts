import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ContentError } from '../lib/problem.ts';
import { zodProblems } from '../lib/zod-problems.ts';
import { CONFIG_FILE } from './paths.ts';
import { siteSchema, type Site, type SiteConfig } from './schema.ts';

/**
 * Checks the owner's configuration and fills in defaults; `SITE_URL` and `SITE_BASE` of the
 * environment override `url` and `base`.
 * @throws ContentError with every mistake, at its line in `src/site.config.ts`
 */
export function defineSite(config: SiteConfig, environment = process.env): Site {
  const { SITE_URL: url, SITE_BASE: base } = environment;
  const input = { ...config, ...(url && { url }), ...(base && { base }) };
  const result = siteSchema.safeParse(input);
  if (result.success) return result.data;

  const source = configSource();
  throw new ContentError(
    zodProblems(result.error, {
      file: CONFIG_FILE,
      input,
      knownKeys: propertyNames(z.toJSONSchema(siteSchema, { io: 'input', unrepresentable: 'any' })),
      lineOf: (path) => lineOfKey(source, path),
    }).map((problem) => ({ ...problem, hint: problem.hint ?? fromEnvironment(problem.field) })),
  );

  function fromEnvironment(field: string | undefined): string | undefined {
    if (field === 'url' && url) return 'The value comes from SITE_URL.';
    if (field === 'base' && base) return 'The value comes from SITE_BASE.';
    return undefined;
  }
}

/** The names of all properties in a JSON Schema, however deep. */
function propertyNames(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => [
    ...(key === 'properties' ? Object.keys(value as object) : []),
    ...propertyNames(value),
  ]);
}

/**
 * The line of `src/site.config.ts` on which a key stands, as far as it can be told from the text.
 * @param path the keys that lead to it
 * @param value one of a list: its own line, where that can be told
 */
export function lineInConfig(path: readonly PropertyKey[], value?: string): number | undefined {
  const source = configSource();
  const line = lineOfKey(source, path);
  if (line === undefined || value === undefined) return line;
  const rest = source.split('\n').slice(line - 1);
  return (
    line +
    Math.max(
      0,
      rest.findIndex((text) => text.includes(value)),
    )
  );
}

function configSource(): string {
  try {
    return readFileSync(CONFIG_FILE, 'utf8');
  } catch {
    return '';
  }
}

/**
 * Where the last key of a path stands: each key is looked for below the line of the one before, that
 * of the third item of a list in the third line that has it.
 */
function lineOfKey(source: string, path: readonly PropertyKey[]): number | undefined {
  const lines = source.split('\n');
  let line = -1;
  let before = 0;
  for (const key of path) {
    if (typeof key === 'number') before = key;
    if (typeof key !== 'string') continue;
    const pattern = new RegExp(`(^|[\\s{,])['"]?${RegExp.escape(key)}['"]?\\s*:`);
    const all = lines.flatMap((text, index) => (index >= line && pattern.test(text) ? index : []));
    const found = all[before] ?? all[0];
    if (found === undefined) break;
    line = found;
    before = 0;
  }
  return line < 0 ? undefined : line + 1;
}
