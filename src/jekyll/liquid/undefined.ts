import type { Context } from 'liquidjs';
import { nearest } from '../../lib/problem.ts';
import { runOf } from './liquid-run.ts';
import { problemAt, type Place } from './place.ts';
import { readProperty } from './value.ts';

/** What a template reads: a variable, and the keys below it that are written out. */
export interface Use {
  readonly name: string;
  readonly keys: readonly string[];
}

/** Words that are values, not names. */
const VALUES = new Set(['nil', 'null', 'true', 'false', 'empty', 'blank']);

const USE = /^([a-zA-Z_][\w-]*\??)((?:\.[\w-]+\??)*)/;

/** What an output reads, unless it says what stands there without it. */
export function useOf(markup: string): Use | undefined {
  if (/\|\s*default\b/.test(markup)) return undefined;
  const [, name, keys = ''] = USE.exec(markup) ?? [];
  if (name === undefined || VALUES.has(name)) return undefined;
  return { name, keys: keys.split('.').slice(1) };
}

/** What a loop goes through: `book in site.books limit: 3`. */
export function useOfLoop(markup: string): Use | undefined {
  const [, list] = /^\S+\s+in\s+(\S+)/.exec(markup) ?? [];
  return list === undefined ? undefined : useOf(list);
}

const DEFINITION =
  /\{%-?\s*(?:assign|capture|increment|decrement)\s+["']?([a-zA-Z_][\w-]*)["']?(?=[\s=%.[-])/g;

/** The variables that a template defines, whether or not it comes to that. */
export function definedIn(template: string): string[] {
  return Array.from(template.matchAll(DEFINITION), ([, name = '']) => name);
}

/**
 * Tells of a variable that nobody defines. What an include is given is up to each tag, and what a post
 * or page says of itself up to its author: a key of theirs counts where no text of the site has it.
 */
export function warnOfUndefined(context: Context, place: Place, use: Use): void {
  const { report, trail, defined, keysOfTexts } = runOf(context);
  const { name, keys } = use;
  if (name === 'include' ? trail.length > 0 : defined.has(name)) return;
  const value = context.getSync([name]);
  if (value === undefined) {
    report.warn(undefinedAt(place, name));
  } else if (name === 'site') {
    const [owner, path, [key]] =
      keys[0] === 'data'
        ? [readProperty(value, 'data'), 'site.data', keys.slice(1)]
        : [value, name, keys];
    if (!hasKey(owner, key)) report.warn(undefinedAt(place, `${path}.${key}`, owner));
  } else if (name === 'page' && trail.length === 0) {
    const [key] = keys;
    if (hasKey(value, key) || keysOfTexts().has(key ?? '')) return;
    report.warn(undefinedAt(place, `page.${key}`, value));
  }
}

function undefinedAt(place: Place, path: string, owner?: unknown) {
  const [, before = '', key = ''] = /^(.*?)([^.]*)$/.exec(path) ?? [];
  const near = nearest(key, Object.keys(Object(owner)));
  return problemAt(
    place,
    `\`${path}\` is defined nowhere, and nothing stands in its place`,
    near === undefined
      ? 'To show the braces themselves, put {% raw %} … {% endraw %} around them.'
      : `Did you mean \`${before}${near}\`?`,
  );
}

/** Whether a mapping has a key; of lists and mappings alike `size`, `first` and `last` may be asked. */
function hasKey(owner: unknown, key: string | undefined): boolean {
  return (
    key === undefined || /^(?:size|first|last)$/.test(key) || Object.hasOwn(Object(owner), key)
  );
}
