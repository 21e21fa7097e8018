import { toText, YamlScalar } from '../../jekyll/rules/yaml.ts';

/** A mapping of the `_config.yml`, as YAML gives it. */
export type JekyllConfig = Record<string, unknown>;

/** Text, and what YAML reads as a number or date and an author meant as text. */
export function text(value: unknown): string | undefined {
  if (typeof value === 'number' || value instanceof YamlScalar) return toText(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A whole number from 1 on. */
export function positive(value: unknown): number | undefined {
  return Number.isInteger(value) && Number(value) > 0 ? Number(value) : undefined;
}

/** A mapping, and nothing for whatever else it may be. */
export function mapping(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { ...value }
    : undefined;
}

/** An object without the keys that have no value. */
export function omitEmpty<T extends object>(
  object: T,
): { [K in keyof T]: Exclude<T[K], undefined> } {
  const kept = Object.entries(object).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as { [K in keyof T]: Exclude<T[K], undefined> };
}
