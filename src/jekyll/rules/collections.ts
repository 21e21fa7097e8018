import { isMapping } from './yaml.ts';

/** What `_config.yml` says of a collection. https://jekyllrb.com/docs/collections/ */
export type CollectionSettings = Record<string, unknown>;

/** The settings of each collection by its name, which loses the signs that it cannot have; a list of names is one, too. */
export function collectionsOf(value: unknown): Record<string, CollectionSettings> {
  const named: [string, unknown][] = Array.isArray(value)
    ? value.map((name) => [String(name), {}])
    : Object.entries(isMapping(value) ? value : {});
  return Object.fromEntries(
    named.map(([name, settings]) => [
      name.replace(/[^\w.-]/g, ''),
      isMapping(settings) ? settings : {},
    ]),
  );
}
