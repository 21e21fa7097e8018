/** What a `_config.yml` says of the files that Jekyll reads. */
export interface EntryRules {
  include?: unknown;
  exclude?: unknown;
}

/** Why Jekyll does not read an entry. */
export type Refusal = 'excluded' | 'special';

/**
 * Whether Jekyll reads an entry.
 * @param folder in which it is looked for: below the source, empty for the source itself
 * @param entry its name; for posts the path below their folder
 */
export type EntryFilter = (folder: string, entry: string, isFolder: boolean) => Refusal | undefined;

/** What Jekyll excludes by itself, in the root alone. https://jekyllrb.com/docs/configuration/options/ */
const DEFAULT_EXCLUDES =
  '.sass-cache .jekyll-cache gemfiles Gemfile Gemfile.lock node_modules vendor/bundle/ vendor/cache/ vendor/gems/ vendor/ruby/'.split(
    ' ',
  );
const DEFAULT_INCLUDES = ['.htaccess'];

/** Hidden files, folders of the site's own content, and what editors leave behind. */
const SPECIAL = /^[._#~]/;

/**
 * Jekyll's EntryFilter: `include` wins over `exclude`, and both over what a name begins and ends with.
 * https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/entry_filter.rb
 */
export function createEntryFilter(rules: EntryRules): EntryFilter {
  const included = patternsOf(rules.include) ?? DEFAULT_INCLUDES;
  const excluded = [...(patternsOf(rules.exclude) ?? []), ...DEFAULT_EXCLUDES];
  const includes = included.map(matcher);
  const excludes = excluded.filter((pattern) => !included.includes(pattern)).map(matcher);

  return (folder, entry, isFolder) => {
    // Jekyll drops such names together with `.` and `..`.
    if (entry.endsWith('.')) return 'special';
    const name = entry.slice(entry.lastIndexOf('/') + 1);
    const path = folder === '' ? entry : `${folder}/${entry}`;
    // Unlike what is excluded, what is included is looked for by its name, in whatever folder it is.
    if (includes.some((matches) => matches(entry, isFolder) || matches(name, isFolder))) {
      return undefined;
    }
    if (excludes.some((matches) => matches(path, isFolder))) return 'excluded';
    return SPECIAL.test(entry) || SPECIAL.test(name) || entry.endsWith('~') ? 'special' : undefined;
  };
}

/** A list of patterns; old Jekylls take one text with commas. What is no text matches nothing. */
export function patternsOf(value: unknown): string[] | undefined {
  if (typeof value === 'string') return value.split(',').map((pattern) => pattern.trim());
  if (!Array.isArray(value)) return undefined;
  return value.filter((pattern) => typeof pattern === 'string');
}

/** A character of a set, where escapes stand for what follows them. */
function literal(_: string, character: string): string {
  return /[\\\]^[]/.test(character) ? `\\${character}` : character;
}

/** A pattern stands for what it matches as a glob, and for everything that begins with it. */
function matcher(pattern: string): (path: string, isFolder: boolean) => boolean {
  const plain = pattern.replace(/^\//, '');
  const glob = globExpression(plain);
  return (path, isFolder) =>
    glob.test(path) || path.startsWith(plain) || (isFolder && plain === `${path}/`);
}

/** Ruby's File.fnmatch without flags: `*` and `?` stand for slashes too, and braces for themselves. */
function globExpression(pattern: string): RegExp {
  const source = pattern.replace(
    /\\(.)|\[([!^]?)((?:\\.|[^\]\\])+)\]|\*+|\?|[^]/gu,
    (part, escaped?: string, negated?: string, set?: string) => {
      if (set !== undefined) return `[${negated ? '^' : ''}${set.replace(/\\?([^-])/gu, literal)}]`;
      if (part.startsWith('*')) return '[^]*';
      return part === '?' ? '[^]' : RegExp.escape(escaped ?? part);
    },
  );
  try {
    return new RegExp(`^${source}$`, 'u');
  } catch {
    // A set that is no set, such as `[z-a]`, matches nothing.
    return /(?!)/;
  }
}
