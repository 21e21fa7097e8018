import { escapeMarkup } from '../../../html/escape.ts';
import { slugify } from '../../rules/slug.ts';
import { inspect, isHash, itemsOf, readProperty, toText, unwrap } from '../value.ts';
import type { FilterCall, FilterSite } from './filter.ts';

const CJK = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Hangul}]/gu;
const NOT_CJK = /[^\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Hangul}\s]+/gu;

/** Filters for text, of Liquid and of Jekyll. */
export function textFilters({ timeZone, renderMarkdown }: FilterSite): Record<string, FilterCall> {
  const text = (value: unknown) => toText(value, timeZone);
  return {
    default: (value, fallback) => (isNothing(unwrap(value)) ? fallback : value),
    escape: (value) => escapeAll(text(value)),
    escape_once: (value) =>
      text(value).replace(/["'<>]|&(?!(?:[a-zA-Z]+|#\d+);)/g, (sign) => ENTITIES[sign] ?? sign),
    inspect: (value) => escapeMarkup(inspect(value, timeZone)),
    jsonify: (value) => JSON.stringify(toJson(value, timeZone, 0)),
    markdownify: (value) => renderMarkdown(text(value)),
    normalize_whitespace: (value) => text(value).replace(/\s+/g, ' ').trim(),
    number_of_words: (value, mode) => countWords(text(value), mode),
    slugify: (value, mode) => slugify(text(value), mode == null ? undefined : text(mode)),
    smartify: (value) => smartify(text(value)),
    split: (value, separator) => split(text(value), text(separator)),
    xml_escape: (value) => escapeMarkup(text(value)),
  };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeAll(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

function isNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === '') return true;
  return itemsOf(value)?.length === 0;
}

/** Ruby's `String#split`: a single space means any white space; empty items at the end are cut. */
function split(text: string, separator: string): string[] {
  const items = separator === ' ' ? text.trimStart().split(/\s+/) : text.split(separator);
  return items.slice(0, items.findLastIndex((item) => item !== '') + 1);
}

function countWords(text: string, mode: unknown): number {
  const words = () => text.match(/\S+/g)?.length ?? 0;
  const mixed = () => (text.match(CJK)?.length ?? 0) + (text.match(NOT_CJK)?.length ?? 0);
  if (mode === 'cjk') return mixed();
  return mode === 'auto' && text.search(CJK) >= 0 ? mixed() : words();
}

/** Curly quotes, dashes and ellipses. */
function smartify(text: string): string {
  return text
    .replaceAll('...', '…')
    .replaceAll('---', '—')
    .replaceAll('--', '–')
    .replace(/(^|[\s([{—–-])"/g, '$1“')
    .replaceAll('"', '”')
    .replace(/(^|[\s([{—–“-])'/g, '$1‘')
    .replaceAll("'", '’');
}

/** Makes a value ready for JSON; a post inside of a post does not show its neighbours. */
function toJson(value: unknown, timeZone: string, depth: number): unknown {
  const plain = unwrap(value);
  if (Array.isArray(plain)) return plain.map((item) => toJson(item, timeZone, depth + 1));
  if (isHash(plain)) {
    const keys = Object.keys(plain).filter(
      (key) => depth === 0 || !('relative_path' in plain) || !/^(?:next|previous)$/.test(key),
    );
    return Object.fromEntries(
      keys.map((key) => [key, toJson(readProperty(plain, key), timeZone, depth + 1)]),
    );
  }
  if (plain === undefined || plain === null) return null;
  return typeof plain === 'number' || typeof plain === 'boolean' ? plain : toText(plain, timeZone);
}
