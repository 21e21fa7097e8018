import { isMapping } from './yaml.ts';

/** Front matter for the posts of a folder. https://jekyllrb.com/docs/configuration/front-matter-defaults/ */
export interface FrontMatterDefault {
  scope?:
    | {
        /** Path in the Jekyll site, or the beginning of one; with `*`, a pattern as in a shell. */
        path?: string | null | undefined;
        /** `posts`, `drafts`, `pages`. */
        type?: string | undefined;
      }
    | undefined;
  values: Record<string, unknown>;
}

type Scope = NonNullable<FrontMatterDefault['scope']>;

/**
 * The front matter that the config gives a file. Of several values for a key, that of the scope with the
 * longer path has precedence, then that of the scope with a type, then the last.
 * @param path in the Jekyll site: `_posts/2014-01-05-title.md`
 * @param type Jekyll's collection: `posts` for posts and drafts, `pages` for pages
 */
export function applyDefaults(
  path: string,
  type: string,
  defaults: readonly FrontMatterDefault[],
): Record<string, unknown> {
  let result: Record<string, unknown> = {};
  let last: Scope | undefined;
  for (const { scope, values } of defaults) {
    if (scope && !appliesTo(scope, path, type)) continue;
    if (hasPrecedence(scope ?? {}, last)) {
      result = deepMerge(result, values);
      last = scope ?? {};
    } else {
      result = deepMerge(values, result);
    }
  }
  return result;
}

/**
 * Front matter over its defaults: mappings are merged, an empty value leaves the default, and
 * categories are added to those of the default.
 */
export function mergeDefaults(
  defaults: Readonly<Record<string, unknown>>,
  data: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const merged = deepMerge(defaults, data);
  const [inherited, own] = [words(defaults['categories']), words(data['categories'])];
  if (inherited && own) merged['categories'] = [...new Set([...inherited, ...own])];
  return merged;
}

function words(value: unknown): unknown[] | undefined {
  if (typeof value === 'string') return value.split(/\s+/).filter(Boolean);
  return Array.isArray(value) ? value : undefined;
}

/** Jekyll's names of the types before version 2. */
const OLD_TYPES: Record<string, string> = { post: 'posts', page: 'pages', draft: 'drafts' };

/** Whether a default holds for a file; `path` and `type` as in `applyDefaults`. */
export function appliesTo(scope: Scope, path: string, type: string): boolean {
  if (scope.type !== undefined && (OLD_TYPES[scope.type] ?? scope.type) !== type) return false;
  const wanted = withoutSlash(scope.path);
  return wanted.includes('*') ? matchesPattern(path, wanted) : path.startsWith(wanted);
}

function hasPrecedence(scope: Scope, last: Scope | undefined): boolean {
  if (!last) return true;
  const [length, lastLength] = [withoutSlash(scope.path).length, withoutSlash(last.path).length];
  if (length !== lastLength) return length > lastLength;
  return scope.type !== undefined || last.type === undefined;
}

function withoutSlash(path: string | null | undefined): string {
  return (path ?? '').replace(/^\//, '');
}

/** Whether a pattern matches the path or a folder that the path lies in. */
function matchesPattern(path: string, pattern: string): boolean {
  const source = pattern
    .replace(/[.+^$()|\\]/g, String.raw`\$&`)
    .replace(/\*\*\/|\*|\?/g, (star) => ({ '**/': '(?:[^/]+/)*', '?': '[^/]' })[star] ?? '[^/]*')
    .replace(/\{([^}]*)\}/g, (_, choices: string) => `(?:${choices.replaceAll(',', '|')})`);
  return new RegExp(`^${source}(?:/|$)`).test(path);
}

function deepMerge(
  target: Readonly<Record<string, unknown>>,
  overwrite: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const merged = { ...target };
  for (const [key, value] of Object.entries(overwrite)) {
    const old = merged[key];
    if (value === null && old !== undefined) continue;
    merged[key] = isMapping(old) && isMapping(value) ? deepMerge(old, value) : value;
  }
  return merged;
}
