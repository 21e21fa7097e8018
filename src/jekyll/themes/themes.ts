import { beautifulJekyll } from './beautiful-jekyll.ts';
import { chirpy } from './chirpy.ts';
import { minima } from './minima.ts';
import { minimalMistakes } from './minimal-mistakes.ts';
import type { FrontMatter, Theme, ThemeCover } from './theme.ts';

/** Which words mean something does not depend on the theme that `_config.yml` names: sites change theirs. */
const THEMES: readonly Theme[] = [chirpy, minimalMistakes, beautifulJekyll, minima];

const all = <T>(part: (theme: Theme) => Readonly<Record<string, T>> | undefined) =>
  new Map(THEMES.flatMap((theme) => Object.entries(part(theme) ?? {})));

/** Includes that live in a theme's gem, by name. */
export const includes: ReadonlyMap<string, string> = all(({ includes }) => includes);

/** Callouts by the classes of quotations. */
export const callouts = all(({ callouts }) => callouts);

const classes = all(({ classes }) => classes);
const pictureAttributes = all(({ pictureAttributes }) => pictureAttributes);
const codeAttributes = all(({ codeAttributes }) => codeAttributes);

/** The cover that a theme's own keys name. */
export function themeCover(data: FrontMatter): ThemeCover | undefined {
  return first(({ cover }) => cover?.(data));
}

/** The frame of a film that stands in place of a cover. */
export function themeFilm(data: FrontMatter): string | undefined {
  return first(({ film }) => film?.(data));
}

/** An address of a picture, from the folder on that front matter says its pictures are in; nothing where it says none. */
export function mediaAddress(data: FrontMatter): ((address: string) => string) | undefined {
  const folder = first(({ mediaFolder }) => mediaFolder?.(data))?.trim();
  if (!folder) return undefined;
  return (address) => {
    if (/^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(address)) return address;
    const [, scheme = ''] = /^([a-z]+:\/\/|\/\/)/i.exec(folder) ?? [];
    return scheme + `${folder.slice(scheme.length)}/${address}`.replace(/\/{2,}/g, '/');
  };
}

/**
 * The attributes of an element with the classes of Galley's that look as a theme's do, and those of a picture by
 * their names in HTML.
 * @returns `attributes` itself where no theme has a word for any of them
 */
export function ownAttributes(
  element: string,
  attributes: Record<string, string>,
): Record<string, string> {
  const names = (attributes['class'] ?? '').split(/\s+/).filter(Boolean);
  const isNamed = names.some((name) => classes.has(name));
  const isPicture = element === 'img';
  if (
    !isNamed &&
    !(isPicture && Object.keys(attributes).some((key) => pictureAttributes.has(key)))
  ) {
    return attributes;
  }
  const own: Record<string, string> = {};
  for (const [key, value] of Object.entries(attributes)) {
    const name = isPicture && pictureAttributes.has(key) ? pictureAttributes.get(key) : key;
    if (name && key !== 'class') own[name] = value;
  }
  const kept = names.flatMap((name) => [
    classes.get(name) === '' ? [] : name,
    classes.get(name) ?? [],
  ]);
  const all = [...new Set(kept.flat())].filter(Boolean).join(' ');
  return all === '' ? own : { ...own, class: all };
}

/**
 * What attributes of a block of code say of how it is shown, as the meta string of a fence, and those that
 * are left.
 */
export function codeMeta(attributes: Readonly<Record<string, string>>): {
  meta: string;
  others: Record<string, string>;
} {
  const meta: string[] = [];
  const others: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    const own = codeAttributes.get(name);
    if (own) meta.push(`${own}="${value.replaceAll('"', "'")}"`);
    else if (own === undefined) others[name] = value;
  }
  return { meta: meta.join(' '), others };
}

function first<T>(part: (theme: Theme) => T | undefined): T | undefined {
  for (const theme of THEMES) {
    const found = part(theme);
    if (found !== undefined) return found;
  }
  return undefined;
}
