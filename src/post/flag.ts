/**
 * A boolean as YAML 1.1 knows it, also where it was quoted; `undefined` for anything else.
 * https://yaml.org/type/bool.html
 */
export function readFlag(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return undefined;
  const word = value.trim().toLowerCase();
  if (['true', 'yes', 'on', 'y'].includes(word)) return true;
  if (['false', 'no', 'off', 'n'].includes(word)) return false;
  return undefined;
}
