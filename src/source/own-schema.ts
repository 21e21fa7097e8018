import type { z } from 'zod';
import { toPlain } from '../jekyll/rules/yaml.ts';
import { importOwn } from '../lib/own-module.ts';
import { nearest, type KeyProblem, type Problem } from '../lib/problem.ts';
import { zodProblems } from '../lib/zod-problems.ts';
import { OWN_SCHEMA } from '../site/paths.ts';

const COLLECTIONS = ['posts', 'pages'] as const;

/** The owner's own keys of the front matter, from `src/custom/schema.ts`: those of posts and of pages. */
export type OwnSchema = Partial<Record<(typeof COLLECTIONS)[number], z.ZodObject>>;

/** Loads them, and says what is wrong with the file. */
export async function readOwnSchema(
  root: string,
): Promise<{ schema: OwnSchema; problems: Problem[] }> {
  const module = await importOwn(root, OWN_SCHEMA);
  if (!module) return { schema: {}, problems: [] };
  if ('problem' in module) return { schema: {}, problems: [module.problem] };
  const problems = Object.entries(module.exports).flatMap(([field, value]): Problem[] => {
    const isKnown = COLLECTIONS.some((name) => name === field);
    if (isKnown && isObjectSchema(value)) return [];
    const message = isKnown
      ? 'expected z.object({ … }), with a key of the front matter for each of its own'
      : `expected \`posts\` and \`pages\` alone to be exported`;
    const meant = isKnown ? undefined : nearest(field, COLLECTIONS);
    return [{ file: OWN_SCHEMA, field, message, hint: meant && `Did you mean \`${meant}\`?` }];
  });
  return { schema: problems.length > 0 ? {} : (module.exports as OwnSchema), problems };
}

const isObjectSchema = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'safeParse' in value && 'shape' in value;

/** What the owner's own keys say in one front matter. */
export interface OwnKeys {
  own: Record<string, unknown>;
  /** Values that the schema refuses and can do without. */
  warnings: KeyProblem[];
  /** What it cannot do without: nothing that is typed may be missing. */
  problems: KeyProblem[];
}

/** Reads the owner's own keys as our own are read: what cannot be used is told and passed over. */
export function readOwnKeys(
  schema: z.ZodObject | undefined,
  data: Readonly<Record<string, unknown>>,
): OwnKeys {
  if (!schema) return { own: {}, warnings: [], problems: [] };
  const plain = toPlain(data) as Record<string, unknown>;
  try {
    const result = schema.safeParse(plain);
    if (result.success) return { own: result.data, warnings: [], problems: [] };
    const refused = new Set(result.error.issues.map(({ path: [key] }) => key));
    const rest = Object.fromEntries(Object.entries(plain).filter(([key]) => !refused.has(key)));
    const again = schema.safeParse(rest);
    const told = keyProblems(result.error, plain);
    return again.success
      ? { own: again.data, warnings: told, problems: [] }
      : { own: {}, warnings: [], problems: told };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `${OWN_SCHEMA} fails in this front matter: ${reason.split('\n')[0]}`;
    return { own: {}, warnings: [], problems: [{ field: '', message }] };
  }
}

/** A key that is missing has no place but its file. */
export const locateOwn =
  (
    file: string,
    data: Readonly<Record<string, unknown>>,
    locate: (problem: KeyProblem) => Problem,
  ) =>
  (problem: KeyProblem): Problem =>
    Object.hasOwn(data, problem.field.split('.')[0] ?? '') ? locate(problem) : { file, ...problem };

function keyProblems(error: z.ZodError, input: unknown): KeyProblem[] {
  return zodProblems(error, { file: '', input, lineOf: () => undefined }).map(
    ({ field = '', value, message, hint }) => ({ field, value, message, ...(hint && { hint }) }),
  );
}
