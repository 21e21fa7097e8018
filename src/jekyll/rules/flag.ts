import { looksLike } from '../../lib/look-alike.ts';

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

/** What drafts and their folders are called in other languages, without accents. */
export const DRAFT_WORDS: ReadonlySet<string> = new Set(
  `entwurf entwürfe brouillon brouillons borrador borradores rascunho rascunhos bozza bozze concept concepten
  utkast kladde kladder szkic szkice koncept koncepty taslak taslaklar luonnos luonnokset черновик черновики
  чернетка чернетки 草稿 下書き 초안 مسودة`
    .split(/\s+/)
    .map(looksLike),
);

/**
 * A test for one of these words (in small letters, without blanks), or a list with one, whatever signs
 * stand around and between its parts: `Draft.`, `#draft`, `auto-draft`.
 */
export function isWord(words: string): (value: unknown) => boolean {
  const set = new Set(words.split(/\s+/));
  const test = (value: unknown): boolean =>
    Array.isArray(value)
      ? value.some(test)
      : typeof value === 'string' && set.has(looksLike(value).replace(/[^a-z]+/g, ''));
  return test;
}
