import { createHash } from 'node:crypto';
import { fittingName } from './address.ts';
import { isMapping, toPlain, toText } from './yaml.ts';

/** A key of the front matter and its value. */
interface TermFault {
  field: string;
  value: unknown;
}

/** The categories and tags of a post. */
export interface Terms {
  categories: string[];
  tags: string[];
  /** Values that say nothing that could be a term. */
  passedOver: TermFault[];
}

/**
 * Reads categories and tags as Jekyll does: a string in the plural is split on white space, in the
 * singular it is one name; `category` joins `categories` and the folders, `tag` replaces `tags`.
 * @param data front matter, with its defaults
 * @param folders folders above `_posts`
 */
export function readTerms(
  data: Readonly<Record<string, unknown>>,
  folders: readonly string[],
): Terms {
  const { category, categories, tag, tags } = data;
  const all = [...folders, ...split(categories)];
  return {
    categories: unique([...all, ...flatten(isName(category) ? category : all)]),
    tags: unique(flatten(isName(tag) ? tag : split(tags))),
    passedOver: [
      ...faults({ categories, tags }, isUnlisted),
      ...faults({ category, tag }, isMapping),
    ],
  };
}

function faults(
  values: Record<string, unknown>,
  isFault: (value: unknown) => boolean,
): TermFault[] {
  return Object.entries(values)
    .filter(([, value]) => isFault(value))
    .map(([field, value]) => ({ field, value: toPlain(value) }));
}

/** Whether the value of a plural key is neither absent nor a string nor a list. */
function isUnlisted(value: unknown): boolean {
  return isGiven(value) && typeof value !== 'string' && !Array.isArray(value);
}

/** Whether a singular key names something: Ruby takes the plural where it is `nil` or `false`. */
function isName(value: unknown): boolean {
  return isGiven(value) && !isMapping(value);
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false;
}

function split(value: unknown): unknown[] {
  if (typeof value === 'string') return value.split(/[ \t\r\n\f\v]/);
  return Array.isArray(value) ? value : [];
}

function flatten(value: unknown): unknown[] {
  return Array.isArray(value) ? value.flat(Infinity) : [value];
}

function unique(values: readonly unknown[]): string[] {
  return [...new Set(values.map(toText))].filter((name) => name.trim() !== '');
}

/** What two spellings of one term have in common: they may differ in case and Unicode form. */
export function termKey(name: string): string {
  return name.normalize('NFC').toLowerCase().normalize('NFC');
}

/**
 * Slugs for the pages of terms. A slug holds letters, digits and hyphens alone, is never empty, and
 * belongs to one term: `C`, `C#` and `C++` are `c`, `c-sharp` and `c-plus-plus`. Of several terms that
 * come to the same slug the plainest has it, and the others carry a mark made from their names, so that
 * the order in which they come does not matter.
 * @returns the slug of every name given
 */
export function assignSlugs(names: Iterable<string>): Map<string, string> {
  const given = [...names];
  const slugs = new Map<string, string>();
  const crowded: [slug: string, key: string][] = [];
  for (const [slug, keys] of Map.groupBy(new Set(given.map(termKey)), slugOf)) {
    const [first = '', ...others] = keys.toSorted(plainestFirst(slug));
    slugs.set(first, slug);
    crowded.push(...others.map((key): [string, string] => [slug, key]));
  }
  const taken = new Set(slugs.values());
  for (const [slug, key] of crowded.toSorted(([, a], [, b]) => (a < b ? -1 : 1))) {
    const marked = markedSlug(slug, key, taken);
    slugs.set(key, marked);
    taken.add(marked);
  }
  return new Map(given.map((name) => [name, slugs.get(termKey(name)) ?? '']));
}

/** A slug with the beginning of the name's hash, as long as it takes to be the only one. */
function markedSlug(slug: string, key: string, taken: ReadonlySet<string>): string {
  const hash = createHash('sha256').update(key).digest('hex');
  let length = 4;
  while (taken.has(`${slug}-${hash.slice(0, length)}`)) length += 1;
  return `${slug}-${hash.slice(0, length)}`;
}

function plainestFirst(slug: string): (a: string, b: string) => number {
  return (a, b) =>
    Number(b === slug) - Number(a === slug) || a.length - b.length || (a < b ? -1 : 1);
}

/** The letters and digits of a name; where it has none, its code points: 😀 is `u1f600`. */
function slugOf(key: string): string {
  const spelled = key
    .replace(/(?<=[\p{L}\p{Nd}])#/gu, '-sharp-')
    .replaceAll('+', '-plus-')
    .replace(/^\./, 'dot-');
  const words = spelled.match(/(?:\p{L}\p{M}*|\p{Nd})+/gu) ?? [...key].map(codePoint);
  return fittingName(words.join('-')) || 'empty';
}

function codePoint(character: string): string {
  return `u${character.codePointAt(0)?.toString(16)}`;
}
